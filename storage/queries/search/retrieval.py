"""Which records FTS5 finds for a plan, and how each answers it: so many that the best are among
them, and never all of a large file."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
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

WHOLE = 100  # records of one kind that are all weighed
WEIGHED = 40  # of more, those that are weighed first, where a hit counts alike
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
    first: dict[int, None] = {}
    more: dict[int, None] = {}
    total = hidden = 0
    for kind in KINDS:
        look = _first if passes is None else partial(_passing, passes=passes)
        here = look(connection, kind, plan, limit)
        first |= dict.fromkeys(here.first)
        more |= dict.fromkeys(here.more)
        total, hidden = total + here.total, hidden + here.hidden
    if not first and not hidden and len(plan.units) > 1:
        first = dict.fromkeys(_some_words(connection, plan, passes))
    answers = _weighed(connection, plan, first, more)
    return Answers(answers[:limit], total or len(answers), hidden)


class Some(NamedTuple):
    """Rows of one kind: among the first are the best, whatever the limit, so that a list only grows
    when more is asked for; how many there are, and how many do not pass."""

    first: Sequence[int]
    more: Sequence[int]
    total: int
    hidden: int


def _first(connection: sqlite3.Connection, kind: str, plan: SearchPlan, limit: int) -> Some:
    """All, where they are not too many; else those of which the title begins so, then where a hit
    counts most, and then where it counts less."""
    everything = without_terms(anywhere(plan.units), plan.unwanted)
    every = row_numbers(connection, kind, everything, COUNTED)
    total = len(every)
    if total <= WHOLE:
        return Some(every, (), total, 0)
    steps = [title_begun(plan)]
    if total <= PICKED:
        every = _with_titles(connection, plan, every)
    else:
        steps.append(in_title(plan.units, literal=True))
        steps.append(in_title(plan.units, literal=False))
        steps.append(anywhere(plan.units, "{code title names}", parties=True))
    matches = [without_terms(step, plan.unwanted) for step in steps if step]
    picked = partial(_picked, connection, kind, matches, every)
    return Some(picked(WEIGHED), picked(limit) if limit > WEIGHED else (), total, 0)


def _picked(
    connection: sqlite3.Connection,
    kind: str,
    matches: Sequence[str],
    every: Sequence[int],
    most: int,
) -> list[int]:
    """What these questions find, one after the other until there are enough, and then the rest."""
    here: dict[int, None] = {}
    for match in matches:
        if len(here) < most:
            here |= dict.fromkeys(row_numbers(connection, kind, match, most))
    return [*(here | dict.fromkeys(every[: max(0, most - len(here))]))]


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
    connection: sqlite3.Connection, kind: str, plan: SearchPlan, limit: int, passes: Passes
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
        if looked >= COUNTED and len(here) > max(limit, WHOLE):
            break
    return Some(here[:WHOLE], here[WHOLE : limit * 2], len(here), looked - len(here))


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
    connection: sqlite3.Connection, plan: SearchPlan, first: Iterable[int], more: Iterable[int]
) -> list[Answer]:
    """How these answer, the best of the first first, then of the others; only those in which most
    words stand."""
    matcher = Matcher(plan)
    first = {*first}
    parts = [
        [(row, matcher.match(row.lines, row.links)) for row in rows_numbered(connection, some)]
        for some in (first, [n for n in more if n not in first])
    ]
    most = max((match.found for part in parts for _, match in part), default=0)
    answers: list[Answer] = []
    for part in parts:
        those = [(row, match) for row, match in part if match.found == most and most]
        order = ranks([RankedRecord(row.type, row.record, row.lines, m) for row, m in those])
        answers += [those[n] for n in sorted(range(len(those)), key=order.__getitem__)]
    return answers
