"""Records by what someone types: found by FTS5, weighed in the order that `ranking` explains."""

import sqlite3
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import TYPE_CHECKING

from storage.queries.joins import joins
from storage.queries.search.finding import find
from storage.queries.search.hits import listed_hit, made_hit
from storage.queries.search.index_rows import Passes, find_links, rows_named
from storage.queries.search.planning import Planner
from storage.search.query import Query
from storage.views.search_hit import Found, Hit

if TYPE_CHECKING:
    from storage.queries.search.query_filters import QueryFilters


def search(
    connection: sqlite3.Connection,
    query: Query,
    limit: int,
    filters: "Callable[[], QueryFilters]",
    *,
    literal: bool = False,
) -> Found:
    """The best records that answer a query. ``literal`` takes its words as they were typed;
    ``filters`` are asked for where the query has any."""
    passes: Passes | None = None
    if query.filters:
        known = filters()
        query = known.whole(query)
        query = query._replace(troubles=(*query.troubles, *known.troubles(query.filters)))
        if not any(not word.excluded for word in query.words):
            return _listed(connection, query, limit, known)
        passes = known.passes(query.filters)
    return _worded(connection, query, limit, passes, literal=literal)


def _worded(
    connection: sqlite3.Connection,
    query: Query,
    limit: int,
    passes: Passes | None,
    *,
    literal: bool,
) -> Found:
    joined = cache(partial(joins, connection))
    planner = Planner(connection, literal=literal)
    plan = planner.plan(query.words)
    notes = tuple(planner.notes)
    if not plan.units:
        return Found(notes=notes, troubles=query.troubles)
    for term in {term for unit in plan.units for term in unit.terms if not literal}:
        find_links(connection, term, joined)
    answers = find(connection, plan, limit, passes)
    hits = _each_once(made_hit(connection, plan, row, match, joined) for row, match in answers.best)
    total = answers.total - len(answers.best) + len(hits)
    return Found(hits, total, notes, answers.hidden, query.troubles)


def _listed(
    connection: sqlite3.Connection, query: Query, limit: int, filters: "QueryFilters"
) -> Found:
    """What passes the filters alone, type by type."""
    found = [
        record
        for type_ in filters.types(query.filters)
        for record in filters.listed(type_, query.filters)
    ]
    rows = {row.record: row for row in rows_named(connection, found[:limit])}
    hits = tuple(listed_hit(connection, record, rows.get(record)) for record in found[:limit])
    return Found(hits, len(found), troubles=query.troubles)


def _each_once(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    found: dict[str, Hit] = {}
    for hit in hits:
        found.setdefault(hit.id, hit)
    return tuple(found.values())
