"""Meetings that are still to come, for terms that are told by one."""

import sqlite3
from datetime import date

from storage.phrases import Meeting
from storage.queries.joins import joins
from storage.queries.phases import held, phase_of

_COMING = """
SELECT m.tail, m.date, m.title, o.name, o.abbreviation FROM meetings m
  LEFT JOIN organisations o ON o.tail = m.body
 WHERE m.life <> 'deleted' AND m.date >= ?"""


def coming(connection: sqlite3.Connection, today: date) -> list[Meeting]:
    """Those with a day, the reference date included; called as they and their body are."""
    rows = connection.execute(_COMING, (today.isoformat(),)).fetchall()
    found = []
    joined = joins(connection, "meetings")
    for tail, day, *names in rows:
        if tail in joined.by or phase_of(connection, joined.all_of(tail)) == "closed":
            continue
        try:
            found.append(Meeting(" ".join(name for name in names if name), date.fromisoformat(day)))
        except ValueError:  # a merge can bring what is no day
            continue
    return found


def closed_meetings(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """The day and the title of the meetings that are over, the newest first."""
    return [(one.date, one.title or "") for one in held(connection) if one.date]
