"""A meeting from its agenda to what it adopted, also over two laptops."""

from datetime import date
from functools import partial

import pytest

from storage.store import Store
from storage.views.meeting import Decision, MeetingPlan, PlannedPoint
from tests.storage.small import BOOST, VHTO, Laptops, ids, refusal, send, swap, value

VHTO_TAIL, BOOST_TAIL = (one.partition("/")[2] for one in (VHTO, BOOST))
FACTS = {"title": "Liaisonoverleg najaar", "date": "2014-11-20", "body": "platform"}


def plan(*, own: bool = False) -> MeetingPlan:
    points = (
        PlannedPoint("Opening", minutes=5),
        PlannedPoint(
            "Afspraken", minutes=0,
            under=(
                PlannedPoint(
                    agreement=VHTO_TAIL, minutes=10, reason="te laat",
                    proposal={"status": "in_progress"},
                ),
                PlannedPoint(agreement=BOOST_TAIL, minutes=5, proposal={"goal": "meer meisjes"}),
            ),
        ),
        PlannedPoint("Rondvraag", minutes=5),
    )  # fmt: skip
    return MeetingPlan(FACTS, (("platform", "liaison"), ("vhto", "directeur")), points, own=own)


@pytest.fixture
def meeting(ann: Store) -> str:
    return ann.meetings.prepare(plan())


def item(store: Store, meeting: str, agreement: str, variant: str = "") -> str:
    (found,) = [
        one.id
        for one in store.meetings.agenda(meeting).points
        if one.row is not None and one.row.id == agreement and one.variant == variant
    ]
    return found


def numbers(store: Store, meeting: str) -> list[tuple[str, str]]:
    return [(one.number, one.title) for one in store.meetings.agenda(meeting).points]


def test_an_agenda_has_two_levels_and_adds_up(ann: Store, meeting: str):
    agenda = ann.meetings.agenda(meeting)
    assert numbers(ann, meeting) == [
        ("1", "Opening"), ("2", "Afspraken"), ("2.1", "VHTO: schakel"),
        ("2.2", "TechYourFuture: P. Persoon"), ("3", "Rondvraag"),
    ]  # fmt: skip
    assert agenda.minutes == 25
    assert [one.function for one in agenda.meeting.participants] == ["liaison", "directeur"]
    assert ann.meetings.usual_participants("platform") == [
        ("platform", "liaison"), ("vhto", "directeur"),
    ]  # fmt: skip
    assert ann.undo() is not None  # all of it in one act
    assert ann.meetings.all() == []


def test_points_move_and_make_room(ann: Store, meeting: str):
    points = ann.meetings.agenda(meeting).points
    opening, heading, first, second, _ = (one.id for one in points)
    for _ in range(12):  # to and fro until there is no room between two
        ann.meetings.move(meeting, second, 0, heading.partition("/")[2])
        ann.meetings.move(meeting, first, 0, heading.partition("/")[2])
    assert [title for _, title in numbers(ann, meeting)][2:4] == [
        "VHTO: schakel", "TechYourFuture: P. Persoon",
    ]  # fmt: skip
    ann.meetings.move(meeting, opening, 9)
    assert numbers(ann, meeting)[-1] == ("3", "Opening")
    assert refusal(ann.meetings.move, meeting, heading, 0, "x").key == "two_levels"
    for under in (opening, first):  # itself, and one of the second level
        tail = under.partition("/")[2]
        assert refusal(ann.meetings.move, meeting, opening, 0, tail).key == "no_level_under"
    ann.meetings.move(meeting, first, 0)
    assert numbers(ann, meeting)[0] == ("1", "VHTO: schakel")


def test_own_points_stay_here_until_they_are_shared(ann: Store, bob: Store):
    meeting = ann.meetings.prepare(plan(own=True))
    swap(ann, bob)
    assert bob.meetings.agenda(meeting).points == ()
    before = numbers(ann, meeting)
    assert ann.meetings.share(meeting) == 5
    swap(ann, bob)
    assert numbers(bob, meeting) == before == numbers(ann, meeting)
    assert not any(one.own for one in ann.meetings.agenda(meeting).points)
    proposal = bob.meetings.agenda(meeting).points[2].proposal
    assert proposal is not None
    assert (proposal.by, proposal.stale) == ("ann", ())
    assert ann.check() == []


