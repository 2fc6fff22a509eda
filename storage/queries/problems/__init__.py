"""What a merge can leave and a form would not allow (design §3, "Merged tables are total")."""

import sqlite3
from collections.abc import Callable, Container, Iterator
from functools import cache
from itertools import chain

from storage.queries.joins import joins
from storage.queries.problems.act_problems import (
    ahead,
    cloned,
    set_apart_problems,
    to_erase,
    waiting_problems,
)
from storage.queries.problems.dead_references import (
    about_nothing,
    dangling,
    joins_to_nothing,
    no_place,
    own_on_deleted,
    rings_of_joins,
    rings_of_parents,
)
from storage.queries.problems.found_problem import FoundProblem, with_titles
from storage.queries.problems.odd_values import (
    lacking_reasons,
    same_codes,
    turned_periods,
    turned_terms,
    unknown_words,
    without_required,
)
from storage.records.ids import tail_of, type_of
from storage.views.problem import Problem

Connection = sqlite3.Connection

_LOOKED_FOR: tuple[Callable[[Connection], Iterator[FoundProblem]], ...] = (
    same_codes, turned_terms, turned_periods, without_required, unknown_words, lacking_reasons,
    dangling, no_place, own_on_deleted, about_nothing, joins_to_nothing, rings_of_joins,
    rings_of_parents, waiting_problems, set_apart_problems, ahead, to_erase,
)  # fmt: skip
_ALSO_GIVEN_WAY = ("same_code", "own_on_deleted", "incomplete")
"""What matters also in a record that gives way to another and stands in no list."""


def problems(connection: Connection, device: str | None) -> list[Problem]:
    """Everything of this kind, by kind and record; ``device`` is the id of this one."""
    return [with_titles(connection, one) for one in found_now(connection, device)]


def found_now(connection: Connection, device: str | None) -> Iterator[FoundProblem]:
    """The same before it is told, one by one: a file can have very many."""

    @cache
    def given_way(type_: str) -> Container[str]:
        return joins(connection, type_).by

    looks = chain.from_iterable(look(connection) for look in _LOOKED_FOR)
    for one in chain(looks, cloned(connection, device)):
        type_, tail = type_of(one.record), tail_of(one.record)
        if one.kind in _ALSO_GIVEN_WAY or tail not in given_way(type_):
            yield one
