"""What the page of an agreement says besides what every page does."""

import json
import sqlite3

from storage.queries.agreements.pane_lists import Lists
from storage.tables.chunks import select_in
from storage.views.page_elements import MadeIn, Related

_QUOTED = """
SELECT EXISTS (SELECT 1 FROM passages p WHERE p.life <> 'deleted'
                  AND p.tail = source_document || '.' || source_locator)
  FROM agreements WHERE tail = ?"""
_MADE_IN = """
SELECT 'meetings/' || m.tail, coalesce(m.title, ''), m.date, coalesce(of.code, i.title)
  FROM agreements a JOIN meetings m ON m.tail = a.source_meeting AND m.life <> 'deleted'
  LEFT JOIN items i ON i.tail = a.source_item LEFT JOIN agreements of ON of.tail = i.agreement
 WHERE a.tail = ?"""
_RELATED = """
WITH RECURSIVE used(relation) AS (
       SELECT min(relation) FROM agreements_related UNION ALL
       SELECT (SELECT min(r.relation) FROM agreements_related r WHERE r.relation > used.relation)
         FROM used WHERE used.relation IS NOT NULL),
     found(relation, backward, other) AS (
       SELECT relation, 0, record FROM agreements_related WHERE tail = ?1 UNION ALL
       SELECT relation, 1, tail FROM agreements_related
        WHERE relation IN (SELECT relation FROM used)
          AND record IN (SELECT value FROM json_each(?2)))
SELECT relation, backward, other FROM found"""
"""The index is by relation and record; asking each relation in use is quick."""
_ALIVE = "SELECT tail FROM agreements WHERE life <> 'deleted' AND tail IN (…)"


def is_quoted(connection: sqlite3.Connection, tail: str) -> bool:
    """Whether the document is attached at the place of an agreement."""
    (found,) = connection.execute(_QUOTED, (tail,)).fetchone()
    return bool(found)


def made_in(connection: sqlite3.Connection, tail: str) -> MadeIn | None:
    """Where a meeting made an agreement of an action; None for one that was made otherwise."""
    row = connection.execute(_MADE_IN, (tail,)).fetchone()
    return MadeIn(*row) if row is not None else None


def related(connection: sqlite3.Connection, lists: Lists, tail: str) -> tuple[Related, ...]:
    """What leads from here and to here, each once. From what gave way nothing leads."""
    joined = lists.sets.joined["agreements"]
    asked = (tail, json.dumps(joined.all_of(tail)))
    links = {
        (bool(backward), relation, joined.of(other))
        for relation, backward, other in connection.execute(_RELATED, asked).fetchall()
        if not (backward and other in joined.by)
    }
    others = {other for _, _, other in links} - {joined.of(tail)}
    alive = {one for (one,) in select_in(connection, _ALIVE, others)}
    chosen = sorted(link for link in links if link[2] in alive)
    rows = lists.rows.of([other for _, _, other in chosen])
    return tuple(
        Related(relation, backward, row)
        for (backward, relation, _), row in zip(chosen, rows, strict=True)
    )
