"""Who last said something of a field, or took something back there."""

import sqlite3
from collections.abc import Collection, Iterator

from storage.queries.erasure_requests import asked_to_erase
from storage.tables.chunks import select_in
from storage.tables.clocks import WHEN
from storage.tables.stored_values import stored_act
from storage.views.field_change import LastSaid

Connection = sqlite3.Connection
Place = tuple[str, str]
"""A record, and a field of it as JSON has it."""

_SET = f"""
SELECT s.record, s.field, {WHEN}, a.n FROM said s JOIN acts a ON a.n = s.act
 WHERE NOT a.erased AND s.record IN (…)"""
_TAKEN_BACK = f"""
SELECT s.record, s.field, {WHEN}, a.n FROM said s JOIN acts t ON t.n = s.act
  JOIN undone u ON u.target = t.id JOIN acts a ON a.id = u.act
 WHERE NOT a.erased AND s.record IN (…)"""


def last_said(connection: Connection, records: Collection[str]) -> dict[Place, LastSaid]:
    """By record and field the last act there."""
    last: dict[Place, tuple[str, int]] = {}
    for query in (_SET, _TAKEN_BACK):
        for record, field, when, n in select_in(connection, query, records):
            place = record, field.partition("/")[0]
            last[place] = max(last.get(place, ("", 0)), (when, n))
    acts = dict(_acts(connection, {str(n) for _, n in last.values()}))
    return {place: acts[n] for place, (_, n) in last.items() if n in acts}


def _acts(connection: Connection, numbers: Collection[str]) -> Iterator[tuple[int, LastSaid]]:
    hidden = asked_to_erase(connection)
    query = (
        f"SELECT a.n, a.id, a.body, a.here, {WHEN}, w.name FROM acts a"
        " LEFT JOIN authors w ON w.tail = a.by WHERE a.n IN (…)"
    )
    for n, id_, body, here, when, name in select_in(connection, query, numbers):
        act = stored_act(connection, id_, body)
        why = None if id_ in hidden else act.why
        yield n, LastSaid(None if act.is_seed else name, act.is_seed, bool(here), when, why)
