"""Which records FTS5 finds for a plan, and how each answers it: so many that the best are among
them, and never all of a large file."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from storage.queries.search.index_rows import IndexRow, Passes, looked_at, numbers, rows_of
from storage.search.matching import Match, Matcher
from storage.search.ranking import Ranked, ranks
from storage.search.search_plan import Plan, anywhere, in_title, without
from storage.tables.searched_texts import KINDS
from storage.views.search_hit import COUNTED

WEIGHED = 100  # records of one kind that are weighed, at most, where a hit counts alike
EACH = 300  # records of each word, where none has all words
ALL = -1

Answer = tuple[IndexRow, Match]


class Answers(NamedTuple):
    """The best, how many there are, and how many more there would be without the filters."""

    best: list[Answer]
    total: int
    hidden: int


def find(
    connection: sqlite3.Connection, plan: Plan, limit: int, passes: Passes | None = None
) -> Answers:
    """The records that answer a plan best, in the order of `ranking`."""
    everything = without(anywhere(plan.units), plan.unwanted)
    most = max(limit, WEIGHED)
    found: dict[int, None] = {}
    total = hidden = 0
    for kind in KINDS:
        here: dict[int, None] = {}
        for step in _steps(plan):
            here |= dict.fromkeys(numbers(connection, kind, step, most, passes))
            if len(here) >= most:
                break
        found |= here
        if passes or len(here) >= most:
            passing, others = _counted(connection, kind, everything, passes)
            total, hidden = total + max(passing, len(here)), hidden + others
        else:
            total += len(here)
    if not found and not hidden and len(plan.units) > 1:
        found = dict.fromkeys(_some_words(connection, plan, passes))
    answers = _weighed(connection, plan, found)
    return Answers(answers[:limit], total or len(answers), hidden)


def find_each(connection: sqlite3.Connection, plan: Plan) -> set[str]:
    """The ids of all records that answer a plan."""
    if not plan.units:
        return set()
    match = without(anywhere(plan.units), plan.unwanted)
    return {record for kind in KINDS for _, record, _ in looked_at(connection, kind, match, ALL)}


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


def _some_words(connection: sqlite3.Connection, plan: Plan, passes: Passes | None) -> Iterator[int]:
    """Where any of the words stands, as no record has all of them."""
    for unit in plan.units:
        match = without(anywhere([unit]), plan.unwanted)
        for kind in KINDS:
            yield from numbers(connection, kind, match, EACH, passes)


def _weighed(connection: sqlite3.Connection, plan: Plan, found: dict[int, None]) -> list[Answer]:
    """How these answer, the best first; only those in which most words stand."""
    matcher = Matcher(plan)
    answers = [(row, matcher.match(row.lines, row.links)) for row in rows_of(connection, found)]
    most = max((match.found for _, match in answers), default=0)
    answers = [(row, match) for row, match in answers if match.found == most and most]
    of = [Ranked(row.type, row.record, row.lines, match) for row, match in answers]
    order = ranks(of, plan.whole)
    return [answers[n] for n in sorted(range(len(answers)), key=order.__getitem__)]


def _counted(
    connection: sqlite3.Connection, kind: str, match: str, passes: Passes | None
) -> tuple[int, int]:
    """How many of a kind pass and how many do not, as far as they are counted."""
    if passes is None:
        return len(numbers(connection, kind, match, COUNTED)), 0
    rows = looked_at(connection, kind, match, COUNTED)
    passing = [passes(record, code) for _, record, code in rows]
    return sum(passing), len(passing) - sum(passing)
