"""What is the matter with the acts themselves: missing ones, and two of one number."""

import sqlite3
from collections.abc import Iterator

from storage.reading.problems.found import Found

_AWAITED = "SELECT DISTINCT record FROM awaited ORDER BY 1"
_CLONES = """
SELECT device, seq FROM acts WHERE NOT erased AND device <> 'seed'
 GROUP BY device, seq HAVING count(*) > 1"""


def waiting(connection: sqlite3.Connection) -> Iterator[Found]:
    """Records of which something is named that has not arrived."""
    for (record,) in connection.execute(_AWAITED).fetchall():
        yield Found("incomplete", record, {"value": ""})


def clones(connection: sqlite3.Connection) -> Iterator[Found]:
    """Devices of which two acts have one number: a copy of a file went on under its id."""
    for device, seq in connection.execute(_CLONES).fetchall():
        yield Found("clone", "", {"device": device, "seq": seq})
