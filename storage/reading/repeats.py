"""Agreements that repeat another: they follow its status and are counted nowhere (design §2)."""

import sqlite3

_LINKS = """
SELECT tail, record FROM agreements_related WHERE relation = 'repeats'
 ORDER BY tail, record DESC"""
_STATUSES = """
SELECT tail, status FROM agreements WHERE life <> 'deleted' AND joined IS NULL AND tail IN
       (SELECT tail FROM agreements_related WHERE relation = 'repeats' UNION ALL
        SELECT record FROM agreements_related WHERE relation = 'repeats')"""


def followed(connection: sqlite3.Connection) -> dict[str, str | None]:
    """The status that each of them has from the other, also along a chain.

    Of several that one repeats, the first by id counts. In a ring each has the status of the last
    one before it comes round.
    """
    links: dict[str, str] = dict(connection.execute(_LINKS).fetchall())
    if not links:
        return {}
    statuses: dict[str, str | None] = dict(connection.execute(_STATUSES).fetchall())
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
