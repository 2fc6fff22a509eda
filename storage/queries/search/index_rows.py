"""Asking FTS5, and the rows of what it finds."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from storage.queries.joins import Joins
from storage.records.ids import tail_of
from storage.search.folding import words_of
from storage.search.matching import CODE, NAMES, PASSAGE, TEXT, TITLE, Line
from storage.search.search_plan import Form, Linked, Term
from storage.tables.chunks import select_in
from storage.tables.searched_texts import LINKED, link_token, type_token
from storage.tables.searched_texts import NAMES as NAME_FIELDS

PARTIES = ("organisations", "regions", "people")
MOST_LINKED = 60  # records through which one word finds what points at them
COUNTED = 2000  # how far is counted how many there are
_ROWS = "SELECT n, record, type, code, title, names, body, fields, links FROM texts WHERE n IN (…)"
_FOUND = "SELECT rowid FROM texts_fts WHERE texts_fts MATCH ? LIMIT ?"
_LINKED = """
SELECT t.record, t.type, t.title, t.names, t.body FROM texts_fts f JOIN texts t ON t.n = f.rowid
 WHERE texts_fts MATCH ? LIMIT ?"""
_NAMED = " OR ".join(type_token(one) for one in LINKED if one != "passages")
_TOLD = " OR ".join(map(type_token, LINKED))


Joined = Callable[[str], Joins]


class IndexRow(NamedTuple):
    """One record as the index has it."""

    record: str
    type: str
    code: str | None
    title: str
    lines: tuple[Line, ...]
    links: frozenset[str]


def numbers(connection: sqlite3.Connection, match: str, most: int) -> list[int]:
    """The numbers of the first rows that FTS5 finds."""
    return [n for (n,) in connection.execute(_FOUND, (match, most)).fetchall()]


def count(connection: sqlite3.Connection, match: str) -> int:
    """How many it finds, as far as that is counted."""
    query = f"SELECT count(*) FROM ({_FOUND})"
    (many,) = connection.execute(query, (match, COUNTED)).fetchone()
    return int(many)


def rows_of(connection: sqlite3.Connection, found: Iterable[int]) -> list[IndexRow]:
    """These rows."""
    return [_row(row[1:]) for row in select_in(connection, _ROWS, found)]


def _row(cells: Sequence[str | None]) -> IndexRow:
    record, type_, code, title, names, body, fields, links = (cell or "" for cell in cells)
    lines = [Line(CODE, "code", code)] if code else []
    if title:
        lines.append(Line(PASSAGE if type_ == "passages" else TITLE, "title", title))
    texts = [*filter(None, names.split("\n")), *filter(None, body.split("\n"))]
    weak = PASSAGE if type_ == "passages" else TEXT
    for field, text in zip(fields.split(), texts, strict=False):
        lines.append(Line(NAMES if field in NAME_FIELDS else weak, field, text))
    return IndexRow(record, type_, code or None, title, tuple(lines), frozenset(links.split()))


def find_links(connection: sqlite3.Connection, term: Term, joined: Joined) -> None:
    """Find in what the words of a term stand that others point at; ``joined`` are the joined
    records of each type."""
    words = term.fts()
    if not words:
        return
    for columns, types in (("{title names}", _NAMED), ("{title names body}", _TOLD)):
        match = f"{columns} : ({words}) AND {{links}} : ({types})"
        for row in connection.execute(_LINKED, (match, MOST_LINKED)).fetchall():
            _link(joined, term, row)


def _link(joined: Joined, term: Term, row: Sequence[str]) -> None:
    record, type_, title, names, body = row
    if link_token(record) in term.links:
        return
    names_of = [title, *names.split("\n")] if type_ != "passages" else []
    text = next((one for one in names_of if _stands(one, term)), None)
    is_party = text is not None and type_ in PARTIES
    linked = Linked(record, type_, is_party, text or body, _form(text or body, term))
    of_type = joined(type_)
    for tail in of_type.all_of(of_type.of(tail_of(record))):
        term.links[link_token(f"{type_}/{tail}")] = linked


def _stands(text: str, term: Term) -> bool:
    return any(_is_in(form, words_of(text)) for form in term.forms)


def _form(text: str, term: Term) -> Form:
    """The form that stands in a text; the first where none is seen to."""
    words = words_of(text)
    return next((form for form in term.forms if _is_in(form, words)), term.forms[0])


def _is_in(form: Form, words: Collection[str]) -> bool:
    size = len(form.words)
    said = [*words]
    return any(
        tuple(said[at : at + size]) == form.words
        or (form.open and said[at].startswith(form.words[0]))
        for at in range(len(said))
    )
