"""A stored value that is not as it was written says that the file is damaged."""

import sqlite3
from pathlib import Path

from storage.errors import ODD, Refused
from storage.tables.database import Connection


class reading_back:  # noqa: N801 - it reads as words, and is quicker than a generator
    """Within it stored values are read back and nothing else is done: one that is not as it was
    written says that the file is damaged, which is raised as Refused."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        return

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, ODD):
            raise damaged(self._connection) from error


def damaged(connection: sqlite3.Connection) -> Refused:
    """That what a file says cannot be what was written in it."""
    path = connection.path if isinstance(connection, Connection) else Path()
    return Refused("damaged", path=path)
