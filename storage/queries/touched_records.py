"""The records of which something was said since a moment."""

import sqlite3

from storage.tables.arrivals import arrival

_CHANGED = """
WITH RECURSIVE counting(id) AS (
    SELECT id FROM acts WHERE n > ? AND NOT erased
    UNION SELECT u.target FROM undone u JOIN counting c ON u.act = c.id),
changed(record) AS (
    SELECT s.record FROM counting c JOIN acts a ON a.id = c.id JOIN said s ON s.act = a.n)
SELECT record FROM changed UNION
SELECT about FROM entries
 WHERE about IS NOT NULL AND 'entries/' || tail IN (SELECT record FROM changed)"""


def touched_since(connection: sqlite3.Connection, when: str) -> set[str]:
    """The records of which something was said from then on, or taken back; and what an entry
    that was is about. Raises Refused for what is no moment."""
    after = arrival(connection, when, start=True)
    return {record for (record,) in connection.execute(_CHANGED, (after,)).fetchall()}
