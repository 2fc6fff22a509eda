"""Records by what someone types: found by FTS5, weighed in the order that `ranking` explains."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial

from storage.queries.joins import Joins, joins, stands_for
from storage.queries.names import about_of, title_of
from storage.queries.search.index_rows import IndexRow, count, find_links, numbers, rows_of
from storage.queries.search.planning import Planner
from storage.records.ids import tail_of
from storage.search.matching import CODE, TEXT, TITLE, Match, Matcher, Place
from storage.search.query import Query
from storage.search.ranking import Ranked, rank
from storage.search.search_plan import Form, Plan, anywhere, in_title, without
from storage.search.snippets import marks_in, snippet
from storage.tables.searched_texts import type_token
from storage.views.search_hit import Found, Hit, Note, Snippet

WEIGHED = 100  # records of one kind that are weighed, at most, in one step
EACH = 300  # records of each word, where none has all words

_AGREEMENTS = f'{{links}} : "{type_token("agreements")}"'


def search(
    connection: sqlite3.Connection, query: Query, limit: int, *, literal: bool = False
) -> Found:
    """The best records that answer a query. ``literal`` takes its words as they were typed."""
    joined = cache(partial(joins, connection))
    planner = Planner(connection, literal=literal)
    plan = planner.plan(query.words)
    if not plan.units:
        return Found(notes=tuple(planner.notes), troubles=query.troubles)
    if not literal:
        for unit in plan.units:
            for term in unit.terms:
                find_links(connection, term, joined)
    found, total = _ranked(connection, plan, limit)
    hits: dict[str, Hit] = {}
    for row, match in found:
        hit = _hit(connection, plan, row, match, joined)
        hits.setdefault(hit.id, hit)
    shown = tuple(hits.values())
    return Found(shown, total - len(found) + len(shown), tuple(planner.notes), 0, query.troubles)


Answer = tuple[IndexRow, Match]


def _ranked(connection: sqlite3.Connection, plan: Plan, limit: int) -> tuple[list[Answer], int]:
    """The best, and how many there are."""
    matcher = Matcher(plan)
    everything = without(anywhere(plan.units), plan.unwanted)
    found: dict[int, None] = {}
    for only in (f"AND {_AGREEMENTS}", f"NOT {_AGREEMENTS}"):
        here: dict[int, None] = {}
        for step in _steps(plan):
            here |= dict.fromkeys(numbers(connection, f"({step}) {only}", WEIGHED))
            if len(here) >= max(limit, WEIGHED):
                break
        found |= here
    total = count(connection, everything) if len(found) >= WEIGHED else len(found)
    if not found and len(plan.units) > 1:
        found = dict.fromkeys(_some_words(connection, plan))
        total = 0
    answers = [(row, matcher.match(row.lines, row.links)) for row in rows_of(connection, found)]
    best = max((match.found for _, match in answers), default=0)
    answers = [one for one in answers if one[1].found == best and best]
    total = total or len(answers)
    answers.sort(
        key=lambda one: rank(Ranked(one[0].type, one[0].record, one[0].lines, one[1]), plan.whole)
    )
    return answers[:limit], total


def _ranking(row: IndexRow, match: Match) -> Ranked:
    return Ranked(row.type, row.record, row.lines, match)


def _steps(plan: Plan) -> Iterator[str]:
    """What FTS5 is asked, one after the other as long as too few were found: first where a hit
    counts most."""
    for asked in (
        in_title(plan.units, literal=True),
        in_title(plan.units, literal=False),
        anywhere(plan.units, "{code title names}", parties=True),
        anywhere(plan.units),
    ):
        if asked:
            yield without(asked, plan.unwanted)


def _some_words(connection: sqlite3.Connection, plan: Plan) -> Iterable[int]:
    """Where most of the words stand, as none has all of them."""
    return {
        n
        for unit in plan.units
        for n in numbers(connection, without(anywhere([unit]), plan.unwanted), EACH)
    }


def _hit(
    connection: sqlite3.Connection,
    plan: Plan,
    row: IndexRow,
    match: Match,
    joined: Callable[[str], Joins],
) -> Hit:
    """A row as a hit: an entry goes by the code and title of what it is about, what was joined by
    those of what stands for it."""
    forms = {place.form for some in match.units for place in some}
    record, type_, code, title = row.record, row.type, row.code, row.title
    marks, shown = marks_in(title, forms), TITLE
    if type_ == "entries":
        code, title = title_of(connection, stands_for(connection, about_of(connection, record)))
        marks = ()
    elif type_ == "acts":
        code, title = title_of(connection, stands_for(connection, _changed(connection, record)))
        marks = ()
    elif (tail := joined(type_).of(tail_of(record))) != tail_of(record):
        record = f"{type_}/{tail}"
        code, title = title_of(connection, record)
        marks, shown = marks_in(title, forms), CODE
    elif not title:
        title = next((line.text for line in row.lines), "")
    return Hit(
        type_,
        record,
        code,
        title,
        marks,
        _snippet(row, match, plan, forms, shown),
        _notes(plan, match),
    )


def _changed(connection: sqlite3.Connection, act: str) -> str:
    """The record that an act is about: the first that it names."""
    query = "SELECT s.record FROM said s JOIN acts a ON a.n = s.act WHERE a.id = ? LIMIT 1"
    row = connection.execute(query, (tail_of(act),)).fetchone()
    return row[0] if row else act


def _snippet(
    row: IndexRow, match: Match, plan: Plan, forms: set[Form], shown: int
) -> Snippet | None:
    """The text in which most words stand, of fields that count for less than those ``shown``; else
    the first text."""
    places = [place for some in match.units for place in some]
    lines = Counter(place.line for place in places if place.line >= 0 and place.rank > shown)
    if lines:
        best = min(lines, key=lambda one: (-lines[one], one))
        return snippet(row.lines[best].field, row.lines[best].text, forms)
    for unit, some in zip(plan.units, match.units, strict=True):
        if any(place.line < 0 for place in some):
            for term in unit.terms:
                for token, one in term.links.items():
                    if token in row.links:
                        field = "passage" if one.type == "passages" else one.type
                        return snippet(field, one.text, {*term.forms})
    first = next((line for line in row.lines if line.rank >= TEXT), None)
    return snippet(first.field, first.text, forms) if first else None


def _notes(plan: Plan, match: Match) -> tuple[Note, ...]:
    """Which words were found otherwise than they were typed, or not."""
    found = []
    for unit, some in zip(plan.units, match.units, strict=True):
        if not some:
            found.append(Note("dropped", unit.typed, ""))
        elif (how := some[0].form.how) != "exact" and how != "begun":
            found.append(Note(how, unit.typed, " ".join(_said(some))))
    return tuple(found)


def _said(places: Sequence[Place]) -> Iterator[str]:
    return (word for place in places for word in place.form.words)
