"""Meetings, points and agreements of one meeting that are joined: nothing that it said is lost."""

import pytest

from storage.records.ids import tail_of
from storage.store import Store
from storage.views.meeting import Decision, MeetingPlan, PlannedPoint
from tests.storage.small import BOOST, VHTO, refusal, value

FACTS = {"title": "Liaisonoverleg najaar", "date": "2014-11-20", "body": "platform"}


def planned(store: Store, agreement: str, goal: str) -> str:
    point = PlannedPoint(agreement=agreement.partition("/")[2], proposal={"goal": goal})
    return store.meetings.prepare(MeetingPlan(FACTS, (("vhto", "directeur"),), (point,), own=False))


@pytest.fixture
def closed(ann: Store) -> str:
    """A meeting that adopted a goal for VHTO, noted something, and was closed."""
    meeting = planned(ann, VHTO, "meer meisjes")
    ann.meetings.attend(meeting, "vhto", "directeur", text="vanaf 10.15 uur")
    (point,) = ann.meetings.agenda(meeting).points
    ann.meetings.decide(meeting, point.id, Decision("as_proposed"))
    ann.meetings.note(meeting, point.id, {"kind": "action", "text": "brief"})
    ann.meetings.close(meeting)
    return meeting


@pytest.mark.parametrize("into", ["planned", "closed"])
def test_a_meeting_that_was_closed_stays_so_when_it_is_joined(ann: Store, closed: str, into: str):
    other = planned(ann, BOOST, "iets")
    ann.edit(other, {"minutes_adopted": tail_of(closed)})  # as the next one that was planned
    stands = other if into == "planned" else closed
    ann.join(*((closed, other) if into == "planned" else (other, closed)))
    for id_ in (closed, other):  # by either
        agenda = ann.meetings.agenda(id_)
        assert (agenda.meeting.id, agenda.meeting.phase) == (stands, "closed")
        assert len(agenda.points) == 2
        minutes = ann.meetings.minutes(id_)
        assert minutes.closed_at is not None
        assert minutes.adopted_by is None
        (told,) = minutes.with_outcome("as_proposed")
        assert [(one.field, one.value) for one in told.changes] == [("goal", "meer meisjes")]
        assert [one.text for one in told.entries] == ["brief"]
        assert [one.text for one in minutes.entries] == ["vanaf 10.15 uur"]
        assert [one.name for one in agenda.meeting.present] == ["VHTO"]
        assert refusal(ann.meetings.close, id_).key == "meeting_closed"
        assert refusal(ann.meetings.open, id_).key == "meeting_closed"
    assert [one.id for one in ann.meetings.all()] == [stands]
    assert ann.meetings.closed() == [("2014-11-20", FACTS["title"])]
    assert ann.meetings.last_closed("platform") == stands
    adopted = ann.agreement_page(VHTO).adopted
    assert adopted is not None
    assert (adopted.meeting, adopted.later) == (stands, ())
    assert ann.agreement_page(BOOST).adopted is None  # that stood on the agenda, and no more
    ann.undo()
    assert ann.meetings.agenda(other).meeting.phase == "planned"
    assert ann.meetings.agenda(closed).meeting.phase == "closed"


def test_what_was_adopted_of_an_agreement_that_gives_way_stays_in_the_minutes(
    ann: Store, closed: str
):
    ann.join(VHTO, BOOST)
    (told,) = ann.meetings.minutes(closed).with_outcome("as_proposed")
    assert told.point.row is not None
    assert told.point.row.id == BOOST
    assert [(one.field, one.value) for one in told.changes] == [("goal", "meer meisjes")]
    (adoption,) = ann.meetings.adoptions(BOOST)
    later = {one.change.field: (one.change.before, one.change.value) for one in adoption.later}
    assert later["goal"] == ("meer meisjes", None)
    assert "status" not in later  # which is the same in both
    ann.undo()
    assert ann.meetings.adoptions(VHTO)[0].later == ()
    assert value(ann, VHTO, "goal") == "meer meisjes"


def test_two_that_were_closed_and_are_joined_are_one_meeting(ann: Store, closed: str):
    other = planned(ann, VHTO, "iets")
    ann.meetings.close(other, hold=True)
    silent = ann.searcher.listed("agreements", "stil:2").ids
    assert BOOST in silent
    ann.join(other, closed)
    assert ann.searcher.listed("agreements", "stil:1").ids == silent
    assert ann.searcher.listed("agreements", "stil:2").ids == ()
