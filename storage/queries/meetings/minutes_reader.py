"""What a meeting said and did: outcomes, what changed, what was noted, what came later."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from storage.merge import merge_field
from storage.merge.adopted_field import Closing
from storage.progress import ALONE, Progress
from storage.queries.adoptions import closing, later_values
from storage.queries.erasure_requests import asked_to_erase
from storage.queries.history.act_history import acts_by_number
from storage.queries.joins import joins
from storage.queries.meetings.point_cards import from_first_to_last
from storage.queries.pages.logbook import entries_of_meeting
from storage.queries.phases import held
from storage.records.ids import tail_of
from storage.tables.assertions import load_world
from storage.tables.chunks import select_in
from storage.tables.stored_values import stored_act
from storage.views.field_change import FieldChange
from storage.views.meeting import Agenda, Point
from storage.views.minutes import Minutes, PointMinutes

if TYPE_CHECKING:
    from storage.queries.agreements.pane_lists import Lists
    from storage.views.page_elements import Entry

Connection = sqlite3.Connection

_ACTS = """
SELECT DISTINCT a.n, a.id, a.body FROM said s JOIN acts a ON a.n = s.act
 WHERE NOT a.erased AND NOT a.void AND instr(a.body, '"meeting":') AND s.record IN (…)"""
_CLOSED = """
SELECT max(s.act) FROM said s JOIN acts a ON a.n = s.act
 WHERE s.field = 'phase' AND s.value = '"closed"' AND NOT a.void AND NOT a.erased
   AND a.id NOT IN (SELECT act FROM erasing) AND s.record IN (…)"""
_FIRST_SAID = """
SELECT s.record, min(s.act) FROM said s JOIN acts a ON a.n = s.act
 WHERE s.field = 'life' AND a.id NOT IN (SELECT act FROM erasing) AND s.record IN (…)
 GROUP BY s.record"""
_REASONS = "SELECT at, why FROM acts WHERE why <> '' AND NOT void AND NOT erased AND id IN (…)"
_OUTCOMES = """
SELECT s.record, a.id, a.body FROM said s JOIN acts a ON a.n = s.act
 WHERE s.field = 'outcome' AND NOT a.void AND NOT a.erased AND s.record IN (…)"""
_ADOPTED_BY = "SELECT tail FROM meetings WHERE minutes_adopted IN (…) AND life <> 'deleted'"


def minutes(
    connection: Connection, lists: "Lists", agenda: Agenda, progress: Progress = ALONE
) -> Minutes:
    """The minutes of a meeting as they are now; points of the eigen organisatie stand in none."""
    points = [point for point in agenda.points if not point.own]
    tails = joins(connection, "meetings").all_of(tail_of(agenda.meeting.id))
    known = closing(connection, agenda.meeting.id)
    said = entries_of_meeting(connection, lists, tails)
    closed_at = known[0].at if known else None
    changes = _changes(connection, points, tails, known[0] if known else None)
    before = [entry.id for entry, _ in said if closed_at and entry.said_at <= closed_at]
    came = _came_after_closing(connection, tails, before)
    reasons = _reasons(connection, [point.id for point in points])
    by_about: dict[str, list[tuple[int, Entry]]] = defaultdict(list)
    for n, (entry, of) in enumerate(said):
        by_about[of].append((n, entry))
    told = []
    for point in progress.over(points, len(points)):
        about = [point.id, *([point.row.id] if point.row else [])]
        noted = [entry for _, entry in sorted(one for of in about for one in by_about[of])]
        here = [entry for entry in noted if entry.id not in came]
        later = later_values(connection, known[0], point.row.id) if known and point.row else ()
        late = [
            one for one in here if closed_at and one.kind == "decision" and one.said_at > closed_at
        ]
        told.append(
            PointMinutes(
                point,
                tuple(changes.get(point.row.id, ()) if point.row else ()),
                tuple(one for one in here if one not in late),
                tuple(late),
                tuple(later),
                tuple(entry for entry in noted if entry.id in came),
                reasons.get(point.id),
            )
        )
    of_meeting = [entry for _, entry in by_about[agenda.meeting.id]]
    joined = joins(connection, "meetings")
    adopting = {joined.of(tail) for (tail,) in select_in(connection, _ADOPTED_BY, tails)} - {*tails}
    by = [(one.title or "", one.date) for one in held(connection) if one.tail in adopting]
    return Minutes(
        agenda,
        tuple(told),
        tuple(entry for entry in of_meeting if entry.id not in came),
        closed_at,
        bool(known and known[1]),
        by[-1] if by else None,
        tuple(entry for entry in of_meeting if entry.id in came),
    )


def _reasons(connection: Connection, items: Collection[str]) -> Mapping[str, str]:
    """By point why its last outcome was said, where that was told."""
    hidden, found = asked_to_erase(connection), dict[str, tuple[str, str, str | None]]()
    for item, id_, body in select_in(connection, _OUTCOMES, items):
        act = stored_act(connection, id_, body)
        said = act.at, id_, None if id_ in hidden else act.why
        found[item] = max(found.get(item, said), said, key=lambda one: one[:2])
    return {item: why for item, (_, _, why) in found.items() if why}


def _came_after_closing(
    connection: Connection, meeting: Sequence[str], entries: Sequence[str]
) -> set[str]:
    """Which of these entries came in here after the closing did. What a closing saw tells nothing
    of entries, so another laptop may have had them in time."""
    records = [f"meetings/{tail}" for tail in meeting]
    closed = max((n for (n,) in select_in(connection, _CLOSED, records) if n), default=None)
    if closed is None:
        return set()
    return {record for record, n in select_in(connection, _FIRST_SAID, entries) if n > closed}


def changed_in_meeting(
    connection: Connection, agenda: Agenda, point: Point
) -> Sequence[FieldChange]:
    """What a meeting changed in the agreement of a point, until it was closed."""
    if point.row is None:
        return ()
    tails = joins(connection, "meetings").all_of(tail_of(agenda.meeting.id))
    known = closing(connection, agenda.meeting.id)
    found = _changes(connection, [point], tails, known[0] if known else None)
    return found.get(point.row.id, ())


def _changes(
    connection: Connection,
    points: Sequence[Point],
    meeting: Sequence[str],
    closing: Closing | None,
) -> Mapping[str, list[FieldChange]]:
    """By agreement what acts of this meeting made of its fields, from what stood before to what
    stood after, in the order in which they were said, which is one on all laptops; what was said
    after the closing is no part of it, unless it says again what was erased since."""
    joined = joins(connection, "agreements")
    of = {f"agreements/{tail}": point.row.id
          for point in points if point.row is not None
          for tail in joined.all_of(tail_of(point.row.id))}  # fmt: skip
    by_time = sorted(
        (act.at, id_, n)
        for n, id_, body in select_in(connection, _ACTS, of)
        if (act := stored_act(connection, id_, body)).meeting in meeting
        and (closing is None or act.at <= closing.at or not closing.saw.isdisjoint(act.erase))
    )
    found: dict[str, list[FieldChange]] = defaultdict(list)
    numbers = [n for _, _, n in by_time]
    for change in from_first_to_last(acts_by_number(connection, numbers), of):
        found[of[change.record]].append(change)
    return found


def values_before(connection: Connection, agenda: Agenda, point: Point) -> dict[str, object]:
    """What stood in the fields of the agreement of a point before this meeting changed them, by
    field as acts name it, of those that still say what the meeting made of them."""
    if point.row is None:
        return {}
    tails = joins(connection, "meetings").all_of(tail_of(agenda.meeting.id))
    made = _changes(connection, [point], tails, None).get(point.row.id, [])
    said = load_world(connection, [point.row.id], fields=[one.field for one in made])
    found: dict[str, object] = {}
    for one in made:
        now = merge_field(said[point.row.id][one.field], lambda _: True)
        if now.value == one.value:
            found[one.field] = False if one.before is None and "/" in one.field else one.before
    return found


def former_reason(
    connection: Connection, agreement: str, values: Mapping[str, object]
) -> str | None:
    """Why one of these values was said of an agreement, the last time that a reason was given."""
    said = load_world(connection, [agreement], fields=[*values])[agreement]
    acts = [one.act for field in said for one in said[field] if one.value == values[field]]
    reasons = sorted(select_in(connection, _REASONS, acts))
    return reasons[-1][1] if reasons else None
