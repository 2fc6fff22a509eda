"""What was changed on this device and has not left it: nobody else has it yet."""

import sqlite3
from datetime import date
from pathlib import Path
from typing import NamedTuple

from storage.clock import day_of
from storage.identity import device_identity, remembered

Connection = sqlite3.Connection

PATIENCE = 14  # days
_HERE = "FROM acts WHERE here AND device = ? AND seq > ? AND scope IS NULL"


def days_unsent(connection: Connection, path: Path, today: date) -> int:
    """How many days ago this device made the oldest change that no export carried.

    0 where that is less than two weeks, and where there is none. Own remarks and passages do
    not count: most files leave them out.
    """
    known = device_identity.load(path)
    if known is None:
        return 0
    sent = remembered.load(path).sent.get(known.device, 0)
    query = f"SELECT min(arrived) {_HERE}"
    (oldest,) = connection.execute(query, (known.device, sent)).fetchone()
    if oldest is None:
        return 0
    days = (today - day_of(oldest)).days
    return days if days >= PATIENCE else 0


class Sent(NamedTuple):
    """The number here of the last act that left with a file or to a folder, and when it was
    written."""

    number: int
    arrived: str


def last_sent(connection: Connection, path: Path) -> Sent | None:
    """Up to where what was changed on this device has left it; None where nothing has."""
    known = device_identity.load(path)
    if known is None:
        return None
    query = "SELECT n, arrived FROM acts WHERE here AND device = ? AND seq = ?"
    sent = remembered.load(path).sent.get(known.device, 0)
    row = connection.execute(query, (known.device, sent)).fetchone()
    return Sent(*row) if row is not None else None


def remember_sent(connection: Connection, path: Path, only: set[str] | None) -> None:
    """A file left with all acts, or with ``only`` these: up to where was everything sent?"""
    known = device_identity.load(path)
    if known is None:
        return
    kept = remembered.load(path)
    sent = kept.sent.get(known.device, 0)
    query = f"SELECT seq, id {_HERE} ORDER BY seq"
    for seq, act in connection.execute(query, (known.device, sent)).fetchall():
        if only is not None and act not in only:
            break
        sent = seq
    if sent != kept.sent.get(known.device, 0):
        kept.sent[known.device] = sent
        remembered.save(path, kept)
