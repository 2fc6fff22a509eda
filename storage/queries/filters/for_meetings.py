"""What a meeting is to look at: what was reserved, changed often, asked again, or is to be settled;
as conditions in SQL on a row ``r``."""

import sqlite3

from storage.records.fields import TYPES

_RESERVED = """
i.life <> 'deleted' AND i.reservation_organisation IS NOT NULL AND i.reservation_answer IS NULL
 AND i.meeting IN (SELECT tail FROM meetings WHERE life <> 'deleted')"""
RESERVED = {
    "items": f"r.tail IN (SELECT i.tail FROM items i WHERE {_RESERVED})",
    "agreements": f"r.tail IN (SELECT i.agreement FROM items i WHERE {_RESERVED})",
}
"""A reservation that was neither lifted nor refused."""
ASKED_AGAIN = """
(r.kind = 'declined' OR r.tail IN (
   SELECT d.record FROM agreements_related d JOIN agreements o ON o.tail = d.tail
    WHERE d.relation = 'declines' AND o.life <> 'deleted'))
 AND ('agreements/' || r.tail IN (
        SELECT about FROM entries WHERE kind = 'request' AND life <> 'deleted')
   OR r.tail IN (
        SELECT d.record FROM agreements_related d JOIN agreements o ON o.tail = d.tail
         WHERE o.kind = 'request' AND o.life <> 'deleted' AND d.relation <> 'declines'))"""
"""Declined, or declined by another, while the logbook or another agreement asks for it."""
OFTEN = """
'agreements/' || r.tail IN (
  SELECT s.record FROM said s JOIN acts a ON a.n = s.act
   WHERE s.record BETWEEN 'agreements/' AND 'agreements0' AND NOT a.void AND NOT a.erased
     AND NOT (a.by = 'seed' AND a.device = 'seed') AND NOT EXISTS (
         SELECT 1 FROM said l WHERE l.record = s.record AND l.act = s.act AND l.field = 'life')
   GROUP BY s.record HAVING count(DISTINCT s.act) >= CAST(?1 AS INTEGER))"""
"""Changed so often by people, its making not counted."""


def unsettled(connection: sqlite3.Connection) -> set[str]:
    """The ids of all records that ask a person to settle something: two values, deleted and changed
    at once, or another problem that can be mended here. The whole file is looked at for it."""
    from storage.queries.problems import found_now
    from storage.queries.problems.resting import asks_nothing

    found = {record for (record,) in connection.execute("SELECT record FROM disputed").fetchall()}
    for type_ in TYPES:
        query = f"SELECT tail FROM [{type_}] WHERE life = 'contested'"
        found |= {f"{type_}/{tail}" for (tail,) in connection.execute(query).fetchall()}
    problems = found_now(connection, None)
    return found | {one.record for one in problems if one.record and not asks_nothing(one)}