def test_two_proposals_for_one_agreement_stand_as_a_and_b(ann: Store, bob: Store, meeting: str):
    swap(ann, bob)
    point = PlannedPoint(agreement=VHTO_TAIL, proposal={"goal": "meer meisjes"})
    bob.meetings.add(meeting, point, own=False)
    swap(ann, bob)
    told = {one.variant for one in ann.meetings.agenda(meeting).points if one.row}
    assert told == {"", "A", "B"}
    left = ann.meetings.adoption_plan(meeting).left
    assert [one.key for _, one in left if one] == ["several_proposals"] * 2
    chosen = next(one for one in ann.meetings.agenda(meeting).points
                  if one.proposal and one.proposal.by == "bob")  # fmt: skip
    decision = Decision("as_proposed", reservation=("vhto", None))
    ann.meetings.decide(meeting, chosen.id, decision)
    assert (value(ann, VHTO, "goal"), value(ann, VHTO, "status")) == ("meer meisjes", "open")
    assert {one.outcome for one in ann.meetings.agenda(meeting).points if one.variant} == {
        "as_proposed", "otherwise",
    }  # fmt: skip
    other = next(one for one in ann.meetings.agenda(meeting).points
                 if one.variant and one.id != chosen.id)  # fmt: skip
    ann.meetings.decide(meeting, other.id, Decision("as_proposed"), anyway=True)
    decided = {one.id: one for one in ann.meetings.agenda(meeting).points if one.variant}
    assert {id_: one.outcome for id_, one in decided.items()} == {
        chosen.id: "otherwise", other.id: "as_proposed",
    }  # fmt: skip
    assert decided[chosen.id].reservation is None
    assert (value(ann, VHTO, "goal"), value(ann, VHTO, "status")) == (None, "in_progress")
    ann.undo()
    ann.undo()
    assert (value(ann, VHTO, "goal"), value(ann, VHTO, "status")) == (None, "open")


def test_a_proposal_on_an_older_value_is_told_and_not_taken_blindly(ann: Store, meeting: str):
    ann.edit(VHTO, {"status": "partly_met"}, "al half")
    point = next(one for one in ann.meetings.agenda(meeting).points if one.row)
    assert point.proposal is not None
    assert point.proposal.stale == ("status",)
    decision = Decision("as_proposed")
    assert refusal(ann.meetings.decide, meeting, point.id, decision).key == "proposal_stale"
    plan = ann.meetings.adopt(meeting)
    assert [one.row.id for one in plan.taken if one.row] == [BOOST]
    assert value(ann, VHTO, "status") == "partly_met"
    ann.meetings.decide(meeting, point.id, decision, anyway=True)
    assert value(ann, VHTO, "status") == "in_progress"


def test_adopting_is_one_act_with_exceptions(ann: Store, meeting: str):
    ann.meetings.open(meeting)
    left_out = item(ann, meeting, VHTO)
    plan = ann.meetings.adoption_plan(meeting, {left_out})
    assert [(one.id, why) for one, why in plan.left] == [(left_out, None)]
    before = len(ann.history(None))
    ann.meetings.adopt(meeting, {left_out})
    assert len(ann.history(None)) == before + 1
    assert value(ann, BOOST, "goal") == "meer meisjes"
    ann.undo()
    assert value(ann, BOOST, "goal") is None
    assert ann.meetings.agenda(meeting).points[3].outcome is None


def test_what_needs_evidence_gets_the_reason_as_evidence(ann: Store, meeting: str):
    point = item(ann, meeting, VHTO)
    ann.meetings.propose(meeting, point, {"status": "met"}, "beurs gehouden")
    ann.meetings.adopt(meeting)
    assert value(ann, VHTO, "status") == "met"
    assert [(one.kind, one.text) for one in ann.page(VHTO).entries] == [
        ("evidence", "beurs gehouden")
    ]
    why = ann.agreement_page(VHTO).why
    assert why is not None
    assert why.text == "beurs gehouden"


