"""What a meeting leaves for the next one of its body, and in which parts an agenda falls."""

import sqlite3
from collections.abc import Collection
from typing import TYPE_CHECKING, Literal

from storage.queries.joins import joins
from storage.queries.phases import held
from storage.records.ids import tail_of
from storage.tables.chunks import select_in
from storage.views.meeting import Agenda, Carried
from storage.views.minutes import Minutes

if TYPE_CHECKING:
    from storage.queries.agreements.pane_lists import Lists

Grouping = Literal["regions", "programmes"]
"""In which groups agreements stand on an agenda."""


def last_closed(connection: sqlite3.Connection, body: str) -> str | None:
    """The id of the last closed meeting of a body; None where none was closed yet."""
    joined = joins(connection, "organisations")
    of = {body, *joined.all_of(body)}
    return next((f"meetings/{one.tail}" for one in held(connection) if one.body in of), None)


def left_over(agenda: Agenda) -> list[Carried]:
    """What was held over, and what waits for someone, in the order of the agenda; of several
    proposals for one agreement the first."""
    found: dict[str, Carried] = {}
    for point in agenda.points:
        if point.own or not (point.outcome == "held" or point.reserved):
            continue
        key = point.row.id if point.row else point.id
        agreement = tail_of(point.row.id) if point.row else None
        reserved = point.reservation if point.reserved else None
        held = point.proposal if point.outcome == "held" else None
        values = {one.field: one.value for one in held.changes} if held else None
        found.setdefault(
            key,
            Carried(
                point.title, agreement, agenda.meeting.title, agenda.meeting.date, reserved,
                proposal=values,
            ),
        )  # fmt: skip
    return [*found.values()]


def promised(minutes: Minutes) -> list[Carried]:
    """The actions of a meeting that are not done and became no agreement, in the order in which
    they were said; also what came in here after it was closed."""
    meeting = minutes.agenda.meeting
    every = [entry for one in minutes.points for entry in (*one.entries, *one.arrived)]
    return [
        Carried(", ".join(part for part in (entry.text, entry.who) if part), None, meeting.title,
                meeting.date, None, promised=True)
        for entry in (*every, *minutes.entries, *minutes.arrived)
        if entry.kind == "action" and not entry.done and entry.became is None
    ]  # fmt: skip


def groups_of(
    connection: sqlite3.Connection, lists: "Lists", agreements: Collection[str], by: Grouping
) -> dict[str, str]:
    """By tail the name of the first region or programme, by name, of each of these agreements that
    has one."""
    joined = lists.sets.joined[by]
    names = lists.names.regions if by == "regions" else lists.names.programmes
    query = f"SELECT tail, {by} FROM agreements_{by} WHERE tail IN (…)"
    found: dict[str, str] = {}
    for tail, group in select_in(connection, query, agreements):
        end = joined.of(group)
        if end in names:
            found[tail] = min(found.get(tail, names[end][0]), names[end][0])
    return found
