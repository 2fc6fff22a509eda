"""Saved searches: a query with a name, put in the place of the filter that names it."""

import sqlite3

from storage.queries.filters.filter_values import nearest_name, tails_named
from storage.queries.joins import joins
from storage.search.query import Query
from storage.search.query_parser import parse_query
from storage.search.ready_searches import BY_CODE, READY_SEARCHES
from storage.views.filter_term import FilterTerm
from storage.views.search_hit import SavedSearch, Trouble

MOST = 50
"""Saved searches that one query asks, by way of each other."""
_SAVED = "SELECT tail, name, query FROM searches WHERE life <> 'deleted' ORDER BY name, tail"


def saved_searches(connection: sqlite3.Connection) -> list[SavedSearch]:
    """Those that are not deleted and give way to none, by name."""
    by = joins(connection, "searches").by
    rows = connection.execute(_SAVED).fetchall()
    return [
        SavedSearch(f"searches/{tail}", name or "", query or "")
        for tail, name, query in rows
        if tail not in by
    ]


def ready_searches(connection: sqlite3.Connection, language: str) -> dict[str, SavedSearch]:
    """By its code each search that comes with the app, or the one that someone saved under its
    name; the id of one that comes with the app is its code."""
    saved = {one.name.strip().casefold(): one for one in reversed(saved_searches(connection))}
    return {
        one.code: saved.get(one.nl) or saved.get(one.en)
        or SavedSearch(one.code, one.named(language), one.query)
        for one in READY_SEARCHES
    }  # fmt: skip


def without_saved(connection: sqlite3.Connection, query: Query) -> Query:
    """The query with what the saved searches that it names ask, in their place; each counts once,
    also one that names itself. One that is not known or is excluded, that asks nothing but others,
    or that with others makes more than ``MOST``, is a trouble."""
    known = {one.id.partition("/")[2]: one for one in saved_searches(connection)}
    called: dict[str, tuple[str, ...]] = {tail: (one.name,) for tail, one in known.items()}
    for code, one in ready_searches(connection, "nl").items():
        if one.id == code:
            known[code], called[code] = one, (one.name, BY_CODE[code].en)
    joined, seen = joins(connection, "searches"), set[str]()
    words, filters, troubles = [*query.words], list[FilterTerm](), [*query.troubles]
    waiting = [*query.filters]
    while waiting:
        term = waiting.pop(0)
        if term.name != "saved":
            filters.append(term)
            continue
        tails = tails_named(called, joined, term.value.removeprefix("searches/"))
        if term.excluded or not tails:
            key = "saved_excluded" if tails else "unknown_name"
            near = nearest_name(term.value, {one.name: one.name for one in known.values()})
            values = {"field": term.name, "value": term.value}
            troubles.append(Trouble(key, values if tails else {**values, "nearest": near}))
        elif tails[0] not in seen:
            if len(seen) == MOST:
                troubles.append(Trouble("saved_too_deep", {"n": str(MOST)}))
                break
            seen.add(tails[0])
            asked = parse_query(known[tails[0]].query)
            words += asked.words
            troubles += asked.troubles
            waiting = [*asked.filters, *waiting]
    if seen and not (words or filters or troubles):
        troubles.append(Trouble("saved_asks_nothing", {"value": query.filters[0].value}))
    return Query(tuple(words), tuple(filters), tuple(troubles))
