"""Which words there are: other forms of a word, words made of it, and what it may have been."""

import sqlite3
from collections.abc import Iterable

from storage.search.compounds import split, splits
from storage.search.folding import distinct
from storage.search.likeness import (
    MOST,
    NAMED_FROM,
    SWAP_FROM,
    TWO_FROM,
    begun_like,
    fewest_errors,
    may_be_like,
    only_like,
    swapped,
    whole_parts,
)
from storage.search.stemming import stems
from storage.tables.chunks import select_in

FEW = 8  # words that one may have been
SHORTEST_FIRST = 3  # letters before a word that ends another: fewer are typed wrongly
MANY = 24  # words of one kind that one word is looked for as
LAST = "\U0010ffff"
_ENDINGS = ("", "s", "en", "e")  # of a compound that is in another form
_OF_STEM = """
SELECT word FROM words WHERE word IN (…) UNION SELECT word FROM words WHERE stem IN (…)
 UNION SELECT word FROM words WHERE root IN (…) LIMIT ?"""
_BEGUN = "SELECT word FROM words WHERE word >= ? AND word < ? ORDER BY n DESC, word LIMIT ?"
_ENDED = """
SELECT word FROM words WHERE turned > ? AND turned < ? AND length(turned) >= ?
 ORDER BY n DESC, word LIMIT ?"""
_LIKE_BEGUN = "SELECT word, n FROM words WHERE word >= ? AND word < ? AND length(word) >= ?"
_LIKE_ENDED = (
    "SELECT word, n FROM words WHERE turned >= ? AND turned < ? AND length(word) BETWEEN ? AND ?"
)
_LIKE_TWICE = """
SELECT word, n, named FROM words WHERE length(word) BETWEEN ? AND ?
   AND (length(word) >= ? OR (named > 0 AND length(word) >= ?))"""


class Vocabulary:
    """The words of a file, asked for at one moment."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def known(self, words: Iterable[str]) -> set[str]:
        """Which of these there are."""
        query = "SELECT word FROM words WHERE word IN (…)"
        return {word for (word,) in select_in(self._connection, query, distinct(words))}

    def count(self, word: str) -> int:
        """In how many texts a word stands."""
        query = "SELECT n FROM words WHERE word = ?"
        row = self._connection.execute(query, (word,)).fetchone()
        return row[0] if row else 0

    def same_stem(self, word: str) -> list[str]:
        """The other forms of a word: those with which it has itself, a stem or the stem of that in
        common."""
        query = "SELECT stem, root FROM words WHERE word = ?"
        stem, root = self._connection.execute(query, (word,)).fetchone() or stems(word)
        forms = [*{word, stem, root}]
        marks = ",".join("?" * len(forms))
        rows = self._connection.execute(_OF_STEM.replace("…", marks), (*forms * 3, MANY)).fetchall()
        return [one for (one,) in rows if one != word]

    def beginning_with(self, begun: str) -> list[str]:
        """The words that begin with this, those that stand most often first."""
        rows = self._connection.execute(_BEGUN, (begun, begun + LAST, MANY)).fetchall()
        return [one for (one,) in rows if one != begun]

    def ending_in(self, part: str) -> list[str]:
        """The words that end in this, also in another form."""
        found: list[str] = []
        for ending in _ENDINGS:
            turned = (part + ending)[::-1]
            rows = self._connection.execute(
                _ENDED, (turned, turned + LAST, len(turned) + SHORTEST_FIRST, MANY)
            ).fetchall()
            found += (one for (one,) in rows)
        return found[:MANY]

    def split(self, word: str) -> tuple[str, str] | None:
        """The two words that a word is made of, if there are both."""
        known = self.known(part for pair in splits(word) for part in pair)
        return split(word, known.__contains__)

    def like(self, word: str, *, begun: bool) -> tuple[int, list[str]]:
        """The words that it may have been, and with how many errors; those that stand most often
        first. ``begun`` says that it may be the beginning of one."""
        size = len(word)
        if size < SWAP_FROM:
            return 0, []
        first, last = whole_parts(word)
        turned, run = last[::-1], self._connection.execute
        rows = dict(run(_LIKE_BEGUN, (first, first + LAST, size - 1)).fetchall())
        rows |= dict(run(_LIKE_ENDED, (turned, turned + LAST, size - MOST, size + MOST)).fetchall())
        errors, found = fewest_errors(word, rows)
        if size == SWAP_FROM and not found:
            errors, found = 1, [*self.known(swapped(word))]
        named: list[str] = []
        if size >= NAMED_FROM - 1 and (errors > 1 or not found):  # an error in both of these parts
            two = run(_LIKE_TWICE, (size - MOST, size + MOST, TWO_FROM, NAMED_FROM)).fetchall()
            rows |= {other: n for other, n, _ in two}
            likely = {*may_be_like(word, [other for other, _, _ in two])}
            errors, others = fewest_errors(word, likely)
            found = distinct([*found, *others])
            named = [other for other, _, many in two if many and other in likely]
        if begun and not found:
            errors, found = 1, begun_like(word, rows)
        if named and not found:
            errors, found = MOST, only_like(word, named)
        return errors, sorted(found, key=lambda one: (-rows.get(one, 0), one))[:FEW]
