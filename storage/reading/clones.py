"""Clones in the wild: a disk that was copied whole writes on under the id of the other."""

import sqlite3
from typing import NamedTuple

_CLONES = """
SELECT device, min(seq), count(*) FROM
 (SELECT device, seq FROM acts WHERE NOT erased AND NOT (device = 'seed' AND by = 'seed')
  GROUP BY device, seq HAVING count(*) > 1)
 GROUP BY device ORDER BY device"""


class Clone(NamedTuple):
    """A device id under which two laptops wrote: from the act with number ``seq`` on, of which
    there are two, and ``doubles`` numbers in all."""

    device: str
    seq: int
    doubles: int


def clones(connection: sqlite3.Connection) -> list[Clone]:
    """Every device with two different acts under one number, by id."""
    return [Clone(*row) for row in connection.execute(_CLONES).fetchall()]
