"""Through which file acts came in, by the numbers that they got here."""

from collections.abc import Iterator
from contextlib import contextmanager

from storage.tables.database import Connection


@contextmanager
def through(connection: Connection, file: str) -> Iterator[None]:
    """Remember that what is taken in meanwhile came through a file of this name."""
    last = _last(connection)
    yield
    if _last(connection) > last:
        row = (last + 1, _last(connection), file)
        connection.execute("INSERT INTO arrivals VALUES (?, ?, ?)", row)


def _last(connection: Connection) -> int:
    """The number of the act that arrived here last."""
    (last,) = connection.execute("SELECT coalesce(max(n), 0) FROM acts").fetchone()
    return int(last)
