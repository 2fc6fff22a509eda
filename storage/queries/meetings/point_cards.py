"""A point of an agenda as a room reads it."""

import sqlite3
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from storage.queries.adoptions import closing
from storage.queries.field_facts import record_called
from storage.queries.history.act_history import acts_by_number
from storage.queries.joins import joins
from storage.queries.meetings.carried import last_closed
from storage.queries.pages.logbook import entries
from storage.records.fields import OPEN_STATUSES
from storage.records.ids import tail_of
from storage.records.record_json import Json
from storage.tables.stored_record import stored_record
from storage.views.act_row import ActRow
from storage.views.field_change import FieldChange
from storage.views.meeting import Agenda, Point, PointCard

if TYPE_CHECKING:
    from storage.queries.agreements.pane_lists import Lists

Connection = sqlite3.Connection

_SINCE = """
SELECT DISTINCT a.n FROM said s JOIN acts a ON a.n = s.act
 WHERE s.record = ? AND a.at > ? AND NOT a.void AND NOT a.erased ORDER BY a.at, a.id"""
_HERE = "SELECT tail FROM entries WHERE meeting IN (SELECT value FROM json_each(?))"


def point_card(connection: Connection, lists: "Lists", agenda: Agenda, point: Point) -> PointCard:
    """What the room sees of a point; nothing of the eigen organisatie."""
    meeting = joins(connection, "meetings").asked(tail_of(agenda.meeting.id))
    here = {f"entries/{tail}" for (tail,) in connection.execute(_HERE, (meeting,)).fetchall()}
    about = point.row.id if point.row else point.id
    log = [one for one in entries(connection, lists, about) if not one.own]
    said = tuple(reversed([one for one in log if one.id in here]))
    last = next((one for one in log if one.id not in here), None)
    if point.row is None:
        return PointCard(point, "", (), last, said)
    record = stored_record(connection, point.row.id) or {}
    return PointCard(
        point, str(record.get("text") or ""), _since(connection, agenda, point.row.id), last, said,
        _in_role(connection, record, "lead"), _awaited(connection, record),
    )  # fmt: skip


ASKING = ("requester", "counterparty", "recipient")
"""Who may ask for what is done on request, the likeliest first."""


def _awaited(connection: Connection, record: Json) -> tuple[str, ...]:
    """Of whom an open agreement waits: who has yet to ask, or was asked and did not answer."""
    said = record.get("related")
    related = {one["relation"] for one in said} if isinstance(said, list) else set()
    if record.get("status") not in OPEN_STATUSES or related & {"takes_up", "declines"}:
        return ()
    roles = {"on_request": ASKING, "request": ("lead",)}.get(str(record.get("kind")), ())
    found = (_in_role(connection, record, role) for role in roles)
    return next((names for names in found if names), ())


def _in_role(connection: Connection, record: Json, role: str) -> tuple[str, ...]:
    """The full names of the organisations that have a role in an agreement."""
    said, joined = record.get("parties"), joins(connection, "organisations")
    pairs = said if isinstance(said, list) else []
    tails = {joined.of(str(one["organisation"])) for one in pairs if one["role"] == role}
    return tuple(sorted(record_called(connection, "organisations", tail).name for tail in tails))


def _since(connection: Connection, agenda: Agenda, agreement: str) -> tuple[FieldChange, ...]:
    """What changed in an agreement since the last meeting of this body was closed; nothing where
    there was none yet."""
    last = last_closed(connection, agenda.meeting.body_tail) if agenda.meeting.body_tail else None
    known = closing(connection, last) if last and last != agenda.meeting.id else None
    if known is None:
        return ()
    rows = connection.execute(_SINCE, (agreement, known[0].at)).fetchall()
    acts = acts_by_number(connection, [n for (n,) in rows])
    return tuple(from_first_to_last(acts, {agreement}))


def from_first_to_last(acts: Iterable[ActRow], records: Collection[str]) -> list[FieldChange]:
    """What these acts, in their order, made of fields of these records: from what stood before the
    first to what stands after the last."""
    found: dict[tuple[str, str], FieldChange] = {}
    for act in acts:
        for change in act.changes:
            if change.record in records and change.field != "life":
                place = (change.record, change.field)
                was = found.get(place, change)
                names = {**was.names, **change.names}
                found[place] = change._replace(before=was.before, names=names)
    return [one for one in found.values() if one.before != one.value]
