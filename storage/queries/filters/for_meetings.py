"""What a meeting is to look at: what was reserved, changed often, asked again, or is to be settled;
as conditions in SQL on a row ``r``."""

import sqlite3

from storage.records.ids import tail_of, type_of

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


def unsettled(connection: sqlite3.Connection, type_: str) -> list[str]:
    """The tails of the records of a type that ask a person to settle something: two values, deleted
    and changed at once, or another problem that can be mended here."""
    from storage.queries.problems import found_now
    from storage.queries.problems.resting import asks_nothing

    start = f"{type_}/"
    query = "SELECT DISTINCT record FROM disputed WHERE record GLOB ?"
    found = {tail_of(record) for (record,) in connection.execute(query, (f"{start}*",)).fetchall()}
    query = f"SELECT tail FROM [{type_}] WHERE life = 'contested'"
    found |= {tail for (tail,) in connection.execute(query).fetchall()}
    found |= {
        tail_of(one.record)
        for one in found_now(connection, None)
        if one.record and type_of(one.record) == type_ and not asks_nothing(one)
    }
    return sorted(found)
