"""Acts that were saved from a file of which the digest fails: nobody can tell whether they are as
their author made them, until the same act comes whole from elsewhere."""

import sqlite3
from collections.abc import Collection, Iterable

from storage.tables.chunks import select_in
from storage.tables.database import Connection


def doubt(connection: Connection, acts: Collection[str], file: str) -> None:
    """These were new here, and came from such a file."""
    rows = [(act, file) for act in acts]
    connection.executemany("INSERT OR IGNORE INTO unverified (act, file) VALUES (?, ?)", rows)


def came_whole(connection: Connection, acts: Iterable[str]) -> None:
    """These came in a file that is right."""
    if connection.execute("SELECT 1 FROM unverified LIMIT 1").fetchone():
        connection.executemany("DELETE FROM unverified WHERE act = ?", [(act,) for act in acts])


def doubted(connection: sqlite3.Connection, acts: Collection[str]) -> dict[str, str]:
    """Of these the ones that are not verified, each with the file it was saved from."""
    return dict(select_in(connection, "SELECT act, file FROM unverified WHERE act IN (…)", acts))  # type: ignore[arg-type]
