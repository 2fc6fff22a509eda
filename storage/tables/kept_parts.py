"""The rows of the kept index, with a sum over them: whether they are as they were written needs no
look at what they hold."""

import sqlite3
from collections.abc import Iterable
from zlib import crc32

Part = tuple[str, str, bytes]
"""What it is a part of, of which value, and its bytes."""

_SUM = "sum"
_ALL = "SELECT part, value, data FROM kept_index ORDER BY part, value"


def write_parts(connection: sqlite3.Connection, parts: Iterable[Part]) -> None:
    """Keep these in the place of what is kept; nothing was written since."""
    found = sorted(parts)
    connection.execute("DELETE FROM relisted")
    connection.execute("DELETE FROM kept_index")
    rows = [*found, (_SUM, str(_sum(found)), b"")]
    connection.executemany("INSERT INTO kept_index VALUES (?, ?, ?)", rows)


def read_parts(connection: sqlite3.Connection) -> list[Part] | None:
    """What is kept, none where nothing is; None where it is not as it was written."""
    rows = connection.execute(_ALL).fetchall()
    sums = [value for part, value, _ in rows if part == _SUM]
    found = [row for row in rows if row[0] != _SUM]
    try:
        whole = sums == ([str(_sum(found))] if rows else [])
    except (TypeError, AttributeError):  # a cell of another kind
        return None
    return found if whole else None


def _sum(parts: Iterable[Part]) -> int:
    found = 0
    for part, value, data in parts:
        found = crc32(data, crc32(f"{part}\0{value}\0{len(data)}\0".encode(), found))
    return found
