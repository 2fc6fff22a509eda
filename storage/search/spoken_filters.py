"""What people say in words that a filter asks: "te laat in twente" is te:laat regio:Twente.

Nothing is taken so by itself; it is offered, and a key takes it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from storage.search.filter_names import FILTERS
from storage.search.folding import folded_words
from storage.search.query import Query, Word
from storage.search.query_parser import parse_query
from storage.search.ready_searches import READY_SEARCHES
from storage.search.small_words import says_nothing
from storage.search.stemming import stems
from storage.views.filter_term import FilterTerm

Key = tuple[str, ...]
"""Words as they are compared: by their stems, so that "trekkers" is "trekker"."""
Names = Mapping[Key, FilterTerm]

LONGEST = 6  # words of one phrase
_BARE = ("is", "role", "signal")
"""Filters of which a value says enough without the name; others follow it: "soort verzoek"."""
_ALSO = {
    "wie trekt": FilterTerm("role", "lead"), "trekt": FilterTerm("role", "lead"),
    "voert uit": FilterTerm("role", "executor"), "toegezegd": FilterTerm("kind", "commitment"),
    "toezegging": FilterTerm("kind", "commitment"), "acties": FilterTerm("action", "open"),
    "besluiten": FilterTerm("kind", "decision"), "verzoeken": FilterTerm("kind", "request"),
}  # fmt: skip
"""Verbs, and what else one calls a value."""


class SpokenPhrase(NamedTuple):
    """What words ask; ``sure`` ones ask it also where other words stand beside them."""

    terms: tuple[FilterTerm, ...]
    sure: bool


def key_of(text: str) -> Key:
    """The words of a text as they are compared."""
    return tuple(stems(word)[0] for word in folded_words(text))


def spoken_query(query: Query, names: Callable[[], Names]) -> Query | None:
    """The query with filters in the place of the words that say the same; None where none do.
    ``names`` gives what records are called, and is asked only where a phrase was found."""
    typed = [word for word in query.words if not word.phrase and not word.excluded]
    found, rest = _read([(word, key_of(word.text)) for word in typed], _phrases())
    if not found:
        return None
    known = {key: SpokenPhrase((term,), sure=False) for key, term in names().items()}
    named, rest = _read(rest, known)
    telling = [word for word, _ in rest if not says_nothing(word.text.casefold())]
    if telling and not any(one.sure for one in found):
        return None
    terms = [term for one in (*found, *named) for term in one.terms]
    kept = [word for word in query.words if word not in typed or word in telling]
    return query._replace(words=tuple(kept), filters=(*query.filters, *_of_one(terms)))


Typed = Sequence[tuple[Word, Key]]


def _read(typed: Typed, phrases: Mapping[Key, SpokenPhrase]) -> tuple[list[SpokenPhrase], Typed]:
    """The longest phrases from left to right, and the words that are of none."""
    found: list[SpokenPhrase] = []
    rest: list[tuple[Word, Key]] = []
    at = 0
    while at < len(typed):
        for end in range(min(at + LONGEST, len(typed)), at, -1):
            phrase = phrases.get(tuple(part for _, key in typed[at:end] for part in key))
            if phrase is not None:
                found.append(phrase)
                at = end
                break
        else:
            rest.append(typed[at])
            at += 1
    return found, rest


def _of_one(terms: Iterable[FilterTerm]) -> list[FilterTerm]:
    """Each once; what an organisation promised is what it leads or does."""
    found = [*dict.fromkeys(terms)]
    if FilterTerm("kind", "commitment") in found:
        return [one._replace(name="who") if one.name == "party" else one for one in found]
    return found


@cache
def _phrases() -> Mapping[Key, SpokenPhrase]:
    """All that does not depend on a file; what is surer goes before."""
    found: dict[Key, SpokenPhrase] = {}
    for one in READY_SEARCHES:
        asked = parse_query(one.query)
        for name in (one.nl, one.en):
            found.setdefault(key_of(name), SpokenPhrase(asked.filters, sure=True))
    for about in FILTERS:
        for choice in about.choices:
            phrase = SpokenPhrase((FilterTerm(about.en, choice.code),), sure=True)
            for language in ("nl", "en"):
                for word in choice.words(language):
                    found.setdefault(key_of(f"{about.named(language)} {word}"), phrase)
    for said, term in _ALSO.items():
        found.setdefault(key_of(said), SpokenPhrase((term,), sure=False))
    for about in FILTERS:
        for choice in about.choices if about.en in _BARE else ():
            phrase = SpokenPhrase((FilterTerm(about.en, choice.code),), sure=False)
            for word in (*choice.words("nl"), *choice.words("en")):
                if not all(map(says_nothing, folded_words(word))):
                    found.setdefault(key_of(word), phrase)
    return found
