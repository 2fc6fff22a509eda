"""Which records FTS5 finds for a plan, and how each answers it: so many that the best are among
them, and never all of a large file."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from storage.queries.search.index_rows import IndexRow, Passes, looked_at, numbers, rows_of
from storage.search.matching import Match, Matcher
from storage.search.ranking import Ranked, ranks
from storage.search.search_plan import Plan, anywhere, in_title, without
from storage.tables.searched_texts import type_token

WEIGHED = 100  # records of one kind that are weighed, at most, where a hit counts alike
EACH = 300  # records of each word, where none has all words
COUNTED = 2000  # how far is counted how many there are
_AGREEMENTS = f'{{links}} : "{type_token("agreements")}"'
_KINDS = (f"AND {_AGREEMENTS}", f"NOT {_AGREEMENTS}")

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
    found: dict[int, None] = {}
    for kind in _KINDS:
        here: dict[int, None] = {}
        for step in _steps(plan):
            match = f"({step}) {kind}"
            here |= dict.fromkeys(numbers(connection, match, WEIGHED, passes))
            if len(here) >= max(limit, WEIGHED):
                break
        found |= here
    total, hidden = len(found), 0
    if found and (total >= WEIGHED or passes):
        total, hidden = _counted(connection, everything, passes)
    elif passes and not found:
        hidden = _counted(connection, everything, passes)[1]
    if not found and not hidden and len(plan.units) > 1:
        found = dict.fromkeys(_some_words(connection, plan, passes))
        total = 0
    answers = _weighed(connection, plan, found)
    return Answers(answers[:limit], total or len(answers), hidden)


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
        yield from numbers(connection, match, EACH, passes)


def _weighed(connection: sqlite3.Connection, plan: Plan, found: dict[int, None]) -> list[Answer]:
    """How these answer, the best first; only those in which most words stand."""
    matcher = Matcher(plan)
    answers = [(row, matcher.match(row.lines, row.links)) for row in rows_of(connection, found)]
    most = max((match.found for _, match in answers), default=0)
    answers = [(row, match) for row, match in answers if match.found == most and most]
    of = [Ranked(row.type, row.record, row.lines, match) for row, match in answers]
    order = ranks(of, plan.whole)
    return [answers[n] for n in sorted(range(len(answers)), key=order.__getitem__)]


def _counted(connection: sqlite3.Connection, match: str, passes: Passes | None) -> tuple[int, int]:
    """How many pass and how many do not, as far as they are counted."""
    if passes is None:
        return len(numbers(connection, match, COUNTED)), 0
    passing = [passes(record, code) for _, record, code in looked_at(connection, match, COUNTED)]
    return sum(passing), len(passing) - sum(passing)