def test_closing_adopts_and_tells_what_changed_after(ann: Store, bob: Store, meeting: str):
    swap(ann, bob)
    bob.edit(BOOST, {"condition": "als er geld is"})  # before the closing, elsewhere
    said = {"kind": "decision", "text": "Het gaat niet door."}
    bob.meetings.note(meeting, item(bob, meeting, BOOST), said)
    ann.meetings.open(meeting)
    ann.meetings.decide(meeting, item(ann, meeting, VHTO), Decision("as_proposed"))
    assert refusal(ann.meetings.close, meeting).key == "undecided"
    ann.meetings.decide(meeting, item(ann, meeting, BOOST),
                        Decision("as_proposed", reservation=("vhto", "2015-01-31")))  # fmt: skip
    ann.meetings.close(meeting)
    assert refusal(ann.meetings.open, meeting).key == "meeting_closed"
    point = item(ann, meeting, VHTO)
    late = refusal(ann.meetings.decide, meeting, point, Decision("held"), anyway=True)
    assert (late.key, refusal(ann.meetings.adopt, meeting).key) == ("meeting_closed",) * 2
    assert ann.meetings.adoptions(VHTO)[0].later == ()
    ann.edit(VHTO, {"status": "on_hold"})
    swap(ann, bob)
    for store in (ann, bob):
        (later,) = store.meetings.adoptions(VHTO)[0].later
        told = (later.change.field, later.change.before, later.change.value, later.arrived)
        assert told == ("status", "in_progress", "on_hold", False)
        (later,) = store.meetings.adoptions(BOOST)[0].later
        assert (later.change.field, later.change.value, later.arrived) == (
            "condition", "als er geld is", True,
        )  # fmt: skip
        minutes = store.meetings.minutes(meeting)
        (first, second) = minutes.with_outcome("as_proposed")
        assert [(one.field, one.before, one.value) for one in first.changes] == [
            ("status", "open", "in_progress")
        ]
        assert second.point.reservation is not None
        assert second.point.reservation.organisation == "VHTO"
        told = [[one.text for one in some] for some in (second.entries, second.arrived)]
        late = ["Het gaat niet door."]  # on the laptop that closed, without this
        assert told == ([[], late] if store is ann else [late, []])
        assert store.check() == []


def test_closing_the_wrong_meeting_is_taken_back_whole(ann: Store, meeting: str):
    ann.meetings.close(meeting, hold=True)
    assert {one.outcome for one in ann.meetings.agenda(meeting).points if one.row} == {"held"}
    assert ann.meetings.adoptions(VHTO) == []
    ann.undo()
    agenda = ann.meetings.agenda(meeting)
    assert (agenda.meeting.phase, agenda.points[2].outcome) == ("planned", None)
    assert ann.meetings.minutes(meeting).closed_at is None


def test_what_was_taken_back_before_the_closing_was_not_adopted(ann: Store, meeting: str):
    ann.edit(VHTO, {"goal": "vergissing"})
    ann.undo()
    ann.meetings.decide(meeting, item(ann, meeting, VHTO), Decision("discussed"))
    ann.meetings.close(meeting, hold=True)
    assert ann.meetings.adoptions(VHTO)[0].later == ()
    ann.edit(VHTO, {"goal": "toch"})
    (later,) = ann.meetings.adoptions(VHTO)[0].later
    assert (later.adopted, later.change.value) == ((), "toch")


def test_amendments_are_dated_and_stand_apart(ann: Store, meeting: str):
    point = item(ann, meeting, VHTO)
    assert refusal(ann.meetings.amend, meeting, point, "x", {}, "2014-12-01").key == (
        "meeting_not_closed"
    )
    ann.meetings.decide(meeting, point, Decision("as_proposed", why="loopt"))
    ann.meetings.close(meeting, hold=True)
    ann.meetings.amend(meeting, point, "bedoeld was: aangehouden", {"status": "on_hold"},
                       "2014-12-01")  # fmt: skip
    told = next(one for one in ann.meetings.minutes(meeting).points if one.point.id == point)
    assert [(one.text, one.date) for one in told.amendments] == [
        ("bedoeld was: aangehouden", "2014-12-01")
    ]
    assert [one.text for one in told.entries] == ["loopt"]
    assert told.why == "loopt"
    assert [one.value for one in told.changes] == ["in_progress"]
    assert [one.change.value for one in told.later] == ["on_hold"]


