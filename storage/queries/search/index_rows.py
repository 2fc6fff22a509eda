"""Asking FTS5, and the rows of what it finds."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from storage.queries.joins import Joins
from storage.records.ids import tail_of
from storage.search.folding import folded_words
from storage.search.matching import CODE, NAMES, PASSAGE, TEXT, TITLE, Line
from storage.search.search_plan import WORDED, LinkedRecord, Term, WordForm
from storage.tables.chunks import select_in
from storage.tables.searched_texts import KINDS, link_token
from storage.tables.searched_texts import NAMES as NAME_FIELDS

PARTIES = ("organisations", "regions", "people")
MOST_LINKED = 100  # records through which one word finds what points at them
TOLD = ("programmes", "passages")  # of which what is said counts too, not only the name
_ROWS = "SELECT n, record, type, code, title, names, body, fields, links FROM texts WHERE n IN (…)"
_FOUND = "SELECT rowid FROM texts_fts_{0} WHERE texts_fts_{0} MATCH ? LIMIT ?"
_TOLD_OF = """
SELECT t.n, t.record FROM texts_fts_{0} f JOIN texts t ON t.n = f.rowid
 WHERE texts_fts_{0} MATCH ? LIMIT ?"""
_POINTED = """
SELECT t.record, t.type, t.title, t.names, t.body FROM texts_fts_pointed f
  JOIN texts t ON t.n = f.rowid WHERE texts_fts_pointed MATCH ? LIMIT ?"""

Passes = Callable[[str], bool]
"""Whether a record, by its id, passes the filters."""
Joined = Callable[[str], Joins]


class IndexRow(NamedTuple):
    """One record as the index has it."""

    record: str
    type: str
    code: str | None
    title: str
    lines: tuple[Line, ...]
    links: frozenset[str]


def stands(connection: sqlite3.Connection, form: WordForm) -> bool:
    """Whether these words stand anywhere, side by side."""
    return any(row_numbers(connection, kind, f"{WORDED} : ({form.fts})", 1) for kind in KINDS)


def row_numbers(connection: sqlite3.Connection, kind: str, match: str, most: int) -> list[int]:
    """The numbers of the first rows of a kind that FTS5 finds."""
    query = _FOUND.format(kind)
    return [n for (n,) in connection.execute(query, (match, most)).fetchall()]


def looked_at(
    connection: sqlite3.Connection, kind: str, match: str, most: int
) -> Iterator[tuple[int, str]]:
    """Number and id of the first rows of a kind that FTS5 finds, as they are asked for."""
    cursor = connection.execute(_TOLD_OF.format(kind), (match, most))
    while rows := cursor.fetchmany(200):
        yield from rows


def rows_numbered(connection: sqlite3.Connection, found: Iterable[int]) -> list[IndexRow]:
    """These rows."""
    return [_row(row[1:]) for row in select_in(connection, _ROWS, found)]


def _row(cells: Sequence[str | None]) -> IndexRow:
    record, type_, code, title, names, body, fields, links = (cell or "" for cell in cells)
    texts = [code, title, *names.split("\n"), *body.split("\n")]
    lines = map(Line, *_layout(type_, bool(code), bool(title), fields), filter(None, texts))
    return IndexRow(record, type_, code or None, title, tuple(lines), frozenset(links.split()))


@lru_cache(1024)
def _layout(
    type_: str, has_code: bool, has_title: bool, fields: str
) -> tuple[Sequence[int], Sequence[str]]:
    """How each line of a row counts, and of which field it is."""
    told = type_ == "glossary"  # words for something, and not what someone looks for
    weak = PASSAGE if told or type_ == "passages" else TEXT
    named = fields.split()
    ranks = [CODE] * has_code + [PASSAGE if type_ == "passages" else TITLE] * has_title
    for field in named:
        head = type_ == "targets" and field == "population"  # it goes by whom it is about
        ranks.append(TITLE if head else NAMES if field in NAME_FIELDS and not told else weak)
    return ranks, ["code"] * has_code + ["title"] * has_title + named


def row_titles(connection: sqlite3.Connection, found: Iterable[int]) -> dict[int, str]:
    """The titles of these rows, by their numbers."""
    rows = select_in(connection, "SELECT n, title FROM texts WHERE n IN (…)", found)
    return {row[0]: row[1] for row in rows}


def rows_named(connection: sqlite3.Connection, records: Iterable[str]) -> list[IndexRow]:
    """The rows of these records, as far as they have any."""
    query = _ROWS.replace("WHERE n IN", "WHERE record IN")
    return [_row(row[1:]) for row in select_in(connection, query, records)]


def find_links(connection: sqlite3.Connection, term: Term, joined: Joined) -> None:
    """Find in what the words of a term stand that others point at; ``joined`` are the joined
    records of each type."""
    words = term.fts()
    if words:
        match = f"{{title names body}} : ({words})"
        for row in connection.execute(_POINTED, (match, MOST_LINKED)).fetchall():
            _link(joined, term, row)


def _link(joined: Joined, term: Term, row: Sequence[str]) -> None:
    record, type_, title, names, body = row
    called = [] if type_ == "passages" else [title, *filter(None, names.split("\n"))]
    pairs = ((text, form_in(text, term)) for text in called)
    text, form = next(((text, form) for text, form in pairs if form), ("", None))
    is_party = form is not None and type_ in PARTIES
    if form is None:
        if type_ not in TOLD:
            return
        text, form = body, form_in(body, term) or term.forms[0]
    linked = LinkedRecord(record, type_, is_party, text, form)
    of_type = joined(type_)
    for tail in of_type.all_of(of_type.of(tail_of(record))):
        term.links[link_token(f"{type_}/{tail}")] = linked


def form_in(text: str, term: Term) -> WordForm | None:
    """The first form of a term that stands in a text."""
    words = folded_words(text)
    there = {*words}
    for form in term.forms:
        if form.words[0] in there and _side_by_side(form.words, words):
            return form
        if form.open and any(word.startswith(form.words[0]) for word in there):
            return form
    return None


def _side_by_side(wanted: tuple[str, ...], words: Sequence[str]) -> bool:
    size = len(wanted)
    return size == 1 or any(
        tuple(words[at : at + size]) == wanted for at in range(len(words) - size + 1)
    )
