"""Every word that search can find, with its stems: for other forms of it, and for what is meant by
a word that is nowhere."""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from storage.search.folding import folded_words, has_digit
from storage.search.stemming import stems
from storage.tables.chunks import select_in
from storage.tables.searched_texts import KINDS, TEXTS, reason_row

LONGEST = 60  # letters of a word

Connection = sqlite3.Connection
Row = Collection[object]

_NAMES, _BODY = (TEXTS.index("title"), TEXTS.index("names")), TEXTS.index("body")
_ADD = """
INSERT INTO words (word, stem, root, turned, n, named) VALUES (?, ?, ?, ?, ?, ?)"""
_MORE = "UPDATE words SET n = n + ?, named = named + ? WHERE word = ?"


def count_words(connection: Connection, gone: Iterable[Row], new: Iterable[Row]) -> None:
    """Rows of texts came in the place of others: count in how many each word stands now."""
    counts, named = _counted(new)
    lost, lost_named = _counted(gone)
    counts.subtract(lost)
    named.subtract(lost_named)
    changed = [word for word, many in counts.items() if many or named[word]]
    query = "SELECT word FROM words WHERE word IN (…)"
    known = {word for (word,) in select_in(connection, query, changed)}
    connection.executemany(
        _MORE, [(counts[word], named[word], word) for word in changed if word in known]
    )
    connection.executemany(
        _ADD,
        [
            (word, *stems(word), word[::-1], counts[word], named[word])
            for word in changed
            if word not in known
        ],
    )
    fewer = [(word,) for word in changed if counts[word] < 0]
    connection.executemany("DELETE FROM words WHERE word = ? AND n <= 0", fewer)


def add_reasons(connection: Connection, reasons: Iterable[tuple[str, str]]) -> None:
    """Let search find the reasons of these acts."""
    rows = [reason_row(act, why) for act, why in reasons]
    if not rows:
        return
    marks = ",".join("?" * len(TEXTS))
    connection.executemany(f"INSERT INTO texts ({','.join(TEXTS)}) VALUES ({marks})", rows)
    count_words(connection, (), rows)


def drop_reasons(connection: Connection, acts: Iterable[str]) -> None:
    """Let it find the reasons of these acts no longer."""
    query = f"SELECT {','.join(TEXTS)} FROM texts WHERE record IN (…)"
    rows = [tuple(row) for row in select_in(connection, query, [f"acts/{act}" for act in acts])]
    connection.executemany("DELETE FROM texts WHERE record = ?", [(row[0],) for row in rows])
    count_words(connection, rows, ())


def make_index_anew(connection: Connection) -> None:
    """Make the index of what stands in the tables, within an open transaction."""
    connection.execute("DELETE FROM texts WHERE type = 'acts'")
    connection.execute("DELETE FROM words")
    count_words(connection, (), _texts(connection))
    query = "SELECT id, why FROM acts WHERE why IS NOT NULL AND why <> ''"
    add_reasons(connection, connection.execute(query).fetchall())
    rebuild_index(connection)


def rebuild_index(connection: Connection) -> None:
    """Make what FTS5 keeps anew, of the texts that stand there."""
    _command(connection, "rebuild")
    join_index(connection)


def join_index(connection: Connection) -> None:
    """Make one of the parts in which FTS5 wrote very many texts, so that a word is found sooner."""
    _command(connection, "optimize")


def _command(connection: Connection, said: str) -> None:
    for kind in KINDS:
        name = f"texts_fts_{kind}"
        connection.execute(f"INSERT INTO {name} ({name}) VALUES (?)", (said,))


def expected_words(connection: Connection) -> set[tuple[object, ...]]:
    """The rows of the words, as the texts make them."""
    counts, named = _counted(_texts(connection))
    return {(word, *stems(word), word[::-1], many, named[word]) for word, many in counts.items()}


def stored_words(connection: Connection) -> set[tuple[object, ...]]:
    """The rows of the words, as they stand there."""
    query = "SELECT word, stem, root, turned, n, named FROM words"
    return {*connection.execute(query).fetchall()}


def _texts(connection: Connection) -> Iterator[Row]:
    cursor = connection.execute(f"SELECT {','.join(TEXTS)} FROM texts")
    while rows := cursor.fetchmany(1000):
        yield from rows


def _counted(rows: Iterable[Row]) -> tuple[Counter[str], Counter[str]]:
    """In how many of these rows each word stands, and in how many titles and names."""
    anywhere: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for row in rows:
        cells = [cell if isinstance(cell, str) else "" for cell in row]
        names = kept_words("\n".join(cells[n] for n in _NAMES))
        named.update(names)
        anywhere.update(names | kept_words(cells[_BODY]))
    return anywhere, named


def kept_words(text: str) -> set[str]:
    """The words of a text that the table of words has."""
    return {word for word in folded_words(text) if len(word) <= LONGEST and not has_digit(word)}
