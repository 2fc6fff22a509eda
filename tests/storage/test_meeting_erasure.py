"""Words of a meeting that are erased: the act that erases them stands in for what said them."""

import pytest

from storage.store import Store
from storage.views.meeting import Decision, MeetingPlan, PlannedPoint
from tests.storage.small import VHTO, swap, value

PLAN = MeetingPlan(
    {"title": "Liaisonoverleg", "date": "2014-11-20", "body": "platform"}, (),
    (PlannedPoint("Opening"),
     PlannedPoint(agreement=VHTO.partition("/")[2], proposal={"goal": "P. Persoon regelt het"})),
    own=False,
)  # fmt: skip


@pytest.fixture
def meeting(ann: Store) -> str:
    return ann.meetings.prepare(PLAN)


def act_on(store: Store, record: str, field: str) -> str:
    """The last act that set a field."""
    return next(
        act.id for act in store.history(record) if any(one.field == field for one in act.changes)
    )


def told(store: Store, meeting: str) -> tuple[object, ...]:
    """What the minutes say of the agreement, and what its page says of the meeting."""
    minutes = store.meetings.minutes(meeting)
    (point,) = minutes.with_outcome("as_proposed")
    (adoption,) = store.meetings.adoptions(VHTO)
    return (
        minutes.closed_at is not None,
        [(one.field, one.before, one.value) for one in point.changes],
        [(one.change.field, one.change.before, one.change.value) for one in point.later],
        [one.text for one in point.amendments],
        adoption.meeting,
        [(one.change.field, one.change.value) for one in adoption.later],
    )


@pytest.mark.parametrize("which", ["adopting", "closing", "both"])
def test_what_an_erased_act_adopted_stays_in_the_minutes(
    ann: Store, bob: Store, meeting: str, which: str
):
    ann.meetings.adopt(meeting)
    ann.meetings.close(meeting)
    swap(ann, bob)
    point = ann.meetings.agenda(meeting).points[1]
    bob.meetings.amend(meeting, point.id, "het is uitgesteld", {"status": "on_hold"}, "2014-12-01")
    swap(ann, bob)
    before = told(ann, meeting)
    assert before[1:4] == (
        [("goal", None, "P. Persoon regelt het")], [("status", "open", "on_hold")],
        ["het is uitgesteld"],
    )  # fmt: skip
    acts = [act_on(ann, VHTO, "goal"), act_on(ann, meeting, "phase")]
    gone = {"adopting": acts[:1], "closing": acts[1:], "both": acts}[which]
    ann.erasures.erase(gone, words=["P. Persoon"])
    masked = value(ann, VHTO, "goal")
    assert ("Persoon" in str(masked)) == (which == "closing")
    after = told(ann, meeting)
    assert after[:3] == (True, [("goal", None, masked)], before[2])
    assert after[3:] == before[3:]
    swap(ann, bob)
    bob.erasures.confirm([one.act for one in bob.erasures.pending()])
    assert told(bob, meeting) == after
    assert ann.check() == bob.check() == []


def test_an_erasure_that_is_erased_and_taken_back(ann: Store, meeting: str):
    ann.meetings.adopt(meeting)
    ann.meetings.close(meeting)
    ann.erasures.erase([act_on(ann, VHTO, "goal")], words=["P. Persoon"])
    ann.erasures.erase([act_on(ann, VHTO, "goal")], words=["regelt"])
    goal = value(ann, VHTO, "goal")
    assert told(ann, meeting)[1:3] == ([("goal", None, goal)], [])
    ann.undo(act_on(ann, VHTO, "goal"), "toch niet")  # and with it what that says again
    (adoption,) = ann.meetings.adoptions(VHTO)
    assert [(one.change.before, one.change.value) for one in adoption.later] == [(goal, None)]
    closing = act_on(ann, meeting, "phase")
    ann.erasures.erase([closing])
    ann.undo(act_on(ann, meeting, "phase"), "de zitting liep nog")
    assert ann.meetings.minutes(meeting).closed_at is None
    assert ann.meetings.adoptions(VHTO) == []


def test_what_is_taken_back_after_the_closing_is_told(ann: Store, meeting: str):
    ann.meetings.decide(meeting, ann.meetings.agenda(meeting).points[1].id,
                        Decision("as_proposed"))  # fmt: skip
    ann.meetings.close(meeting)
    ann.undo(act_on(ann, VHTO, "goal"), "vergissing")
    (adoption,) = ann.meetings.adoptions(VHTO)
    (later,) = adoption.later
    assert (later.change.before, later.change.value) == ("P. Persoon regelt het", None)
    assert not later.arrived
    assert later.at > ann.meetings.minutes(meeting).closed_at  # type: ignore[operator]
    assert ann.meetings.minutes(meeting).points[1].later == (later,)
    ann.undo(later.act, "toch goed")
    assert ann.meetings.adoptions(VHTO)[0].later == ()
