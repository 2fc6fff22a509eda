"""The laptops of which acts are here: who write on them, and when the last of it arrived."""

import sqlite3
from collections import defaultdict

from storage.tables.chunks import select_in
from storage.views.laptops import Device, Person

Connection = sqlite3.Connection

_DEVICES = """
SELECT d.device, d.acts, a.by, a.arrived, a.at FROM
 (SELECT device, count(*) AS acts, max(n) AS last FROM acts
   WHERE device <> 'seed' GROUP BY device) d
 JOIN acts a ON a.n = d.last ORDER BY d.last DESC"""
"""Counting reads the index of devices only, so a hundred thousand acts take a moment."""

_NAMED = """
SELECT a.device, a.by, min(a.n) FROM said s JOIN acts a ON a.n = s.act
 WHERE s.record >= 'authors/' AND s.record < 'authors0' AND s.record = 'authors/' || a.by
 GROUP BY a.device, a.by ORDER BY 3"""
"""Everyone names themselves in an act of their own."""


def devices(connection: Connection, ours: str | None) -> list[Device]:
    """Every laptop, the one of which something arrived last first; ``ours`` is the id of this."""
    rows = connection.execute(_DEVICES).fetchall()
    writing: dict[str, list[str]] = defaultdict(list)
    for device, by, _ in connection.execute(_NAMED).fetchall():
        writing[device].append(by)
    for device, _, by, _, _ in rows:  # who wrote last may have named themselves elsewhere
        if by not in writing[device]:
            writing[device].append(by)
    known = known_people(connection, {by for some in writing.values() for by in some})
    return [
        Device(
            device, tuple(known[by] for by in writing[device]), acts, arrived, at, device == ours
        )
        for device, acts, _, arrived, at in rows
    ]


def known_people(connection: Connection, ids: set[str]) -> dict[str, Person]:
    """These authors by id, as far as anything is known of them."""
    query = (
        "SELECT w.tail, w.name, o.name FROM authors w"
        " LEFT JOIN organisations o ON o.tail = w.organisation WHERE w.tail IN (…)"
    )
    named = {by: Person(by, *said) for by, *said in select_in(connection, query, ids)}
    return {by: named.get(by, Person(by, None, None)) for by in ids}
