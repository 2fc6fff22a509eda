"""Clones in the wild: a disk that was copied whole writes on under the id of the other."""

import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from storage.tables.device_ids import given_up, used_elsewhere

_TWICE = """
SELECT device, seq FROM acts WHERE NOT erased AND NOT (device = 'seed' AND by = 'seed')
 GROUP BY device, here, seq HAVING count(*) > 1
UNION
SELECT e.device, e.seq FROM acts h CROSS JOIN acts e ON e.device = h.device AND e.here = 0
 AND e.seq = h.seq WHERE h.here AND NOT h.erased AND NOT e.erased"""
"""Numbers of which there are two acts: two written here, two that came, or one of each. The join
goes from those written here to the few under their numbers: the other way each act of a device is
read for each."""

_DOUBLE = f"SELECT device, min(seq), count(*) FROM ({_TWICE}) GROUP BY device ORDER BY device"
_FIRST = "SELECT min(seq) FROM acts WHERE device = ? AND here = 0"


class Clone(NamedTuple):
    """A device id under which two laptops wrote: ``seq`` is the number of the first act that tells
    so, and ``doubles`` counts the numbers of which there are two."""

    device: str
    seq: int
    doubles: int


def clones(connection: sqlite3.Connection, ours: str | None) -> list[Clone]:
    """Every device with two different acts under one number, and those under which was written
    here, this one (``ours``) among them, and elsewhere too; by id."""
    found = [Clone(*row) for row in connection.execute(_DOUBLE).fetchall()]
    doubled = {one.device for one in found}
    return sorted([*found, *(_shared(connection, one) for one in _mine(connection, ours, doubled))])


def _mine(
    connection: sqlite3.Connection, ours: str | None, besides: Collection[str]
) -> Collection[str]:
    """Ids of this file under which acts came from elsewhere."""
    now = {ours} if ours is not None and used_elsewhere(connection, ours) else set()
    return {*now, *given_up(connection)} - {*besides}


def _shared(connection: sqlite3.Connection, device: str) -> Clone:
    (first,) = connection.execute(_FIRST, (device,)).fetchone()
    return Clone(device, first or 0, 0)
