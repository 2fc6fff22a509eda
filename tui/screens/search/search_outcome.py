"""What one leaves the screen of search with."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from storage.views.filter_term import FilterTerm
from storage.views.search_hit import Hit


class WalkedHits(NamedTuple):
    """What a query found, the number of the hit to go to, and the words that it was found by."""

    query: str
    hits: Sequence[Hit]
    at: int
    words: Collection[str]


class QueryToKeep(NamedTuple):
    """A query to save."""

    query: str


class QueryToList(NamedTuple):
    """Filters to narrow the list of agreements to."""

    query: str
    filters: Sequence[FilterTerm]


SearchOutcome = WalkedHits | QueryToKeep | QueryToList
