"""What is the matter with acts themselves: missing, set apart, and two of one number."""

import sqlite3
from collections.abc import Iterator

from storage.reading.clones import clones
from storage.reading.problems.found import Found

_AWAITED = "SELECT DISTINCT record FROM awaited ORDER BY 1"


def waiting(connection: sqlite3.Connection) -> Iterator[Found]:
    """Records of which something is named that has not arrived."""
    for (record,) in connection.execute(_AWAITED).fetchall():
        yield Found("incomplete", record, {"value": ""})


def cloned(connection: sqlite3.Connection) -> Iterator[Found]:
    """Devices of which two acts have one number: a copy of a file went on under its id."""
    for one in clones(connection):
        yield Found("clone", "", {"device": one.device, "seq": one.seq})


def set_apart(connection: sqlite3.Connection) -> Iterator[Found]:
    """Files of which something is no valid act, and is kept aside."""
    query = "SELECT file, count(*) FROM quarantine GROUP BY file ORDER BY 1"
    for file, count in connection.execute(query).fetchall():
        yield Found("set_apart", "", {"file": file, "count": count})
