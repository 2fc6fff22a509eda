"""Plain FTS5 over titles, texts, names, aliases and abbreviations."""

import re
import sqlite3
from collections.abc import Callable, Sequence
from functools import cache, partial

from storage.queries.joins import Joins, joins, stands_for
from storage.queries.names import about_of, title_of
from storage.records.ids import tail_of
from storage.search.query import Query, Word
from storage.views.search_hit import Found, Hit, Marks, Snippet

OPEN, CLOSE = "\ue000", "\ue001"
FIRST = {"agreements": 0, "programmes": 1, "organisations": 1}

_WORD = re.compile(r"\w+")


def search(connection: sqlite3.Connection, query: Query, limit: int) -> Found:
    """Records in which every word stands, the last one also as the beginning of a word. The best
    are given, agreements first, then programmes and organisations.

    Words are quoted one by one: `Jet-Net` or `W&T` would be errors in FTS5's own language.
    """
    match = _match(query.words)
    if match is None:
        return Found(troubles=query.troubles)
    (count,) = connection.execute(
        "SELECT count(*) FROM texts_fts WHERE texts_fts MATCH ?", (match,)
    ).fetchone()
    rows = connection.execute(
        f"SELECT t.type, t.record, t.code, highlight(texts_fts, 1, '{OPEN}', '{CLOSE}'),"
        f" snippet(texts_fts, -1, '{OPEN}', '{CLOSE}', '…', 12)"
        " FROM texts_fts JOIN texts t ON t.n = texts_fts.rowid WHERE texts_fts MATCH ?"
        " AND rank MATCH 'bm25(10.0, 5.0, 1.0)' ORDER BY rank LIMIT ?",
        (match, limit),
    ).fetchall()
    rows.sort(key=lambda row: FIRST.get(row[0], len(FIRST)))
    found: dict[str, Hit] = {}
    joined = cache(partial(joins, connection))
    for row in rows:
        hit = _standing(connection, _hit(connection, row), joined)
        found.setdefault(hit.id, hit)
    total = count - len(rows) + len(found)
    return Found(tuple(found.values()), total, troubles=query.troubles)


def _match(words: Sequence[Word]) -> str | None:
    """The words in FTS5's own language; None where there are none to find."""
    asked = [part for part in map(_quoted, (w for w in words if not w.excluded)) if part]
    if not asked:
        return None
    unwanted = [part for part in map(_quoted, (w for w in words if w.excluded)) if part]
    match = " ".join(asked) + ("" if words[-1].phrase else "*")
    return " NOT ".join([f"({match})", *(f"({part})" for part in unwanted)])


def _quoted(word: Word) -> str:
    parts = _WORD.findall(word.text)
    if word.phrase:
        return f'"{" ".join(parts)}"' if parts else ""
    return " ".join(f'"{part}"' for part in parts)


def _marked(text: str) -> tuple[str, Marks]:
    """A text without its marks, and where they stood."""
    plain, marks = "", []
    for piece in text.split(OPEN):
        found, closed, rest = piece.partition(CLOSE)
        if closed:
            marks.append((len(plain), len(plain) + len(found)))
        plain += found + rest
    return plain, tuple(marks)


def _standing(connection: sqlite3.Connection, hit: Hit, joined: Callable[[str], Joins]) -> Hit:
    """What stands for a record that was joined, found by what that one says."""
    tail = joined(hit.type).of(tail_of(hit.id))
    if tail == tail_of(hit.id):
        return hit
    code, title = title_of(connection, f"{hit.type}/{tail}")
    return hit._replace(id=f"{hit.type}/{tail}", code=code, title=title, title_marks=())


def _hit(connection: sqlite3.Connection, row: tuple[str, str, str | None, str, str]) -> Hit:
    """An entry goes by the code and title of what it is about."""
    type_, record, code, title, snippet = row
    title, marks = _marked(title or "")
    if type_ == "entries":
        about = about_of(connection, record)
        code, title = title_of(connection, stands_for(connection, about))
        marks = ()
    return Hit(type_, record, code, title, marks, Snippet("", *_marked(snippet)))
