"""The record that a code or an id stands for (contract §4)."""

import sqlite3

from storage.errors import Refused
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from storage.text import typed

_CODED = (
    "code = ?1",
    "code = ?1 COLLATE NOCASE",
    "substr(code, -length(?1) - 1) = '-' || ?1 COLLATE NOCASE",
)


def record_of(connection: sqlite3.Connection, code: str) -> str:
    """The id that a code or an id stands for.

    A short code (`TWE-04`) does too, where one agreement has it. Raises Refused when nothing has
    it, with the nearest codes, or when two records have it, with their ids.
    """
    code = typed(code)
    type_ = type_of(code)
    if type_ in FIELDS:
        known = connection.execute(f"SELECT 1 FROM [{type_}] WHERE tail = ?", (tail_of(code),))
        if known.fetchone():
            return code
    for query in _CODED:
        rows = connection.execute(
            f"SELECT tail FROM agreements WHERE {query} ORDER BY tail", (code,)
        ).fetchall()
        if len(rows) > 1:
            ids = ", ".join(f"agreements/{tail}" for (tail,) in rows)
            raise Refused("ambiguous_code", code=code, ids=ids)
        if rows:
            return f"agreements/{rows[0][0]}"
    raise Refused("unknown_code", code=code, nearest=_nearest(connection, code))


def _nearest(connection: sqlite3.Connection, code: str) -> str:
    from storage.records.validation import nearest

    rows = connection.execute("SELECT code FROM agreements WHERE code IS NOT NULL").fetchall()
    return nearest(code.upper(), [known for (known,) in rows])
