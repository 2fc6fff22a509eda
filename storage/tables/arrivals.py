"""When acts came in and through which file, by the numbers that they got here."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from storage.tables.database import Connection


@contextmanager
def through(connection: Connection, file: str) -> Iterator[None]:
    """Remember that what is taken in meanwhile came through a file of this name; what came with
    the app has none."""
    before = last(connection)
    yield
    if file and last(connection) > before:
        row = (before + 1, last(connection), file)
        connection.execute("INSERT INTO arrivals VALUES (?, ?, ?)", row)


def arrived_before(connection: sqlite3.Connection, moment: str, *, during: bool = False) -> int:
    """The number of the last act that had arrived before a moment, or ``during`` it."""
    query = f"SELECT n FROM acts WHERE arrived {'<=' if during else '<'} ? ORDER BY n DESC LIMIT 1"
    row = connection.execute(query, (moment,)).fetchone()
    return int(row[0]) if row else 0


def last(connection: sqlite3.Connection) -> int:
    """The number of the act that arrived here last."""
    (n,) = connection.execute("SELECT coalesce(max(n), 0) FROM acts").fetchone()
    return int(n)
