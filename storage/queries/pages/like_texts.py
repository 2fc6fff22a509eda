"""Agreements that say nearly the same as another: found by its rarest words, and then compared."""

import sqlite3

from storage.search.folding import folded_words
from storage.search.small_words import says_nothing
from storage.search.stemming import stems
from storage.tables.chunks import select_in

RARE = 200  # records that a word stands in, at most, to be looked for
WORDS = 10  # the rarest are looked for
COMPARED = 12  # texts
LIKE = 0.4  # of the words of both together, how many both have
_OWN = "SELECT title, body FROM texts WHERE record = ?"
_RARE = f"SELECT word, n FROM words WHERE word IN (…) AND n BETWEEN 2 AND {RARE}"
_FOUND = """
SELECT t.record, t.title, t.body FROM texts_fts_agreements f JOIN texts t ON t.n = f.rowid
 WHERE f.texts_fts_agreements MATCH ? ORDER BY f.rank LIMIT ?"""


def like_texts(connection: sqlite3.Connection, tail: str) -> list[str]:
    """The tails of the agreements that have most words in common with this one, the likest
    first."""
    record = f"agreements/{tail}"
    own = connection.execute(_OWN, (record,)).fetchone()
    if own is None:
        return []
    words = _words(*own)
    rare = sorted(select_in(connection, _RARE, sorted(words)), key=lambda one: one[::-1])
    if not rare:
        return []
    either = " OR ".join(f'"{word}"' for word, _ in rare[:WORDS])
    rows = connection.execute(_FOUND, (f"{{title body}} : ({either})", COMPARED)).fetchall()
    mine = _stems(words)
    found = []
    for other, *texts in rows:
        theirs = _stems(_words(*texts))
        like = len(mine & theirs) / len(mine | theirs) if theirs else 0
        if other != record and like >= LIKE:
            found.append((-like, other.partition("/")[2]))
    return [one for _, one in sorted(found)]


def _words(*texts: str | None) -> set[str]:
    said = (word for text in texts for word in folded_words(text or ""))
    return {word for word in said if not says_nothing(word)}


def _stems(words: set[str]) -> set[str]:
    return {stems(word)[1] for word in words}
