"""The phrases by which people ask what a filter asks: one table, of both languages.

Words are compared by their stems, so that "trekkers" is "trekker".
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from storage.search.filter_names import BY_NAME, FILTERS
from storage.search.folding import folded_words
from storage.search.query_parser import parse_query
from storage.search.ready_searches import READY_SEARCHES
from storage.search.small_words import says_nothing
from storage.search.stemming import stems
from storage.views.filter_term import FilterTerm

Key = tuple[str, ...]
"""Words as they are compared."""

_BARE = ("is", "role", "signal")
"""Filters of which a value says enough without the name; others follow it: "soort verzoek"."""
_ALSO = {
    "trekt": "role:lead", "voert uit": "role:executor", "geen trekker": "without:lead",
    "geen termijn": "without:term", "toegezegd": "kind:commitment", "beloofd": "kind:commitment",
    "toezegging": "kind:commitment", "acties": "action:open", "openstaande acties": "action:open",
    "besluiten": "kind:decision", "verzoeken": "kind:request", "afgewezen": "kind:declined",
    "doelen": "type:targets", "klaar": "is:done", "jaarlijks": "is:recurring",
    "verwijderde": "is:deleted", "binnenkort": "due:3m is:open", "niet besproken": "silent:2",
    "leads": "role:lead", "promises": "kind:commitment",
    "rode": "signal:red", "groene": "signal:green",
}  # fmt: skip
"""Verbs, and what else one calls a value."""
BEGINNING = 1  # letter that a word has in common with its stem: that of open is oop
_PERIODS = ("before", "due", "after")
_YEARS = range(2010, 2041)


class SpokenPhrase(NamedTuple):
    """What words ask; ``sure`` ones ask it also where other words stand beside them."""

    terms: tuple[FilterTerm, ...]
    sure: bool


def key_of(text: str) -> Key:
    """The words of a text as they are compared."""
    return tuple(stems(word)[0] for word in folded_words(text))


def spoken_phrase(key: Key) -> SpokenPhrase | None:
    """What these words ask, where that does not depend on a file."""
    return _beginning_with(key[0][:BEGINNING]).get(key) if key else None


@cache
def _beginning_with(letters: str) -> Mapping[Key, SpokenPhrase]:
    """The phrases that begin so: stems of all would take longer than a search."""
    found: dict[Key, SpokenPhrase] = {}
    for text, phrase in _by_beginning().get(letters, ()):
        found.setdefault(key_of(text), phrase)
    return found


@cache
def _by_beginning() -> Mapping[str, list[tuple[str, SpokenPhrase]]]:
    found: dict[str, list[tuple[str, SpokenPhrase]]] = {}
    for text, phrase in _told():
        found.setdefault(text[:BEGINNING].casefold(), []).append((text, phrase))
    return found


def _told() -> Iterator[tuple[str, SpokenPhrase]]:
    """Each phrase and what it asks; of the same phrase the first counts."""
    for one in READY_SEARCHES:
        phrase = SpokenPhrase(parse_query(one.query).filters, sure=True)
        yield from ((name, phrase) for name in (one.nl, one.en))
    for named, _, phrase in _choices(sure=True):
        yield named, phrase
    for text, query in _ALSO.items():
        yield text, SpokenPhrase(parse_query(query).filters, sure=False)
    for _, word, phrase in _choices(sure=False):
        if phrase.terms[0].name in _BARE and not all(map(says_nothing, folded_words(word))):
            yield word, phrase
    for one in READY_SEARCHES:
        phrase = SpokenPhrase(parse_query(one.query).filters, sure=True)
        yield from ((name, phrase) for name in (one.short_nl, one.short_en))
    for about in map(BY_NAME.__getitem__, _PERIODS):
        for year in map(str, _YEARS):
            phrase = SpokenPhrase((FilterTerm(about.en, year),), sure=False)
            yield from ((f"{name} {year}", phrase) for name in (about.nl, about.en))


def _choices(*, sure: bool) -> Iterator[tuple[str, str, SpokenPhrase]]:
    """Each word that can be chosen behind a filter, with the name before it and alone."""
    for about in FILTERS:
        for choice in about.choices:
            phrase = SpokenPhrase((FilterTerm(about.en, choice.code),), sure)
            for language in ("nl", "en"):
                for word in choice.words(language):
                    yield f"{about.named(language)} {word}", word, phrase
