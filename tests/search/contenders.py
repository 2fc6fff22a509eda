"""What is asked the same questions: our search, and what could stand in its place."""

import re
import sqlite3
from collections.abc import Callable, Sequence
from functools import partial

from storage.reader import Reader
from tests.search.shown_texts import Shown

Ask = Callable[[str], Sequence[str]]
"""The ids of the first records that answer what is typed, the best first."""

LIMIT = 3
TRIGRAM = 3
ALIKE = 70
"""Of a hundred: what `rapidfuzz` calls less like it than this is no answer."""

_WORD = re.compile(r"\w+")


def ours(reader: Reader) -> Ask:
    """The search of the app."""
    return lambda asked: [hit.id for hit in reader.search(asked, LIMIT).hits]


def fts5(texts: Sequence[Shown], tokenizer: str, shortest: int = 1) -> Ask:
    """FTS5 as it comes, ranked by bm25, title before names before text: every word, the last one
    also as the begin of a word; where nothing has every word, any of them."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        f"CREATE VIRTUAL TABLE t USING fts5(title, names, text, tokenize='{tokenizer}')"
    )
    rows = [(n, one.title, " ".join(one.names), one.text) for n, one in enumerate(texts)]
    connection.executemany("INSERT INTO t (rowid, title, names, text) VALUES (?, ?, ?, ?)", rows)
    return partial(_ask_fts5, connection, texts, shortest)


def _ask_fts5(
    connection: sqlite3.Connection, texts: Sequence[Shown], shortest: int, asked: str
) -> list[str]:
    words = [f'"{word}"' for word in _WORD.findall(asked) if len(word) >= shortest]
    for between in (" ", " OR ") if words else ():
        rows = connection.execute(
            "SELECT rowid FROM t WHERE t MATCH ? AND rank MATCH 'bm25(10, 5, 1)'"
            " ORDER BY rank LIMIT ?",
            (between.join(words) + "*", LIMIT),
        ).fetchall()
        if rows:
            return [texts[n].id for (n,) in rows]
    return []


def rapidfuzz_alone(texts: Sequence[Shown]) -> Ask:
    """Everything that is said of a record, weighed against what is typed."""
    from rapidfuzz import fuzz, process, utils

    whole = {one.id: " ".join((one.title, *one.names, one.text)) for one in texts}
    ready = {id_: utils.default_process(text) for id_, text in whole.items()}

    def ask(asked: str) -> list[str]:
        found = process.extract(
            utils.default_process(asked),
            ready,
            scorer=fuzz.partial_ratio,
            limit=LIMIT,
            score_cutoff=ALIKE,
        )
        return [id_ for _, _, id_ in found]

    return ask


def contenders(reader: Reader, texts: Sequence[Shown]) -> dict[str, Ask]:
    """All of them by name, ours first."""
    return {
        "ours": ours(reader),
        "FTS5 unicode61": fts5(texts, "unicode61"),
        "FTS5 trigram": fts5(texts, "trigram", TRIGRAM),
        "rapidfuzz": rapidfuzz_alone(texts),
    }
