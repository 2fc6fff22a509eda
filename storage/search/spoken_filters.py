"""What people say in words that a filter asks: "te laat in twente" is te:laat regio:Twente.

Nothing is taken so by itself; it is offered, and a key takes it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from storage.search.folding import fold_text
from storage.search.query import Query, Word
from storage.search.small_words import says_nothing
from storage.search.spoken_phrases import Key, SpokenPhrase, key_of, spoken_phrase
from storage.views.filter_term import FilterTerm

Names = Mapping[Key, FilterTerm]
Asked = Callable[[Key], SpokenPhrase | None]
"""What words ask, if they do."""

LONGEST = 6  # words of one phrase
_ASKING = """
alle alles al staat staan loopt lopen toon all any are show the what which who
"""
_ASKS = frozenset(_ASKING.split())
"""Words of a question that say nothing more where others are filters."""
_DENIES = frozenset({"niet", "geen", "nooit", "niemand", "not", "no", "never"})
"""Words that turn round what stands beside them, so that no filter says the same."""
_EITHER = frozenset({"of", "or"})
"""Words between two filters of which one is enough, which a query cannot ask."""


def spoken_query(query: Query, names: Callable[[], Names]) -> Query | None:
    """The query with filters in the place of the words that say the same; None where none do.
    ``names`` gives what records are called, and is asked only where a phrase was found."""
    typed = [word for word in query.words if not word.phrase and not word.excluded]
    found, rest = _read([(word, key_of(word.text)) for word in typed], spoken_phrase)
    if not found:
        return None
    known = {key: SpokenPhrase((term,), sure=False) for key, term in names().items()}
    named, rest = _read(rest, known.get)
    left = {word: fold_text(word.text) for word, _ in rest}
    telling = [word for word, said in left.items() if not says_nothing(said) and said not in _ASKS]
    if telling and not any(one.sure for one in found):
        return None
    if not (_EITHER | _DENIES if found[1:] else _DENIES).isdisjoint(left.values()):
        return None
    terms = [term for one in (*found, *named) for term in one.terms]
    kept = [word for word in query.words if word not in typed or word in telling]
    return query._replace(words=tuple(kept), filters=(*query.filters, *_of_one(terms)))


Typed = Sequence[tuple[Word, Key]]


def _read(typed: Typed, asked_by: Asked) -> tuple[list[SpokenPhrase], Typed]:
    """The longest phrases from left to right, and the words that are of none."""
    found: list[SpokenPhrase] = []
    rest: list[tuple[Word, Key]] = []
    at = 0
    while at < len(typed):
        for end in range(min(at + LONGEST, len(typed)), at, -1):
            phrase = asked_by(tuple(part for _, key in typed[at:end] for part in key))
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