def test_one_point_decided_on_two_laptops_is_a_conflict(ann: Store, bob: Store, meeting: str):
    swap(ann, bob)
    point = item(ann, meeting, VHTO)
    ann.meetings.decide(meeting, point, Decision("held"))
    bob.meetings.decide(meeting, point, Decision("as_proposed"))
    swap(ann, bob)
    for store in (ann, bob):
        found = next(one for one in store.meetings.agenda(meeting).points if one.id == point)
        assert found.conflicts == ("outcome",)
        assert refusal(store.meetings.decide, meeting, point, Decision("held")).key == (
            "decided_twice"
        )
        assert refusal(store.meetings.close, meeting, hold=True).key == "decided_twice"
    ann.meetings.decide(meeting, point, Decision("held"), anyway=True)
    swap(ann, bob)
    for store in (ann, bob):
        found = next(one for one in store.meetings.agenda(meeting).points if one.id == point)
        assert (found.outcome, found.conflicts) == ("held", ())
    bob.meetings.close(meeting, hold=True)


def test_minutes_tell_changes_in_one_order_on_all_laptops(ann: Store, bob: Store, meeting: str):
    swap(ann, bob)
    point = item(ann, meeting, VHTO)
    for store, goal in ((ann, "eerst"), (bob, "daarna")):
        store.meetings.decide(meeting, point, Decision("otherwise", sets={"goal": goal}))
    swap(ann, bob)
    for store in (ann, bob):
        (told,) = store.meetings.minutes(meeting).with_outcome("otherwise")
        assert [one.value for one in told.changes] == ["daarna"]


def left_out(store: Store, meeting: str) -> list[tuple[str, str]]:
    """What is not adopted with all others, and why."""
    plan = store.meetings.adoption_plan(meeting)
    return [(point.number, why.key if why else "") for point, why in plan.left]


def test_an_agreement_that_was_deleted_is_not_decided_otherwise(ann: Store, meeting: str):
    ann.delete(VHTO)
    point = item(ann, meeting, VHTO)
    assert left_out(ann, meeting) == [("2.1", "deleted")]
    assert refusal(ann.meetings.decide, meeting, point, Decision("as_proposed")).key == "deleted"
    ann.meetings.decide(meeting, point, Decision("discussed"))
    ann.meetings.adopt(meeting)
    ann.meetings.close(meeting)
    assert [one.point.life for one in ann.meetings.minutes(meeting).points][2] == "deleted"


def test_a_contested_agreement_is_settled_before_it_is_adopted(
    ann: Store, bob: Store, meeting: str
):
    swap(ann, bob)
    bob.delete(VHTO)
    ann.edit(VHTO, {"goal": "meer meisjes"})
    swap(ann, bob)
    assert left_out(bob, meeting) == left_out(ann, meeting) == [("2.1", "contested_here")]
    ann.restore(VHTO)
    assert left_out(ann, meeting) == []


def test_nothing_is_decided_while_it_is_disputed_whether_a_meeting_runs(
    ann: Store, bob: Store, meeting: str
):
    swap(ann, bob)
    ann.meetings.open(meeting)
    bob.edit(meeting, {"phase": "closed"})
    swap(ann, bob)
    decision = meeting, item(ann, meeting, VHTO), Decision("held")
    for does in (partial(ann.meetings.decide, *decision), partial(bob.meetings.adopt, meeting)):
        assert refusal(does).key == "meeting_phase_disputed"
    ann.resolve(meeting, "phase", "running")
    swap(ann, bob)
    bob.delete(meeting)
    ann.edit(meeting, {"place": "Zwolle"})
    swap(ann, bob)
    assert refusal(ann.meetings.decide, *decision).key == "meeting_contested"
    ann.restore(meeting)
    ann.meetings.decide(*decision)


def test_two_agreements_that_are_joined_stand_as_a_and_b(ann: Store, meeting: str):
    other = item(ann, meeting, BOOST)
    ann.join(BOOST, VHTO)
    assert left_out(ann, meeting) == [("2.1", "several_proposals"), ("2.2", "several_proposals")]
    ann.meetings.decide(meeting, other, Decision("as_proposed"))
    assert value(ann, VHTO, "goal") == "meer meisjes"
    assert [one.outcome for one in ann.meetings.agenda(meeting).points if one.row] == [
        "otherwise", "as_proposed",
    ]  # fmt: skip


