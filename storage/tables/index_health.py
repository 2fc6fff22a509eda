"""Whether the search index is what the texts make of it, and making it anew where it is not."""

import sqlite3
from contextlib import closing

from storage.errors import Refused
from storage.tables.chunks import select_in
from storage.tables.database import Connection, transaction
from storage.tables.index_tables import make_tables_anew
from storage.tables.search_words import expected_words, kept_words, stored_words
from storage.tables.searched_texts import KINDS

_INDEXED = ("code", "title", "names", "body", "links")
_HOW = f"fts5({', '.join(_INDEXED)}, tokenize='unicode61 remove_diacritics 2')"
PARTS = 9
"""Of each kind: a view, an index, what FTS5 keeps in four tables, and three triggers."""
_TERMS = "SELECT term, col, doc, cnt FROM terms"


def looks_whole(connection: sqlite3.Connection) -> bool:
    """Whether all its tables are there, with as many rows as there are texts and words where there
    are any, and a text is found. It is quick: where all texts are numbers, of which no word is
    kept, it says no too."""
    query = "SELECT EXISTS (SELECT 1 FROM words) OR NOT EXISTS (SELECT 1 FROM texts)"
    try:
        words = bool(connection.execute(query).fetchone()[0])
        return words and _has_each_part(connection) and _has_each_text(connection)
    except Refused:
        return False


def _has_each_part(connection: sqlite3.Connection) -> bool:
    query = "SELECT count(*) FROM sqlite_master WHERE name GLOB 'texts_*'"
    (parts,) = connection.execute(query).fetchone()
    return bool(parts == len(KINDS) * PARTS)


def _has_each_text(connection: sqlite3.Connection) -> bool:
    """Whether it has as many rows as there are texts, and of each kind finds one."""
    kept = " + ".join(f"(SELECT count(*) FROM texts_fts_{kind}_docsize)" for kind in KINDS)
    try:
        texts, rows = connection.execute(f"SELECT (SELECT count(*) FROM texts), {kept}").fetchone()
        return bool(texts == rows) and all(_finds_one(connection, kind) for kind in KINDS)
    except Refused:
        return False


def _finds_one(connection: sqlite3.Connection, kind: str) -> bool:
    """Whether it finds one by its title, of which each word is known."""
    query = f"SELECT n, title FROM texts_of_{kind} WHERE title GLOB '*[a-z]*' LIMIT 1"
    row = connection.execute(query).fetchone()
    if row is None:
        return True
    index = f"texts_fts_{kind}"
    phrase = row[1].replace('"', " ")
    query = f"SELECT 1 FROM {index} WHERE {index} MATCH ? AND rowid = ?"
    found = connection.execute(query, (f'"{phrase}"', row[0])).fetchone()
    words = kept_words(row[1])
    known = select_in(connection, "SELECT word FROM words WHERE word IN (…)", words)
    return found is not None and len([*known]) == len(words)


def mend(connection: Connection) -> bool:
    """Make the index anew; whether that was possible."""
    try:
        with transaction(connection):
            make_tables_anew(connection)
    except Refused:
        return False
    return True


def wrong_parts(connection: sqlite3.Connection) -> list[tuple[str, list[str]]]:
    """Which tables of the index are not what the texts make of them, and some of the words in which
    they differ."""
    found: list[tuple[str, list[str]]] = []
    if not (_has_each_part(connection) and _has_each_text(connection)):
        found.append(("texts_fts", []))
    try:
        words = {str(row[0]) for row in stored_words(connection) ^ expected_words(connection)}
    except Refused:
        return [*found, ("words", [])]
    if words:
        found.append(("words", sorted(words)))
    for kind in KINDS:
        try:
            wrong = _terms(connection, kind) ^ _terms_of_texts(connection, kind)
        except Refused:
            found.append((f"texts_fts_{kind}", []))
            continue
        if wrong:
            found.append((f"texts_fts_{kind}", sorted({str(row[0]) for row in wrong})))
    return found


Terms = set[tuple[object, ...]]


def _terms(connection: sqlite3.Connection, kind: str) -> Terms:
    """Every word of an index, with the column and how often it stands there."""
    connection.execute("DROP TABLE IF EXISTS temp.terms")
    connection.execute(
        f"CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'texts_fts_{kind}', 'col')"
    )
    try:
        return {*connection.execute(_TERMS).fetchall()}
    finally:
        connection.execute("DROP TABLE temp.terms")


def _terms_of_texts(connection: sqlite3.Connection, kind: str) -> Terms:
    """The same of an index that is made of the texts now, in memory."""
    rows = connection.execute(f"SELECT n, {', '.join(_INDEXED)} FROM texts_of_{kind}").fetchall()
    with closing(sqlite3.connect(":memory:")) as other:
        other.execute(f"CREATE VIRTUAL TABLE again USING {_HOW}")
        marks = ",".join("?" * (len(_INDEXED) + 1))
        other.executemany(
            f"INSERT INTO again (rowid, {', '.join(_INDEXED)}) VALUES ({marks})", rows
        )
        other.execute("CREATE VIRTUAL TABLE terms USING fts5vocab('again', 'col')")
        return {*other.execute(_TERMS).fetchall()}
