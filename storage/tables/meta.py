"""What a file says of itself, each text under a key; no other module names this table but those
that make tables and search all of them."""

import sqlite3
from collections.abc import Mapping

ARRANGEMENT = "arrangement"
"""The id of the arrangement that the file belongs to; there from the first moment."""
TOKEN = "token"
"""What the file shares with the configuration of who wrote in it last."""
PROFILE = "profile"
"""How the document of the arrangement is divided."""
UNCLEAN = "unclean"
"""There while what was erased may still stand in the pages of the file."""
RUNNING = "running"
"""By meeting the point at which it is."""

_READ = "SELECT value FROM meta WHERE key = ?"


def read(connection: sqlite3.Connection, key: str) -> str | None:
    """The text under a key; None where there is none."""
    row = connection.execute(_READ, (key,)).fetchone()
    return row[0] if row else None


def write(connection: sqlite3.Connection, texts: Mapping[str, str]) -> None:
    """Put these texts under their keys, in place of what stood there."""
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", texts.items())


def remove(connection: sqlite3.Connection, key: str) -> None:
    connection.execute("DELETE FROM meta WHERE key = ?", (key,))


def arrangement_in(connection: sqlite3.Connection) -> str:
    """The id of the arrangement that a file belongs to."""
    (found,) = connection.execute(_READ, (ARRANGEMENT,)).fetchone()
    return str(found)
