"""Why a field says what it says."""

import sqlite3

from storage.merge import merge_field
from storage.tables.world import load_world
from storage.views import Reason

_GIVEN = """
SELECT coalesce(a.why, (SELECT e.text FROM said s JOIN entries e ON s.record = 'entries/' || e.tail
                         WHERE s.act = a.n AND s.field = 'life' AND e.life <> 'deleted')),
       w.name, a.at
  FROM acts a LEFT JOIN authors w ON w.tail = a.by WHERE a.id = ?"""


def reason_of(connection: sqlite3.Connection, record: str, field: str) -> Reason | None:
    """The reason that came with what a field says now, or the evidence that was written along;
    None where nothing did."""
    said = load_world(connection, [record], fields=[field])[record].get(field, [])
    claims = merge_field(said, lambda _: True).claims if said else ()
    if not claims:
        return None
    text, author, at = connection.execute(_GIVEN, (claims[0].act,)).fetchone()
    return Reason(text, author, at) if text else None
