"""Plain FTS5 over titles, texts, names, aliases and abbreviations."""

import re
import sqlite3

from storage.views import Hit

OPEN, CLOSE = "\ue000", "\ue001"

_WORD = re.compile(r"\w+")


def search(connection: sqlite3.Connection, words: str, limit: int) -> tuple[list[Hit], int]:
    """Records in which every word stands, the last one also as the beginning of a word; how many
    there are in all. Agreements come first, then programmes and organisations, then the rest.

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
        " ORDER BY CASE t.type WHEN 'agreements' THEN 0 WHEN 'programmes' THEN 1"
        " WHEN 'organisations' THEN 1 ELSE 2 END, bm25(texts_fts, 10, 5, 1), t.n LIMIT ?",
        (query, limit),
    ).fetchall()
    return [Hit(*row) for row in rows], count
