"""What a meeting leaves for the next one of its body."""

import sqlite3

from storage.queries.joins import joins
from storage.records.ids import tail_of
from storage.views.meeting import Agenda, Carried

_LAST = """
SELECT 'meetings/' || tail FROM meetings
 WHERE body IN (SELECT value FROM json_each(?)) AND phase = 'closed' AND life <> 'deleted'
 ORDER BY coalesce(date, '') DESC, tail LIMIT 1"""


def last_closed(connection: sqlite3.Connection, body: str) -> str | None:
    """The id of the last closed meeting of a body; None where none was closed yet."""
    asked = joins(connection, "organisations").asked(body)
    row = connection.execute(_LAST, (asked,)).fetchone()
    return row[0] if row else None


def left_over(agenda: Agenda) -> list[Carried]:
    """What was held over, and what waits for someone, in the order of the agenda; of several
    proposals for one agreement the first."""
    found: dict[str, Carried] = {}
    for point in agenda.points:
        waits = point.reservation is not None and point.reservation.answer is None
        if point.own or not (point.outcome == "held" or waits):
            continue
        key = point.row.id if point.row else point.id
        agreement = tail_of(point.row.id) if point.row else None
        title = agenda.meeting.title or agenda.meeting.date or ""
        reserved = point.reservation if waits else None
        found.setdefault(key, Carried(point.title, agreement, title, reserved))
    return [*found.values()]
