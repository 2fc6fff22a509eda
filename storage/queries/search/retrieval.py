"""Which records FTS5 finds for a plan, and how each answers it: so many that the best are among
them, and never all of a large file."""

import sqlite3
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from storage.queries.search.index_rows import (
    IndexRow,
    Passes,
    looked_at,
    row_numbers,
    row_titles,
    rows_numbered,
)
from storage.search.folding import fold_lines, split_folded
from storage.search.matching import Match, Matcher
from storage.search.relevance import RankedRecord, ranks
from storage.search.search_plan import SearchPlan, anywhere, in_title, title_begun, without_terms
from storage.tables.searched_texts import KINDS
from storage.views.search_hit import COUNTED

WEIGHED = 40  # records of one kind that are weighed, at most, where a hit counts alike
EACH = 300  # records of each word, where none has all words
PICKED = 600  # of so many the titles are looked at one by one
ALL = -1
LOOKED_AT = 20_000  # records of a kind that are looked at for those that pass filters

Answer = tuple[IndexRow, Match]


class Answers(NamedTuple):
    """The best, how many there are, and how many more there would be without the filters."""

    best: list[Answer]
    total: int
    hidden: int


def find(
    connection: sqlite3.Connection, plan: SearchPlan, limit: int, passes: Passes | None = None
) -> Answers:
    """The records that answer a plan best, in the order of `relevance`."""
    found: dict[int, None] = {}
    total = hidden = 0
    for kind in KINDS:
        look = _first if passes is None else partial(_passing, passes=passes)
        here, passing, others = look(connection, kind, plan, max(limit, WEIGHED))
        found |= here
        total, hidden = total + passing, hidden + others
    if not found and not hidden and len(plan.units) > 1:
        found = dict.fromkeys(_some_words(connection, plan, passes))
    answers = _weighed(connection, plan, found)
    return Answers(answers[:limit], total or len(answers), hidden)


Some = tuple[dict[int, None], int, int]
"""Rows of one kind among which the best are, how many there are, and how many do not pass."""


def _first(connection: sqlite3.Connection, kind: str, plan: SearchPlan, most: int) -> Some:
    """All, where they are not too many; else the first of which the title begins so, then where a
    hit counts most, and then where it counts less."""
    everything = without_terms(anywhere(plan.units), plan.unwanted)
    every = row_numbers(connection, kind, everything, COUNTED)
    if len(every) <= most:
        return dict.fromkeys(every), len(every), 0
    steps = [title_begun(plan)]
    if len(every) <= PICKED:
        every = _with_titles(connection, plan, every)
    else:
        steps.append(in_title(plan.units, literal=True))
        steps.append(in_title(plan.units, literal=False))
        steps.append(anywhere(plan.units, "{code title names}", parties=True))
    here: dict[int, None] = {}
    for step in steps:
        if step and len(here) < most:
            match = without_terms(step, plan.unwanted)
            here |= dict.fromkeys(row_numbers(connection, kind, match, most))
    return here | dict.fromkeys(every[: max(0, most - len(here))]), len(every), 0


def _with_titles(connection: sqlite3.Connection, plan: SearchPlan, every: list[int]) -> list[int]:
    """These, first those in whose titles the forms of most words stand."""
    forms = [{form.words[0] for term in unit.terms for form in term.forms} for unit in plan.units]
    titles = row_titles(connection, every)
    titled = {
        n: sum(not some.isdisjoint(words) for some in forms)
        for n, folded in zip(titles, fold_lines([*titles.values()]).split("\n"), strict=True)
        for words in [split_folded(folded)]
    }
    return sorted(every, key=lambda n: -titled.get(n, 0))


def _passing(
    connection: sqlite3.Connection, kind: str, plan: SearchPlan, most: int, passes: Passes
) -> Some:
    """Those that pass, among the first that are found: as many as are looked at until there are
    enough."""
    match = without_terms(anywhere(plan.units), plan.unwanted)
    here: list[int] = []
    looked = 0
    for n, record in looked_at(connection, kind, match, LOOKED_AT):
        looked += 1
        if passes(record):
            here.append(n)
        if looked >= COUNTED and len(here) > most:
            break
    return dict.fromkeys(here[: most * 2]), len(here), looked - len(here)


def find_each(connection: sqlite3.Connection, plan: SearchPlan) -> set[str]:
    """The ids of all records that answer a plan."""
    if not plan.units:
        return set()
    match = without_terms(anywhere(plan.units), plan.unwanted)
    return {record for kind in KINDS for _, record in looked_at(connection, kind, match, ALL)}


def _some_words(
    connection: sqlite3.Connection, plan: SearchPlan, passes: Passes | None
) -> Iterator[int]:
    """Where any of the words stands, as no record has all of them."""
    for unit in plan.units:
        match = without_terms(anywhere([unit]), plan.unwanted)
        for kind in KINDS:
            rows = looked_at(connection, kind, match, EACH)
            yield from (n for n, record in rows if passes is None or passes(record))


def _weighed(
    connection: sqlite3.Connection, plan: SearchPlan, found: dict[int, None]
) -> list[Answer]:
    """How these answer, the best first; only those in which most words stand."""
    matcher = Matcher(plan)
    answers = [
        (row, matcher.match(row.lines, row.links)) for row in rows_numbered(connection, found)
    ]
    most = max((match.found for _, match in answers), default=0)
    answers = [(row, match) for row, match in answers if match.found == most and most]
    of = [RankedRecord(row.type, row.record, row.lines, match) for row, match in answers]
    order = ranks(of)
    return [answers[n] for n in sorted(range(len(answers)), key=order.__getitem__)]
