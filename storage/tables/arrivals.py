"""Through which file acts came in, by the numbers that they got here."""

from collections.abc import Iterator
from contextlib import contextmanager

from storage.tables.database import Connection


@contextmanager
def through(connection: Connection, file: str) -> Iterator[None]:
    """Remember that what is taken in meanwhile came through a file of this name."""
    before = last(connection)
    yield
    if last(connection) > before:
        row = (before + 1, last(connection), file)
        connection.execute("INSERT INTO arrivals VALUES (?, ?, ?)", row)


def last(connection: Connection) -> int:
    """The number of the act that arrived here last."""
    (n,) = connection.execute("SELECT coalesce(max(n), 0) FROM acts").fetchone()
    return int(n)
