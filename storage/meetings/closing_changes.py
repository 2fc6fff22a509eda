"""Beginning a meeting, who is there, closing it, and amending what it decided later."""

from collections.abc import Mapping, Sequence

from storage.errors import Refused
from storage.records.ids import tail_of
from storage.views.change import Change
from storage.views.meeting import Agenda, Point

NAMED = 5  # points that a refusal names


def opened(agenda: Agenda) -> Change:
    """The change by which a meeting runs. Raises Refused where it was closed already."""
    if agenda.meeting.phase == "closed":
        raise Refused("meeting_closed", title=agenda.meeting.title)
    return Change((agenda.meeting.id,), sets={"phase": "running"})


def attended(
    agenda: Agenda, organisation: str, function: str, *, here: bool, text: str | None,
    make: Mapping[str, str],
) -> Change:  # fmt: skip
    """The change that tells whether someone is there; ``text`` says since or until when, and
    stands in the logbook of the meeting. ``make`` has the name, by id, of an organisation that is
    made along."""
    meeting = tail_of(agenda.meeting.id)
    place = f"present/{organisation}/{function}"
    entry = None
    if text:
        entry = {"kind": "remark", "text": text, "who": organisation, "function": function,
                 "meeting": meeting}  # fmt: skip
    return Change((agenda.meeting.id,), sets={place: here}, entry=entry, make=make, meeting=meeting)


def meeting_closing(agenda: Agenda, *, hold: bool, next_meeting: str | None) -> list[Change]:
    """The changes that close a meeting. What it adopts are the agreements of which it decided
    something but to hold them over. Raises Refused while something is undecided, unless that is
    to be held over too (``hold``), and while two laptops decided one point otherwise."""
    if agenda.meeting.phase == "closed":
        raise Refused("meeting_closed", title=agenda.meeting.title)
    points = [point for point in agenda.points if not point.own]
    twice = [point for point in points if "outcome" in point.conflicts]
    if twice:
        raise Refused("decided_twice", points=_some(twice))
    left = [point for point in points if point.undecided]
    if left and not hold:
        raise Refused("undecided", codes=_some(left))
    adopts = dict.fromkeys(
        point.row.id
        for point in points
        if point.row is not None and point.outcome not in (None, "held")
    )
    meeting = tail_of(agenda.meeting.id)
    sets: dict[str, object] = {"phase": "closed"}
    if next_meeting is not None:
        sets["next"] = next_meeting
    found = [Change((agenda.meeting.id,), sets=sets, meeting=meeting, adopts=tuple(adopts))]
    if left:
        found.append(Change(tuple(one.id for one in left), sets={"outcome": "held"}))
    return found


def _some(points: Sequence[Point]) -> str:
    """The first of these by code or title, and that there are more."""
    named = [(point.row and point.row.code) or point.title for point in points[:NAMED]]
    return ", ".join([*named, *(["…"] if points[NAMED:] else [])])


def amended(
    agenda: Agenda,
    point: Point,
    text: str,
    values: Mapping[str, object],
    date: str,
) -> list[Change]:
    """The changes that amend what a closed meeting decided: a decision of that day in the logbook,
    and other values of the agreement. Raises Refused while the meeting is not closed."""
    if agenda.meeting.phase != "closed":
        raise Refused("meeting_not_closed", title=agenda.meeting.title)
    if values and point.row is None:
        raise Refused("no_agreement_here", title=point.title)
    meeting = tail_of(agenda.meeting.id)
    about = point.row.id if point.row is not None else point.id
    entry = {"kind": "decision", "text": text, "date": date, "meeting": meeting}
    return [Change((about,), sets=values, entry=entry, reason=text, meeting=meeting)]
