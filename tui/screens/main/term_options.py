"""The filters that a list of agreements can be narrowed by, to choose from."""

from collections.abc import Collection, Iterator

from storage.search.filter_names import FILTERS, FilterName
from storage.search.query_parser import parse_query
from storage.search.query_text import filter_text, query_text
from storage.views.filter_term import FilterTerm
from tui.base.option_picker import PickerOption
from tui.locale import language, say
from tui.store import Store
from tui.words.query_words import chip_name

ELSEWHERE = ("type", "role", "saved")  # a list has one type; roles are said of a party
OFFERED = {"changed": ("1w", "2w", "1m", "3m"), "silent": ("1", "2", "3")}
"""Values of filters that have none of their own."""


def term_options(store: Store, chosen: Collection[FilterTerm]) -> list[PickerOption]:
    """What is chosen by now, then saved queries that have filters only, then all others."""
    options = [_option(term, say("choose.term_chosen"), chosen=True) for term in chosen]
    for one in store.filters.saved():
        asked = store.filters.whole(parse_query(one.query))
        if asked.filters and not asked.words and not asked.troubles:
            said = query_text(asked, language())
            options.append(PickerOption(said, one.name, said, say("types.searches").capitalize()))
    for about in FILTERS:
        if "agreements" in about.types and about.en not in ELSEWHERE:
            group = about.named(language()).capitalize()
            options += [_option(term, group) for term in _terms(about) if term not in chosen]
    return options


def _terms(about: FilterName) -> Iterator[FilterTerm]:
    for value in (*(one.code for one in about.choices), *OFFERED.get(about.en, ())):
        if about.knows("agreements", value) and (about.en, value) != ("is", "deleted"):
            yield FilterTerm(about.en, value)


def _option(term: FilterTerm, group: str, *, chosen: bool = False) -> PickerOption:
    """A filter as its chip says it, and beside it how one types it."""
    said = [filter_text(term, one) for one in (language(), "nl", "en")]
    return PickerOption(said[0], chip_name(term), said[0], group, chosen, tuple(said))
