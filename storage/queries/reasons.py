"""Why a field says what it says."""

import sqlite3
from collections.abc import Iterable
from typing import TYPE_CHECKING

from storage.views.page_elements import StatusReason

if TYPE_CHECKING:
    from storage.merge import Assertion

_WHY = """
coalesce(a.why, (SELECT e.text FROM said s JOIN entries e ON s.record = 'entries/' || e.tail
                  WHERE s.act = a.n AND s.field = 'life' AND e.life <> 'deleted'
                    AND e.about = ?))"""
_GIVEN = f"""
SELECT {_WHY}, w.name, coalesce(a.moment, a.at)
  FROM acts a LEFT JOIN authors w ON w.tail = a.by WHERE a.id = ?"""
_EVER = f"""
SELECT 1 FROM said f JOIN acts a ON a.n = f.act
 WHERE f.record = ? AND f.field = ? AND {_WHY} IS NOT NULL LIMIT 1"""


def reason_of(connection: sqlite3.Connection, record: str, field: str) -> StatusReason | None:
    """The reason that came last with what a field says now, or the evidence that was written along;
    None where nothing did. Who says the same on top of it, as in settling a conflict, may say why
    anew; without that, the reason before it stays."""
    if not connection.execute(_EVER, (record, field, record)).fetchone():
        return None  # as for most fields: then nothing is merged
    from storage.merge import merge_field
    from storage.tables.assertions import load_world

    said = load_world(connection, [record], fields=[field])[record].get(field, [])
    claims = merge_field(said, lambda _: True).claims if said else ()
    for act in _saying_so(said, claims[0]) if claims else ():
        text, author, at = connection.execute(_GIVEN, (record, act)).fetchone()
        if text and not _hidden(connection, act):
            return StatusReason(text, author, at)
    return None


def _hidden(connection: sqlite3.Connection, act: str) -> bool:
    from storage.queries.erasure_requests import asked_to_erase

    return act in asked_to_erase(connection)


def _saying_so(said: "Iterable[Assertion]", last: "Assertion") -> list[str]:
    """The acts that say the value of the last one, on which each other stands, the last first."""
    by_id = {one.act: one for one in said if not one.void and one.value == last.value}
    found = [last.act]
    while on := [one for one in by_id[found[-1]].parents if one in by_id and one not in found]:
        found.append(on[0])
    return found
