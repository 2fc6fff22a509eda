"""What is the matter with acts themselves: missing, set apart, two of one number, and of a time
that was still to come."""

import sqlite3
from collections.abc import Iterator

from storage.queries.clones import clones
from storage.queries.erasure_requests import pending
from storage.queries.problems.found_problem import FoundProblem
from storage.tables import meta
from storage.tables.kept_stubs import EMPTIED

_AWAITED = "SELECT record, count(*) FROM awaited GROUP BY record ORDER BY 1"


def waiting_problems(connection: sqlite3.Connection) -> Iterator[FoundProblem]:
    """Records of which something is named that has not arrived."""
    for record, count in connection.execute(_AWAITED).fetchall():
        yield FoundProblem("incomplete", record, {"value": "", "count": count})


_AHEAD = """
SELECT w.name, a.device, count(*), max(a.at) FROM acts a LEFT JOIN authors w ON w.tail = a.by
 WHERE NOT a.erased AND a.at > a.arrived
 AND a.at > strftime('%Y-%m-%dT%H:%M:%fZ', a.arrived, '+1 day')
 GROUP BY a.by, a.device ORDER BY 1, 2"""
"""Acts that claim to be over a day later than when they arrived here (contract §2, rule 9)."""


def ahead(connection: sqlite3.Connection) -> Iterator[FoundProblem]:
    """People of whom acts arrived before the time that they claim: the clock there runs ahead."""
    for name, device, acts, at in connection.execute(_AHEAD).fetchall():
        details = {"author": name, "device": device, "count": acts, "to": at[:10]}
        yield FoundProblem("ahead", "", details)


def to_erase(connection: sqlite3.Connection) -> Iterator[FoundProblem]:
    """Erasures that wait for a person here, and what went but may still stand in the file."""
    for one in pending(connection):
        named = ", ".join(dict.fromkeys(place.title for place in one.places))
        details = {"author": one.author, "device": one.device, "count": one.acts, "act": one.act}
        yield FoundProblem("to_erase", "", {**details, "value": named})
    if meta.read(connection, meta.UNCLEAN) is not None:
        yield FoundProblem("unclean", "", {})


def cloned(connection: sqlite3.Connection, ours: str | None) -> Iterator[FoundProblem]:
    """Devices under whose id two laptops wrote; ``ours`` is the id of this one."""
    for one in clones(connection, ours):
        yield FoundProblem(
            "clone", "", {"device": one.device, "seq": one.seq, "count": one.doubles}
        )


def set_apart_problems(connection: sqlite3.Connection) -> Iterator[FoundProblem]:
    """Files of which something is kept aside: no valid act, or in the name of a seed; and those
    that were not what they said, of which every line that was left was right."""
    query = (
        "SELECT CASE WHEN act IS NOT NULL THEN 'seed_apart'"
        f" WHEN length(data) OR reason = '{EMPTIED}' THEN 'set_apart' ELSE 'not_whole' END,"
        " file, count(*), min(reason) FROM quarantine"
        " GROUP BY 1, 2 ORDER BY 2, 1"
    )
    for kind, file, count, reason in connection.execute(query).fetchall():
        more = {"reason": reason} if kind == "not_whole" else {}
        yield FoundProblem(kind, "", {"file": file, "count": count, **more})
