"""Plain FTS5 over titles, texts, names, aliases and abbreviations."""

import re
import sqlite3
from collections.abc import Callable
from functools import cache, partial

from storage.queries.joins import Joins, joins, stands_for
from storage.queries.names import about_of, title_of
from storage.records.ids import tail_of
from storage.views.search_hit import Hit

OPEN, CLOSE = "\ue000", "\ue001"
FIRST = {"agreements": 0, "programmes": 1, "organisations": 1}

_WORD = re.compile(r"\w+")


def search(connection: sqlite3.Connection, words: str, limit: int) -> tuple[list[Hit], int]:
    """Records in which every word stands, the last one also as the beginning of a word; how many
    there are in all. The best are given, agreements first, then programmes and organisations.

    Words are quoted one by one: `Jet-Net` or `W&T` would be errors in FTS5's own language.
    """
    parts = _WORD.findall(words)
    if not parts:
        return [], 0
    query = " ".join(f'"{part}"' for part in parts) + "*"
    (count,) = connection.execute(
        "SELECT count(*) FROM texts_fts WHERE texts_fts MATCH ?", (query,)
    ).fetchone()
    rows = connection.execute(
        "SELECT t.type, t.record, t.code, t.title,"
        f" snippet(texts_fts, -1, '{OPEN}', '{CLOSE}', '…', 12)"
        " FROM texts_fts JOIN texts t ON t.n = texts_fts.rowid WHERE texts_fts MATCH ?"
        " AND rank MATCH 'bm25(10.0, 5.0, 1.0)' ORDER BY rank LIMIT ?",
        (query, limit),
    ).fetchall()
    rows.sort(key=lambda row: FIRST.get(row[0], len(FIRST)))
    found: dict[str, Hit] = {}
    joined = cache(partial(joins, connection))
    for row in rows:
        hit = _standing(connection, _hit(connection, row), joined)
        found.setdefault(hit.id, hit)
    return list(found.values()), count - len(rows) + len(found)


def _standing(connection: sqlite3.Connection, hit: Hit, joined: Callable[[str], Joins]) -> Hit:
    """What stands for a record that was joined, found by what that one says."""
    tail = joined(hit.type).of(tail_of(hit.id))
    if tail == tail_of(hit.id):
        return hit
    code, title = title_of(connection, f"{hit.type}/{tail}")
    return hit._replace(id=f"{hit.type}/{tail}", code=code, title=title)


def _hit(connection: sqlite3.Connection, row: tuple[str, str, str | None, str, str]) -> Hit:
    """An entry goes by the code and title of what it is about."""
    type_, record, code, title, snippet = row
    if type_ == "entries":
        about = about_of(connection, record)
        code, title = title_of(connection, stands_for(connection, about))
    return Hit(type_, record, code, title, snippet)
