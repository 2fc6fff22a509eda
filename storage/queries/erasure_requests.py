"""Which acts erase others, and what was decided of that on this device."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from storage.queries.names import named_in_lists
from storage.tables.chunks import select_in
from storage.tables.kept_stubs import BODY, NOTHING
from storage.tables.stored_values import stored_json
from storage.views.erasures import ErasedPlace, Erasure
from storage.views.field_change import FieldChange
from storage.views.to_erase import ToErase

Connection = sqlite3.Connection

_ERASING = """
SELECT a.id, a.at, w.name, a.device, a.here, a.why, d.confirmed, d.at FROM acts a
  LEFT JOIN decided d ON d.act = a.id LEFT JOIN authors w ON w.tail = a.by
 WHERE NOT a.erased AND a.id IN (SELECT act FROM erasing) AND {} ORDER BY a.n"""
_NOT_HERE = 3  # beside what ``acts.erased`` can be
_STATES = f"""
SELECT coalesce(a.erased, {_NOT_HERE}), count(*) FROM erasing e LEFT JOIN acts a ON a.id = e.target
 WHERE e.act = ? GROUP BY 1"""
_PLACES = """
SELECT s.record, s.field FROM erasing e JOIN acts a ON a.id = e.target
  JOIN said s ON s.act = a.n WHERE e.act = ?1
 UNION SELECT s.record, s.field FROM erasing e JOIN undone u ON u.act = e.target
  JOIN acts a ON a.id = u.target JOIN said s ON s.act = a.n WHERE e.act = ?1 ORDER BY 1, 2"""
"""Of what is erased, and of what that undid: who forges a stub may undo anything with it."""
_KEPT = f"""
SELECT s.body FROM erasing e JOIN stubs s ON s.act = e.target
  JOIN acts a ON a.id = e.target AND a.erased = {NOTHING} WHERE e.act = ?"""


def pending(connection: Connection, after: int = 0) -> list[Erasure]:
    """Those of which nobody decided yet, in the order in which they came, ``after`` this number."""
    return _found(connection, f"d.act IS NULL AND a.n > {after}")


def asked_to_erase(connection: Connection) -> set[str]:
    """The acts that someone asks to erase, of which nobody decided here."""
    query = (
        "SELECT e.target FROM erasing e JOIN acts a ON a.id = e.act AND NOT a.erased"
        " LEFT JOIN decided d ON d.act = e.act WHERE d.act IS NULL"
    )
    return {act for (act,) in connection.execute(query).fetchall()}


def without_asked(connection: Connection, changes: Sequence[FieldChange]) -> list[FieldChange]:
    """The same changes; in the place of a value that only acts said which someone asks to erase,
    and nobody decided on, stands that."""
    hidden = _said_only_there(connection, changes) if changes else {}

    def told(change: FieldChange, value: object) -> object:
        values = hidden.get((change.record, change.field), ())
        within = value if isinstance(value, list) else (value,)
        return ToErase() if any(one in within for one in values) else value

    return [
        one._replace(before=told(one, one.before), value=told(one, one.value)) if hidden else one
        for one in changes
    ]


def _said_only_there(
    connection: Connection, changes: Sequence[FieldChange]
) -> dict[tuple[str, str], list[object]]:
    """By record and field, of a set the elements, what only such acts say."""
    waiting = asked_to_erase(connection)
    if not waiting:
        return {}
    query = (
        "SELECT s.record, s.field, s.value, a.id, a.void FROM said s JOIN acts a ON a.n = s.act"
        " WHERE NOT a.erased AND s.record IN (…)"
    )
    there, elsewhere = set[tuple[str, str, str]](), set[tuple[str, str, str]]()
    for *said, act, void in select_in(connection, query, {one.record for one in changes}):
        if act in waiting or not void:
            (there if act in waiting else elsewhere).add((said[0], said[1], said[2]))
    found: dict[tuple[str, str], list[object]] = defaultdict(list)
    for record, field, text in there - elsewhere:
        name, slash, element = field.partition("/")
        found[record, name].append(element if slash else stored_json(connection, text))
    return found


def decided(connection: Connection) -> list[Erasure]:
    """Those that were confirmed or refused here."""
    return _found(connection, "d.act IS NOT NULL")


def _found(connection: Connection, which: str) -> list[Erasure]:
    rows = connection.execute(_ERASING.format(which)).fetchall()
    return [_erasure(connection, row) for row in rows]


def _erasure(connection: Connection, row: tuple[Any, ...]) -> Erasure:
    act, at, author, device, own, why, confirmed, when = row
    states = dict(connection.execute(_STATES, (act,)).fetchall())
    places = dict.fromkeys(connection.execute(_PLACES, (act,)).fetchall())
    places |= dict.fromkeys(_kept(connection, act))
    titles = {record: named_in_lists(connection, record) for record in {r for r, _ in places}}
    return Erasure(
        act, at, author, device, bool(own), why, None if confirmed is None else bool(confirmed),
        when, sum(states.values()), states.get(BODY, 0), states.get(_NOT_HERE, 0),
        tuple(ErasedPlace(record, titles[record], field) for record, field in places),
    )  # fmt: skip


def _kept(connection: Connection, act: str) -> Iterable[tuple[str, str]]:
    """What stubs name that say nothing: they may be forged, and are listed for that."""
    for (body,) in connection.execute(_KEPT, (act,)).fetchall():
        for record, field, _ in json.loads(body)["set"]:
            yield record, field
