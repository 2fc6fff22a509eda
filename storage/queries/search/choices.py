"""What a chooser offers while someone types: records of one type, the best match first."""

import re
import sqlite3
from collections.abc import Iterable

from storage.queries.joins import STANDS, joins
from storage.queries.names import NAMED, forms
from storage.records.ids import tail_of
from storage.search.folding import fold_text
from storage.search.name_match import name_fit
from storage.tables.chunks import select_in
from storage.views.search_hit import Candidate

Connection = sqlite3.Connection

LOOKED_AT = 100  # of 100,000 agreements in which a letter stands no more are weighed
LIKE = 3  # letters; shorter words are like too many
LONGEST = 60  # letters; what is typed longer than any name

_WORD = re.compile(r"\w+")
_FIRST = f"""
SELECT tail, code, title FROM agreements
 WHERE life <> 'deleted' AND {STANDS} AND code IS NOT NULL ORDER BY code LIMIT ?"""
_FOUND = """
SELECT substr(t.record, 12), t.code, t.title FROM texts_fts_agreements f
  JOIN texts t ON t.n = f.rowid WHERE texts_fts_agreements MATCH ? LIMIT ?"""
_TOLD = "SELECT tail, code, title FROM agreements WHERE tail IN (…)"


def candidates(connection: Connection, type_: str, words: str, limit: int) -> list[Candidate]:
    """Records of a type by name, other names, abbreviation or code; all, where nothing is typed."""
    words = words[:LONGEST]
    if type_ == "agreements":
        found = _agreements(connection, words, limit)
    elif type_ in NAMED:
        named = forms(connection, type_)
        found = [(tail, name, "", (name, *others)) for tail, (name, others) in named.items()]
    else:
        found = _titled(connection, type_)
    return _best(words, found, limit)


def nearest_names(connection: Connection, type_: str, words: str, limit: int) -> list[Candidate]:
    """What begins most like these words, where nothing fits them whole, as far as it is like them:
    nothing where only a letter or two are the same."""
    words = words[:LONGEST]
    for end in range(len(words), 0, -1):
        begun = words[:end]
        found = candidates(connection, type_, begun, LOOKED_AT) if begun.strip() else []
        like = [one for one in found if _is_like(words, one)]
        if like:
            return like[:limit]
    return []


def _is_like(words: str, one: Candidate) -> bool:
    """Whether what was typed, or a word of it, is like a name or a word of that."""
    from storage.records.validation import near

    wanted, forms = fold_text(words), [fold_text(one.name), fold_text(one.other)]
    known = {*forms, *(word for form in forms for word in form.split())}
    parts = {wanted, *wanted.split()}
    return any(near(part, [*known]) for part in parts if len(part) >= LIKE)


Row = tuple[str, str, str, tuple[str, ...]]


def _best(words: str, rows: Iterable[Row], limit: int) -> list[Candidate]:
    fits = [(name_fit(words, forms), row) for row in rows for forms in [row[3]]]
    found = [(how, row) for how, row in fits if how is not None]
    found.sort(key=lambda one: (one[0][:2], one[1][1].casefold(), one[1][0]))
    return [
        Candidate(tail, name, code or (how[2] if how[1] else ""))
        for how, (tail, name, code, _) in found[:limit]
    ]


def _agreements(connection: Connection, words: str, limit: int) -> list[Row]:
    parts, joined = _WORD.findall(words), joins(connection, "agreements")
    if parts:
        query = "{code title} : (" + " AND ".join(f'"{part}" *' for part in parts) + ")"
        rows = connection.execute(_FOUND, (query, LOOKED_AT)).fetchall()
    else:
        rows = connection.execute(_FIRST, (joined.free, limit)).fetchall()
    found = {tail: (title or tail, code or "") for tail, code, title in rows}
    called = {tail: _called(code, title) for tail, (title, code) in found.items()}
    given_way = found.keys() & joined.by.keys()
    for tail, code, title in select_in(connection, _TOLD, map(joined.of, given_way)):
        found[tail] = (title or tail, code or "")
        called[tail] = _called(code or "", title or tail)
    for tail in given_way:  # who knows the old one finds the one that stands for it
        called[joined.of(tail)] += called[tail]
    return [
        (tail, title, code, called[tail])
        for tail, (title, code) in found.items()
        if tail not in given_way
    ]


def _called(code: str, title: str) -> tuple[str, ...]:
    """A code as people say it (TWE-04) and whole, the title, and both in one breath."""
    return (code.split("-", 2)[-1], title, code, f"{code} {title}")


def _titled(connection: Connection, type_: str) -> list[Row]:
    rows = connection.execute(
        "SELECT record, title FROM texts WHERE type = ? ORDER BY title, record", (type_,)
    ).fetchall()
    joined = joins(connection, type_)
    titles = {tail_of(record): title or tail_of(record) for record, title in rows}
    found: dict[str, tuple[str, ...]] = {
        tail: (title,) for tail, title in titles.items() if tail not in joined.by
    }
    for tail in titles.keys() & joined.by.keys():
        if joined.of(tail) in found:
            found[joined.of(tail)] += (titles[tail],)
    return [(tail, titles[tail], "", called) for tail, called in found.items()]
