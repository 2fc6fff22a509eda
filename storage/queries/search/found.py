"""Records by what someone types: found by FTS5, weighed in the order that `relevance` explains."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, TypeVar

from storage.errors import Refused
from storage.queries.joins import joins
from storage.queries.search.hits import listed_hit, made_hit
from storage.queries.search.index_rows import Passes, find_links, rows_named, stands
from storage.queries.search.planning import ENOUGH, Planner
from storage.queries.search.retrieval import Answers, find, find_each
from storage.queries.search.sayings import sayings
from storage.search.expansion import Sayings
from storage.search.folding import has_digit
from storage.search.query import Query, Word
from storage.search.query_parser import only_signs, parse_query
from storage.search.search_plan import SearchPlan
from storage.tables.damage import face
from storage.tables.damaged_cells import damaged
from storage.tables.database import Connection
from storage.tables.index_health import looks_whole, mend
from storage.views.search_hit import Found, Hit, Listed, Trouble

if TYPE_CHECKING:
    from storage.queries.search.query_filters import QueryFilters

Version = tuple[int, int]
T = TypeVar("T")


@face("_connection")
class Searcher:
    """Searches an open file; what it knows of its words it reads again when the file is another."""

    def __init__(
        self,
        connection: Connection,
        version: Callable[[], Version],
        filters: "Callable[[], QueryFilters]",
    ) -> None:
        """``version`` is another as soon as anything was written; ``filters`` are asked for where a
        query has any."""
        self._connection = connection
        self._version = version
        self._filters = filters
        self._known: tuple[Version, Sayings] | None = None
        self._looked = self._tried = False

    def search(self, asked: str | Query, limit: int, *, literal: bool = False) -> Found:
        """What a query finds, as it is typed or as it was read; with ``literal`` its words as they
        stand there, none corrected and none in another form."""
        query = parse_query(asked) if isinstance(asked, str) else asked
        return self._mended(lambda: self._answer(query, limit, literal=literal))

    def _mended(self, ask: Callable[[], T]) -> T:
        """An answer; where the index turns out to be damaged, it is made anew first, once."""
        if not self._looked:
            self._looked = True
            if not looks_whole(self._connection):
                mend(self._connection)
        try:
            return ask()
        except Refused as refused:
            if refused.key != "damaged" or self._tried:
                raise
            self._tried = True
            if not mend(self._connection):
                raise
            return ask()

    def _answer(self, query: Query, limit: int, *, literal: bool) -> Found:
        passes: Passes | None = None
        if query.filters:
            filters = self._filters()
            query = filters.whole(query)
            query = query._replace(troubles=(*query.troubles, *filters.troubles(query.filters)))
            passes = filters.passes(query.filters)
        if passes is None or any(not word.excluded for word in query.words):
            found = self._worded(query, limit, passes, literal=literal)
        else:
            found = _listed(self._connection, query, limit, self._filters())
        if found.hits or not query.filters:
            return found
        return found._replace(reasons=self._filters().reasons(query.filters))

    def listed(self, type_: str, asked: str | Query, *, deleted: bool = False) -> Listed:
        """All records of a type that pass the filters of a query and hold its words; deleted ones
        too where these are wanted, or asked for. Signs alone find none, and that is told."""
        filters = self._filters()
        query = filters.whole(parse_query(asked) if isinstance(asked, str) else asked)
        if isinstance(asked, str) and only_signs(asked, query):
            return Listed((), (Trouble("only_signs", {"text": asked}),))
        ids = filters.listed(type_, query.filters, deleted=deleted)
        if query.words:
            holding = self.holding(query.words)
            ids = [one for one in ids if one in holding]
        troubles = (*query.troubles, *filters.troubles(query.filters, type_))
        return Listed(tuple(ids), troubles)

    def meant(self, text: str, language: str) -> str:
        """A query with filters where its words say what these ask; "" where none do."""
        from storage.queries.search.spoken_text import spoken_text

        return spoken_text(self._connection, text, language)

    def holding(self, words: Sequence[Word]) -> set[str]:
        """The ids of all records in which these words stand, or in what they point at."""
        return self._mended(lambda: self._holding(words))

    def _holding(self, words: Sequence[Word]) -> set[str]:
        plan = self._planner(literal=False).plan(words)
        self._link(plan)
        return find_each(self._connection, plan)

    def _worded(self, query: Query, limit: int, passes: Passes | None, *, literal: bool) -> Found:
        planner = self._planner(literal=literal, sparing=True)
        plan, answers = self._asked(planner, query, limit, passes)
        if planner.spared and answers.total + answers.hidden < ENOUGH:
            planner = self._planner(literal=literal)
            plan, answers = self._asked(planner, query, limit, passes)
        notes = tuple(planner.notes)
        if not plan.units:
            return Found(notes=notes, troubles=query.troubles)
        if not answers.best and not self._tried:
            self._check(plan)
        joined = cache(partial(joins, self._connection))
        hits = _each_once(
            made_hit(self._connection, plan, row, match, joined) for row, match in answers.best
        )
        total = answers.total - len(answers.best) + len(hits)
        return Found(hits, total, notes, answers.hidden, query.troubles)

    def _asked(
        self, planner: Planner, query: Query, limit: int, passes: Passes | None
    ) -> tuple[SearchPlan, Answers]:
        plan = planner.plan(query.words)
        if not plan.units:
            return plan, Answers([], 0, 0)
        if not planner.literal:
            self._link(plan)
        return plan, find(self._connection, plan, limit, passes)

    def _check(self, plan: SearchPlan) -> None:
        """Where nothing answers: FTS5 must find each word that is known. Raises Refused."""
        forms = [form for unit in plan.units for term in unit.terms for form in term.forms]
        known = [form for form in forms if len(form.words) == 1 and not has_digit(form.words[0])]
        if not all(stands(self._connection, form) for form in known):
            raise damaged(self._connection)

    def _planner(self, *, literal: bool, sparing: bool = False) -> Planner:
        return Planner(self._connection, None if literal else self._sayings(), sparing=sparing)

    def _sayings(self) -> Sayings:
        version = self._version()
        if self._known is None or self._known[0] != version:
            self._known = version, sayings(self._connection)
        return self._known[1]

    def _link(self, plan: SearchPlan) -> None:
        """Find what the words stand in that others point at."""
        joined = cache(partial(joins, self._connection))
        for unit in plan.units:
            for term in unit.terms:
                find_links(self._connection, term, joined)


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
