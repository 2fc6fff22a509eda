"""Under which device ids acts were written in this file, and which of them it gave up.

That an act was written here is a fact of this file, which no act can claim (contract §2, `seq`).
"""

import sqlite3
from collections.abc import Iterable


def next_seq(connection: sqlite3.Connection, device: str) -> int:
    """The number of the next act that is written here under this id."""
    query = "SELECT coalesce(max(seq), 0) + 1 FROM acts WHERE device = ? AND here = 1"
    (seq,) = connection.execute(query, (device,)).fetchone()
    return int(seq)


def used_elsewhere(connection: sqlite3.Connection, device: str) -> bool:
    """Whether an act with this id is known that was not written here: a clone's, or forged."""
    query = "SELECT 1 FROM acts WHERE device = ? AND here = 0 LIMIT 1"
    return connection.execute(query, (device,)).fetchone() is not None


def give_up(connection: sqlite3.Connection, device: str) -> None:
    """Remember that nothing more is written here under this id, because another laptop does."""
    connection.execute("INSERT OR IGNORE INTO cloned VALUES (?)", (device,))


def given_up(connection: sqlite3.Connection) -> Iterable[str]:
    """The ids that this file gave up."""
    return [device for (device,) in connection.execute("SELECT device FROM cloned").fetchall()]
