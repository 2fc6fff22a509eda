"""What passes the filters of a query: records of any type, by the same rules everywhere."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from storage.queries.filters.record_conditions import asks_deleted
from storage.queries.filters.silence import spoken_of_since
from storage.queries.joins import STANDS, joins
from storage.queries.search.completion import completions
from storage.queries.search.saved_searches import ready_searches, saved_searches, without_saved
from storage.records.fields import TYPES
from storage.records.ids import tail_of, type_of
from storage.search.filter_names import BY_NAME
from storage.search.query import Query
from storage.tables.damage import face
from storage.views.agreement_list import Filter, View
from storage.views.filter_term import FilterTerm
from storage.views.search_hit import SavedSearch, Suggestion, Trouble

if TYPE_CHECKING:
    from storage.queries.agreements.pane_lists import Lists

Passes = Callable[[str], bool]
"""Whether a record, by its id, passes."""


@face("_connection")
class QueryFilters:
    """The filters of a file as it is now; its ``lists`` are made once something needs them."""

    def __init__(self, connection: sqlite3.Connection, lists: "Callable[[], Lists]") -> None:
        self._connection = connection
        self._made = lists

    @cached_property
    def _lists(self) -> "Lists":
        return self._made()

    def whole(self, query: Query) -> Query:
        """The query with what the saved searches that it names ask, in their place."""
        return without_saved(self._connection, query)

    def saved(self) -> list[SavedSearch]:
        """The saved searches, by name."""
        return saved_searches(self._connection)

    def ready(self, language: str) -> dict[str, SavedSearch]:
        """By code the searches that come with the app, each as who works with it has it."""
        return ready_searches(self._connection, language)

    def complete(self, text: str, cursor: int, language: str) -> list[Suggestion]:
        """What a query can go on with where the cursor stands, the likeliest first."""
        return completions(self._connection, self._lists.today, text, cursor, language)

    def troubles(self, terms: Iterable[FilterTerm], type_: str = "") -> tuple[Trouble, ...]:
        """What of these is not known: a value that nothing has, or a filter that records of this
        type (of any, where none is given) do not know."""
        found = []
        for term in terms:
            value = self._lists.terms.value(term)
            if isinstance(value, Trouble):
                found.append(value)
            elif type_ and not BY_NAME[term.name].knows(type_, term.value):
                found.append(Trouble("no_such_filter", {"type": type_, "field": term.name}))
        return tuple(found)

    def reasons(self, terms: Iterable[FilterTerm]) -> tuple[Trouble, ...]:
        """Which of these little or nothing can pass as the file is now, and why that is."""
        return tuple(
            Trouble(reason, {"value": value})
            for term in terms
            if not term.excluded
            for reason, value in self._reasons(term)
        )

    def _reasons(self, term: FilterTerm) -> Iterator[tuple[str, str]]:
        if term.name == "late" and self._lists.ended:
            yield "late_past_the_last_day", self._lists.ended
        today = self._lists.today.isoformat()
        if term.name == "silent" and term.value.isdecimal():
            times = int(term.value)
            if times and spoken_of_since(self._connection, today, times) is None:
                yield "met_too_seldom", term.value

    def types(self, terms: Iterable[FilterTerm]) -> tuple[str, ...]:
        """The types of which records can pass."""
        asked = [term for term in terms if not term.excluded]
        return tuple(
            type_
            for type_ in TYPES
            if all(BY_NAME[term.name].knows(type_, term.value) for term in asked)
            and all(term.value == type_ for term in asked if term.name == "type")
        )

    def passes(self, terms: Iterable[FilterTerm]) -> Passes:
        """What says of a record whether it passes; a type is read when it is first asked for."""
        asked = tuple(terms)
        types = {*self.types(asked)}

        def passing(record: str) -> bool:
            type_ = type_of(record)
            return type_ in types and tail_of(record) in self._lists.terms.tails(type_, asked)

        return passing

    def listed(
        self, type_: str, terms: Iterable[FilterTerm], *, deleted: bool = False
    ) -> list[str]:
        """The ids of the records of a type that pass: agreements in the order of their list. What
        was deleted is left out, unless it is wanted too or a filter asks for it."""
        asked = tuple(terms)
        deleted = deleted or any(map(asks_deleted, asked))
        if type_ == "agreements":
            view: View = "with_deleted" if deleted else "all"
            return [*self._lists.passing(Filter(view=view, terms=asked)).ids()]
        passing, joined = self._lists.terms.tails(type_, asked), joins(self._connection, type_)
        stands = f" AND {STANDS}" if joined.by else ""
        query = f"SELECT tail FROM [{type_}] WHERE life <> 'deleted'{stands}"
        rows = self._connection.execute(query, (joined.free,) if joined.by else ()).fetchall()
        if deleted:
            query = f"SELECT tail FROM [{type_}] WHERE life = 'deleted'"
            rows += self._connection.execute(query).fetchall()
        return [f"{type_}/{tail}" for (tail,) in rows if tail in passing]
