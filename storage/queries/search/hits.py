"""What was found as it is shown: with the words that were found marked, and a piece of a text."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable

from storage.queries.joins import Joins, stands_for
from storage.queries.names import about_of, title_of
from storage.queries.search.index_rows import IndexRow
from storage.records.ids import tail_of, type_of
from storage.search.matching import CODE, TEXT, TITLE, Match
from storage.search.search_plan import SearchPlan, WordForm
from storage.search.snippets import marks_in, snippet
from storage.views.search_hit import Hit, Note, Snippet


def made_hit(
    connection: sqlite3.Connection,
    plan: SearchPlan,
    row: IndexRow,
    match: Match,
    joined: Callable[[str], Joins],
) -> Hit:
    """A row as a hit: an entry or a reason goes by the code and title of what it is about, what was
    joined by those of what stands for it."""
    forms = {place.form for some in match.units for place in some}
    record, code, title, shown = _called(connection, row, joined)
    marks = marks_in(title, forms) if shown is not None else ()
    piece = _snippet(row, match, plan, forms, TITLE if shown is None else shown)
    return Hit(row.type, record, code, title, marks, piece, _notes(plan, match))


def listed_hit(connection: sqlite3.Connection, record: str, row: IndexRow | None) -> Hit:
    """A record that passes the filters, where nothing was looked for in it."""
    code, title = title_of(connection, record)
    if row and not row.title and row.lines:
        title = row.lines[0].text
    return Hit(type_of(record), record, code, title, (), row and _first_text(row, ()))


def _called(
    connection: sqlite3.Connection, row: IndexRow, joined: Callable[[str], Joins]
) -> tuple[str, str | None, str, int | None]:
    """The record that a row leads to, its code and title; and how the fields count that are shown
    with that, none where it is another record's."""
    record, type_ = row.record, row.type
    if type_ in ("entries", "acts"):
        about = about_of(connection, record) if type_ == "entries" else _changed(connection, record)
        return record, *title_of(connection, stands_for(connection, about)), None
    if (tail := joined(type_).of(tail_of(record))) != tail_of(record):
        record = f"{type_}/{tail}"
        return record, *title_of(connection, record), CODE
    title = row.title or next((line.text for line in row.lines), "")
    return record, row.code, title, TITLE


def _changed(connection: sqlite3.Connection, act: str) -> str:
    """The record that an act is about: the first that it names."""
    query = "SELECT s.record FROM said s JOIN acts a ON a.n = s.act WHERE a.id = ? LIMIT 1"
    row = connection.execute(query, (tail_of(act),)).fetchone()
    return str(row[0]) if row else act


def _snippet(
    row: IndexRow, match: Match, plan: SearchPlan, forms: Collection[WordForm], shown: int
) -> Snippet | None:
    """The text in which most words stand, of fields that count for less than those ``shown``; else
    the first text."""
    places = [place for some in match.units for place in some]
    lines = Counter(place.line for place in places if place.line >= 0 and place.rank > shown)
    if lines:
        best = min(lines, key=lambda one: (-lines[one], one))
        return snippet(row.lines[best].field, row.lines[best].text, forms)
    return _linked(row, match, plan) or _first_text(row, forms)


def _linked(row: IndexRow, match: Match, plan: SearchPlan) -> Snippet | None:
    """A piece of what it points at, through which it was found."""
    for unit, some in zip(plan.units, match.units, strict=True):
        if any(place.line < 0 for place in some):
            links = (
                (not one.is_party, one.record, one, term)
                for term in unit.terms
                for token, one in term.links.items()
                if token in row.links
            )
            _, _, one, term = min(links, key=lambda link: link[:2])
            field = "passage" if one.type == "passages" else one.type
            return snippet(field, one.text, term.forms)
    return None


def _first_text(row: IndexRow, forms: Iterable[WordForm]) -> Snippet | None:
    first = next((line for line in row.lines if line.rank >= TEXT), None)
    return snippet(first.field, first.text, [*forms]) if first else None


def _notes(plan: SearchPlan, match: Match) -> tuple[Note, ...]:
    """Which words were found otherwise than they were typed, or not."""
    found = []
    for unit, some in zip(plan.units, match.units, strict=True):
        if not some:
            found.append(Note("dropped", unit.typed, ""))
        elif (how := some[0].form.how) != "exact" and how != "begun":
            words = (word for place in some for word in place.form.words)
            found.append(Note(how, unit.typed, " ".join(words)))
    return tuple(found)
