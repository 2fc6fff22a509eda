"""Preparing a meeting: its agenda, whose order it has, what is proposed, and what is shared."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from storage.editing.new_records import own_tail
from storage.editing.requirements import life_in
from storage.errors import Refused
from storage.meetings.positions import place_at, spread
from storage.queries.joins import joins
from storage.queries.meetings.proposals import heads_of
from storage.records.fields import FIELDS, field_of
from storage.records.ids import tail_of
from storage.records.record_json import Json
from storage.records.validation import checked
from storage.tables.database import Connection
from storage.tables.stored_record import stored_record
from storage.views.change import Change
from storage.views.meeting import Agenda, MeetingPlan, PlannedPoint, Point

_LAST_ASKED = """
SELECT p.organisation, p.function FROM meetings_participants p WHERE p.tail = (
  SELECT tail FROM meetings WHERE body IN (SELECT value FROM json_each(?)) AND life <> 'deleted'
     AND tail IN (SELECT tail FROM meetings_participants)
   ORDER BY coalesce(date, '') DESC, tail LIMIT 1)"""


def prepared(connection: Connection, plan: MeetingPlan) -> list[Change]:
    """The changes that make a meeting and its agenda; the first adds the meeting."""
    tail = own_tail(own=False)
    people = {f"participants/{organisation}/{function}": True
              for organisation, function in plan.participants}  # fmt: skip
    facts = {name: value for name, value in plan.facts.items() if value is not None}
    meeting = Change(new="meetings", tail=tail, sets={"phase": "planned", **facts, **people})
    return [meeting, *_points(connection, tail, plan.points, own=plan.own)]


def _points(
    connection: Connection, meeting: str, points: Sequence[PlannedPoint], *, own: bool
) -> Iterable[Change]:
    for point, position in zip(points, spread(len(points)), strict=True):
        tail = own_tail(own=own)
        yield added(connection, meeting, point, position, own=own, tail=tail)
        for under, place in zip(point.under, spread(len(point.under)), strict=True):
            below = own_tail(own=own)
            yield added(connection, meeting, under, place, own=own, tail=below, part_of=tail)


def added(
    connection: Connection, meeting: str, point: PlannedPoint, position: str, *,
    own: bool, tail: str = "", part_of: str | None = None,
) -> Change:  # fmt: skip
    """The change that puts one point on an agenda."""
    sets: dict[str, object] = {
        "meeting": meeting, "part_of": part_of, "title": point.title, "agreement": point.agreement,
        "position": position, "minutes": point.minutes, "reason": point.reason,
    }  # fmt: skip
    if point.proposal:
        sets |= _proposing(connection, f"agreements/{point.agreement}", point.proposal)
    said = {name: value for name, value in sets.items() if value is not None}
    return Change(new="items", tail=tail or own_tail(own=own), sets=said, own=own)


def check_under(agenda: Agenda, under: str | None, id_: str = "") -> None:
    """Raises Refused where a point cannot come under another: that is of the second level, or the
    point itself."""
    above = next((one for one in agenda.points if tail_of(one.id) == under), None)
    if above is not None and (above.id == id_ or "." in above.number):
        raise Refused("no_level_under", title=above.title)


def gathered(
    connection: Connection, agenda: Agenda, groups: Mapping[str, Sequence[PlannedPoint]]
) -> list[Change]:
    """The changes that put groups of points on an agenda, each under the topic of its name; a new
    topic comes after the last that has points under it."""
    meeting = tail_of(agenda.meeting.id)
    tops = [one for one in agenda.points if one.part_of is None]
    parents = {one.part_of for one in agenda.points}
    places = [one.position for one in tops]
    index = max((n + 1 for n, one in enumerate(tops) if tail_of(one.id) in parents), default=0)
    found: list[Change] = []
    for name, points in groups.items():
        above = next((one for one in tops if one.title == name and one.row is None), None)
        tail = tail_of(above.id) if above else own_tail(own=True)
        if above is None:
            place = place_at(places, index) or place_last(places)
            places.insert(index, place)
            index += 1
            found.append(added(connection, meeting, PlannedPoint(name), place, own=True, tail=tail))
        there = [one.position for one in agenda.points if one.part_of == tail]
        for point in points:
            there.append(place_last(there))
            found.append(added(connection, meeting, point, there[-1], own=True, part_of=tail))
    return found


def place_from(there: Sequence[str], index: int) -> str:
    """A position before the one at ``index`` of these; the last where there is no room."""
    if index < len(there):
        return place_at(there, index) or place_last(there)
    return place_last(there)


def place_last(there: Sequence[str]) -> str:
    """A position after all of these."""
    last = max(there, default="")
    return place_at([last], 1) or f"{last}z"


def proposing(
    connection: Connection, point: Point, values: Mapping[str, object], reason: str | None
) -> Change:
    """The change that lets a point propose these values for its agreement; none takes the proposal
    away. Raises Refused for a point without an agreement, and for what it cannot take."""
    if point.row is None:
        raise Refused("no_agreement_here", title=point.title)
    if needs_reason(values) and not reason:
        raise Refused("evidence_needed" if needs_reason(values) == "evidence" else "reason_needed")
    sets: dict[str, object] = {"proposal": None, "seen": None}
    if values:
        sets = _proposing(connection, point.row.id, values)
    return Change((point.id,), sets={**sets, "reason": reason} if reason else sets)


def _proposing(
    connection: Connection, agreement: str, values: Mapping[str, object]
) -> dict[str, object]:
    said = {field: checked(agreement, field, value) for field, value in values.items()}
    return {"proposal": said, "seen": heads_of(connection, agreement, said)}


def needs_reason(values: Mapping[str, object]) -> Literal["reason", "evidence"] | None:
    """Whether one of these values of an agreement asks why, or for evidence."""
    for name, value in values.items():
        field = field_of("agreements/", name)
        need = field.need(value) if field is not None else None
        if need == "evidence" or (need == "reason" and not isinstance(value, Mapping)):
            return need
    return None


def moved(agenda: Agenda, point: Point, index: int, under: str | None) -> list[Change]:
    """The changes that put a point at this place, counted from 0 without it, among those of the
    first level or ``under`` one. Where there is no room between two, all get a place anew."""
    if under is not None and any(one.part_of == tail_of(point.id) for one in agenda.points):
        raise Refused("two_levels", title=point.title)
    check_under(agenda, under, point.id)
    others = [one for one in agenda.points if one.part_of == under and one.id != point.id]
    index = max(0, min(index, len(others)))
    place = place_at([one.position for one in others], index)
    if place is not None:
        return [Change((point.id,), sets={"position": place, "part_of": under})]
    order = [*others[:index], point, *others[index:]]
    return [
        Change((one.id,), sets={"position": place, **({"part_of": under} if one == point else {})})
        for one, place in zip(order, spread(len(order)), strict=True)
    ]


def shared(connection: Connection, points: Iterable[Point]) -> list[Change]:
    """The changes that make own points into points for all: new ones, and the own ones go
    (contract §1)."""
    own = [point for point in points if point.own]
    tails = {tail_of(point.id): own_tail(own=False) for point in own}
    made = [_copy(stored_record(connection, point.id) or {}, tails) for point in own]
    gone = Change(tuple(point.id for point in own), sets={"life": "deleted"})
    return [*made, gone] if own else []


def _copy(said: Json, tails: Mapping[str, str]) -> Change:
    sets: dict[str, object] = {}
    for name, field in FIELDS["items"].items():
        value = said[name]
        if field.is_set:
            sets |= {f"{name}/{one}": True for one in value}  # type: ignore[attr-defined]
        elif value is not None and name != "joined":
            sets[name] = value
    above = str(said["part_of"] or "")
    if above in tails:
        sets["part_of"] = tails[above]
    elif above.startswith("own-"):  # what it stood under stays own
        del sets["part_of"]
    return Change(new="items", tail=tails[tail_of(str(said["id"]))], sets=sets)


def usual_participants(connection: Connection, body: str) -> list[tuple[str, str]]:
    """Organisation and function of who was asked to the last meeting of a body; of a first one its
    members, without a function. Whoever is not in this file, or cannot be asked, is left out."""
    bodies = joins(connection, "organisations").asked(body)
    rows = connection.execute(_LAST_ASKED, (bodies,)).fetchall()
    if not rows:
        query = "SELECT organisations, '' FROM organisations_members WHERE tail = ?"
        rows = connection.execute(query, (body,)).fetchall()
    return sorted((one, function) for one, function in rows if _can_come(connection, one, function))


def _can_come(connection: Connection, organisation: str, function: str) -> bool:
    known = life_in(connection, f"organisations/{organisation}") not in (None, "deleted")
    try:
        checked("meetings/", f"participants/{organisation}/{function or '-'}", value=True)
    except Refused:
        return False
    return known
