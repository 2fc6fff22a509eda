"""Which documents stand beside the arrangement, and which types of records name a place in one."""

import sqlite3

from storage.records.fields import FIELDS

SOURCED = [type_ for type_, fields in FIELDS.items() if "source" in fields]


def documents(connection: sqlite3.Connection) -> list[str]:
    """The documents of which passages are here."""
    rows = connection.execute(
        "SELECT document FROM passages WHERE life <> 'deleted' AND document IS NOT NULL"
        " GROUP BY document ORDER BY min(rowid)"
    ).fetchall()
    return [document for (document,) in rows]
