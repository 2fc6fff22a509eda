"""When acts came in and through which file, by the numbers that they got here."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from storage.clock import moment
from storage.tables.database import Connection

NTH = re.compile(r"#(\d{1,15})")


@contextmanager
def through(connection: Connection, file: str) -> Iterator[None]:
    """Remember that what is taken in meanwhile came through a file of this name; what came with
    the app has none."""
    before = last(connection)
    yield
    if file and last(connection) > before:
        row = (before + 1, last(connection), file)
        connection.execute("INSERT INTO arrivals VALUES (?, ?, ?)", row)


def arrival(connection: sqlite3.Connection, when: str, *, start: bool = False) -> int:
    """The number of the last act that had arrived here at the end of a day, at a time, or as the
    nth (`#n`); with ``start`` before that day or time. Raises Refused for what is neither."""
    nth = NTH.fullmatch(when.strip())
    if nth:
        return int(nth[1])
    early = "<" if start else "<="
    query = f"SELECT n FROM acts WHERE arrived {early} ? ORDER BY n DESC LIMIT 1"
    row = connection.execute(query, (moment(when, start=start),)).fetchone()
    return int(row[0]) if row else 0


def last(connection: sqlite3.Connection) -> int:
    """The number of the act that arrived here last."""
    (n,) = connection.execute("SELECT coalesce(max(n), 0) FROM acts").fetchone()
    return int(n)