def test_a_proposal_stays_when_what_it_was_made_on_is_erased(ann: Store, meeting: str):
    ann.erasures.erase([act.id for act in ann.history(VHTO)], words=["VHTO"])
    assert left_out(ann, meeting) == []
    ann.meetings.adopt(meeting)
    ann.meetings.close(meeting)
    (told, _) = ann.meetings.minutes(meeting).with_outcome("as_proposed")
    assert "VHTO" not in told.point.title
    assert [(one.before, one.value) for one in told.changes] == [("open", "in_progress")]
    assert ann.check() == []


def test_a_meeting_goes_on_past_midnight(ann: Store, meeting: str):
    ann.meetings.open(meeting)
    late = Store(ann.path, by="ann", today=date(2014, 11, 21))
    late.meetings.attend(meeting, "vhto", "directeur", here=False, text="tot 00.10 uur")
    late.meetings.adopt(meeting)
    late.meetings.close(meeting)
    minutes = late.meetings.minutes(meeting)
    late.close()
    assert minutes.agenda.meeting.date == "2014-11-20"
    assert [one.text for one in minutes.entries] == ["tot 00.10 uur"]
    assert len(minutes.with_outcome("as_proposed")) == 2
    assert not any(one.amendments or one.later for one in minutes.points)


def test_two_laptops_that_run_one_meeting_have_it_whole(ann: Store, bob: Store, meeting: str):
    swap(ann, bob)
    for store, agreement, who in ((ann, VHTO, "vhto"), (bob, BOOST, "platform")):
        store.meetings.open(meeting)
        store.meetings.attend(meeting, who, "lid")
        store.meetings.decide(meeting, item(store, meeting, agreement), Decision("as_proposed"))
    swap(ann, bob)
    bob.meetings.close(meeting)
    assert refusal(ann.meetings.open, meeting).key == "nothing_changed"
    ann.meetings.close(meeting)
    swap(ann, bob)
    for store in (ann, bob):
        agenda = store.meetings.agenda(meeting)
        assert (agenda.meeting.phase, agenda.meeting.conflicts) == ("closed", ())
        assert len(agenda.meeting.present) == 2
        minutes = store.meetings.minutes(meeting)
        assert len(minutes.with_outcome("as_proposed")) == 2
        assert not minutes.incomplete
        assert store.meetings.adoptions(VHTO)[0].later == ()


def test_a_meeting_that_is_deleted_is_nobodys(ann: Store, meeting: str):
    point = item(ann, meeting, VHTO)
    ann.delete(meeting)
    does = ann.meetings
    for method, *more in (
        (does.open,), (does.adopt,), (does.close,), (does.share,), (does.minutes,),
        (does.decide, point, Decision("held")), (does.attend, "vhto", "lid"),
        (does.amend, point, "tekst", {}, "2014-12-01"),
    ):  # fmt: skip
        assert refusal(method, meeting, *more).key == "deleted"
    ann.restore(meeting)
    assert len(ann.meetings.agenda(meeting).points) == 5


def test_where_a_running_meeting_is(ann: Store, laptops: Laptops, meeting: str):
    ann.meetings.open(meeting)
    point = item(ann, meeting, BOOST)
    ann.meetings.go_to(meeting, point)
    beside = laptops.opened(ann.path, "iemand")
    before = beside.version()
    assert beside.meetings.running(meeting) == point
    ann.meetings.go_to(meeting, item(ann, meeting, VHTO))
    assert beside.version() != before
    assert beside.meetings.running(meeting) == item(ann, meeting, VHTO)


def test_who_is_there(ann: Store, meeting: str):
    ann.meetings.attend(meeting, "vhto", "directeur")
    ann.meetings.attend(meeting, "platform", "liaison", text="vanaf 10.15 uur")
    agenda = ann.meetings.agenda(meeting)
    assert [(one.name, one.function) for one in agenda.meeting.present] == [
        ("Platform", "liaison"), ("VHTO", "directeur"),
    ]  # fmt: skip
    assert [one.text for one in ann.meetings.minutes(meeting).entries] == ["vanaf 10.15 uur"]
    ann.meetings.attend(meeting, "vhto", "directeur", here=False)
    assert len(ann.meetings.agenda(meeting).meeting.present) == 1


