"""Acts of a clock that was wrong. Such an act is listed by when it arrived here, and what it claims
stands beside that: ``acts.moment`` is that arrival, and NULL for what may be right.

A clock that runs ahead claims a time after the arrival; one that runs behind claims a time before
what the act names. Merging takes no notice: there a claim counts as it stands (contract §2, 5, 9).
"""

import sqlite3

APART = "1 hour"
"""How far a claim may be off before anyone need be told: clocks are set by hand."""

WHEN = "coalesce(a.moment, a.at)"
"""By what lists order and date an act ``a``."""

_AHEAD = f"""
UPDATE acts SET moment = arrived WHERE n >= ? AND NOT erased AND at > arrived
   AND at > strftime('%Y-%m-%dT%H:%M:%fZ', arrived, '+{APART}')"""
_NAMED = """
 JOIN acts q ON NOT q.erased AND coalesce(q.moment, q.at) > a.at
WHERE NOT a.erased AND a.device <> 'seed'"""
_BEHIND = f"""
SELECT device, min(seq), strftime('%Y-%m-%dT%H:%M:%fZ', max(bound), '-{APART}') FROM (
 SELECT a.device, a.seq, a.at, coalesce(q.moment, q.at) AS bound FROM said s
   JOIN acts a ON a.n = s.act JOIN json_each(s.parents) p{_NAMED}
    AND q.id = p.value AND s.act >= ?1 AND s.parents <> '[]'
 UNION ALL
 SELECT a.device, a.seq, a.at, coalesce(q.moment, q.at) FROM acts a
   JOIN undone u ON u.act = a.id{_NAMED} AND q.id = u.target AND a.n >= ?1)
 WHERE at < strftime('%Y-%m-%dT%H:%M:%fZ', bound, '-{APART}') GROUP BY device"""
_OF_DEVICE = """
UPDATE acts SET moment = arrived WHERE device = ? AND seq >= ? AND at < ? AND NOT erased"""


def redate(connection: sqlite3.Connection, first: int = 0) -> None:
    """Find the acts of a wrong clock among those that have this number here or a later one.

    A clock that was behind for one act was so for what was written there next, until it was set
    right; that may name nothing by which it shows.
    """
    connection.execute(_AHEAD, (first,))
    for found in connection.execute(_BEHIND, (first,)).fetchall():
        connection.execute(_OF_DEVICE, found)
