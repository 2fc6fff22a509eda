"""The filters that a list of agreements can be narrowed by, to choose from."""

from collections.abc import Collection, Iterable, Iterator

from storage.search.filter_names import FILTERS, FilterName
from storage.search.query_parser import parse_query
from storage.search.query_text import filter_text, query_text
from storage.search.ready_searches import BY_CODE
from storage.views.filter_term import FilterTerm
from storage.views.search_hit import SavedSearch
from tui.base.option_picker import PickerOption
from tui.locale import language, say
from tui.store import Store
from tui.words.query_words import chip_name

ELSEWHERE = ("type", "role", "saved")  # a list has one type; roles are said of a party
OFFERED = {"changed": ("1w", "2w", "1m", "3m"), "silent": ("1", "2", "3"),
           "often": ("3", "5")}  # fmt: skip
"""Values of filters that have none of their own."""


def term_options(store: Store, chosen: Collection[FilterTerm]) -> list[PickerOption]:
    """What is chosen by now, then saved queries of filters only, then all filters, and last the
    ready queries of more than one."""
    options = [_option(term, say("choose.term_chosen"), chosen=True) for term in chosen]
    options += _queries(store, store.filters.saved(), say("types.searches").capitalize())
    for about in FILTERS:
        if "agreements" in about.types and about.en not in ELSEWHERE:
            group = about.named(language()).capitalize()
            options += [_option(term, group) for term in _terms(about) if term not in chosen]
    ready = [one for one in store.filters.ready(language()).values() if one.id in BY_CODE]
    return [*options, *_queries(store, ready, say("search.ready"), fewest=2)]


def _queries(
    store: Store, queries: Iterable[SavedSearch], group: str, fewest: int = 1
) -> Iterator[PickerOption]:
    """Those that agreements can pass and that have filters only, so many at least."""
    for one in queries:
        asked = store.filters.whole(parse_query(one.query))
        fits = "agreements" in store.filters.types(asked.filters)
        if fits and len(asked.filters) >= fewest and not asked.words and not asked.troubles:
            said = query_text(asked, language())
            yield PickerOption(said, one.name, said, group)


def _terms(about: FilterName) -> Iterator[FilterTerm]:
    for value in (*(one.code for one in about.choices), *OFFERED.get(about.en, ())):
        if about.knows("agreements", value) and (about.en, value) != ("is", "deleted"):
            yield FilterTerm(about.en, value)


def _option(term: FilterTerm, group: str, *, chosen: bool = False) -> PickerOption:
    """A filter as its chip says it, and beside it how one types it."""
    said = [filter_text(term, one) for one in (language(), "nl", "en")]
    return PickerOption(said[0], chip_name(term), said[0], group, chosen, tuple(said))
