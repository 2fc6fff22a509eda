"""Agreements that repeat another: they follow its status and are counted nowhere (design §2)."""

import sqlite3

from storage.queries.joins import Joins
from storage.tables.chunks import select_in

_LINKS = """
SELECT tail, record FROM agreements_related WHERE relation = 'repeats'
 ORDER BY tail, record"""
_STATUSES = """
SELECT tail, status FROM agreements WHERE life <> 'deleted' AND tail IN (…)"""


def followed(connection: sqlite3.Connection, joined: Joins) -> dict[str, str | None]:
    """The status that each of them has from the other, also along a chain.

    Of several that one repeats, the first by id counts. In a ring each has the status of the last
    one before it comes round.
    """
    links: dict[str, str] = {}
    for tail, record in connection.execute(_LINKS).fetchall():
        other = joined.of(record)
        if tail not in joined.by and other != tail:  # of doubles one does not repeat the other
            links[tail] = min(links.get(tail, other), other)
    if not links:
        return {}
    rows = select_in(connection, _STATUSES, {*links, *links.values()})
    statuses: dict[str, str | None] = {tail: status for tail, status in rows}  # noqa: C416 - typed
    known = {tail: other for tail, other in links.items() if other in statuses}
    ends: dict[str, str] = {}
    for tail in known:
        _walk(known, tail, ends)
    return {tail: statuses[ends.get(tail, tail)] for tail in links if tail in statuses}


def _walk(links: dict[str, str], start: str, ends: dict[str, str]) -> None:
    """Where the chain from ``start`` ends, for all that it passes."""
    path: dict[str, int] = {}
    here = start
    while here in links and here not in ends and here not in path:
        path[here] = len(path)
        here = links[here]
    passed = list(path)
    if here not in path:
        ends.update(dict.fromkeys(passed, ends.get(here, here)))
        return
    ring = path[here]
    ends.update(dict.fromkeys(passed[:ring], passed[-1]))
    for n in range(ring, len(passed)):
        ends[passed[n]] = passed[n - 1] if n > ring else passed[-1]