def test_a_closing_of_which_not_all_has_come_says_so(ann: Store, bob: Store, meeting: str):
    swap(ann, bob)
    late = ann.edit(VHTO, {"goal": "meer meisjes"})
    ann.meetings.decide(meeting, item(ann, meeting, VHTO), Decision("discussed"))
    ann.meetings.close(meeting, hold=True)
    send(ann, bob, only=ids(ann) - {late})
    assert bob.meetings.minutes(meeting).incomplete
    assert bob.meetings.adoptions(VHTO)[0].incomplete
    send(ann, bob)
    assert not bob.meetings.minutes(meeting).incomplete
    assert bob.meetings.adoptions(VHTO)[0].later == ()


def test_the_next_meeting_begins_with_what_was_held_reserved_and_promised(ann: Store, meeting: str):
    vhto, boost = item(ann, meeting, VHTO), item(ann, meeting, BOOST)
    ann.meetings.decide(meeting, vhto, Decision("as_proposed", reservation=("vhto", None)))
    ann.meetings.note(meeting, boost, {"kind": "action", "text": "brief", "who": "vhto"})
    ann.meetings.note(meeting, boost, {"kind": "action", "text": "bellen", "done": True})
    ann.meetings.close(meeting, hold=True)
    assert [(one.title, bool(one.reservation), one.promised)
            for one in ann.meetings.carried("platform")] == [
        ("VHTO: schakel", True, False),
        ("TechYourFuture: P. Persoon", False, False),
        ("brief, VHTO", False, True),
    ]  # fmt: skip


def test_why_a_point_is_there_is_no_reason_of_a_decision(ann: Store, meeting: str):
    ann.meetings.adopt(meeting)
    assert ann.page(VHTO).entries == ()
    point = item(ann, meeting, BOOST)
    assert refusal(ann.meetings.propose, meeting, point, {"status": "lapsed"}).key == (
        "reason_needed"
    )


def test_what_is_held_over_after_all_is_not_adopted(ann: Store, meeting: str):
    ann.meetings.open(meeting)
    point = item(ann, meeting, VHTO)
    ann.meetings.decide(meeting, point, Decision("as_proposed", reservation=("vhto", None)))
    ann.meetings.decide(meeting, point, Decision("otherwise", sets={"goal": "meer meisjes"}))
    ann.edit(VHTO, {"condition": "als er geld is"})  # no decision of this meeting
    ann.meetings.decide(meeting, point, Decision("held"))
    assert [value(ann, VHTO, field) for field in ("status", "goal", "condition")] == [
        "open", None, "als er geld is",
    ]  # fmt: skip
    told = next(one for one in ann.meetings.minutes(meeting).points if one.point.id == point)
    assert (told.point.outcome, told.point.reservation, told.changes) == ("held", None, ())


def test_what_is_only_talked_about_after_all_is_as_it_was_with_its_reason(ann: Store, meeting: str):
    ann.status(VHTO, "partly_met", why="het begin is er")
    ann.meetings.open(meeting)
    point = item(ann, meeting, VHTO)
    ann.meetings.decide(meeting, point, Decision("otherwise", sets={"status": "in_progress"}))
    ann.meetings.decide(meeting, point, Decision("discussed"))
    why = ann.agreement_page(VHTO).why
    assert (value(ann, VHTO, "status"), why and why.text) == ("partly_met", "het begin is er")


def test_an_action_becomes_an_agreement_once(ann: Store, meeting: str):
    ann.meetings.open(meeting)
    point = item(ann, meeting, VHTO)
    action = ann.meetings.note(meeting, point, {"kind": "action", "text": "brief sturen"})
    made = ann.meetings.as_agreement(meeting, point, action)
    again = refusal(ann.meetings.as_agreement, meeting, point, action)
    assert again.key == "already_agreement"
    assert again.details["title"] == value(ann, made, "code")
    told = next(one for one in ann.meetings.minutes(meeting).points if one.point.id == point)
    assert [one.became for one in told.entries] == [value(ann, made, "code")]
    made_in = ann.agreement_page(made).made_in
    assert made_in is not None
    assert (made_in.meeting, made_in.point) == (meeting, value(ann, VHTO, "code"))
    ann.meetings.close(meeting, hold=True)
    carried = ann.meetings.carried(str(value(ann, meeting, "body")))
    assert not any(one.promised for one in carried)  # the agreement is what was promised
