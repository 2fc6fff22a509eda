"""Reading what someone types: words, "phrases", -without and name:value."""

import re
from collections.abc import Iterator

from storage.search.filter_names import BY_NAME
from storage.search.query import Query, Word
from storage.text import typed
from storage.views.filter_term import FilterTerm
from storage.views.search_hit import Trouble

LONGEST = 1000
"""Letters that are read: who pastes a page has typed no question."""

_QUOTES = '"“”„'
_PIECE = re.compile(
    rf"(?P<minus>-?)(?:(?P<name>[^\W\d_]+):)?"
    rf"(?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?P<end>[{_QUOTES}]?)|(?P<plain>\S*))"
)
_LETTERS = re.compile(r"\w")


def parse_query(text: str) -> Query:
    """What is asked; whatever is typed gives a query, with what is the matter as its troubles."""
    words: list[Word] = []
    filters: list[FilterTerm] = []
    troubles: list[Trouble] = []
    if len(text) > LONGEST:
        troubles.append(Trouble("long_query", {"most": LONGEST}))
    for piece in pieces(typed(text[:LONGEST])):
        minus, name, quoted, end, plain = piece.group("minus", "name", "quoted", "end", "plain")
        value = plain if quoted is None else " ".join(quoted.split())
        if quoted is not None and not end:
            troubles.append(Trouble("open_quote", {"text": value}))
        known = BY_NAME.get(name.casefold()) if name else None
        if known and value:
            filters.append(FilterTerm(known.en, known.value_of(value), bool(minus)))
            continue
        if known:
            troubles.append(Trouble("no_filter_value", {"field": known.en}))
            continue
        if name:  # a word with a colon in it, which may be meant for a filter
            if _LETTERS.match(value) and quoted is None:
                troubles.append(_unknown(name))
            words.append(Word(f"{name}:{plain or ''}", excluded=bool(minus)))
        if _LETTERS.search(value) and not (name and plain):
            words.append(Word(value, quoted is not None, bool(minus)))
    return Query(tuple(words), tuple(filters), tuple(troubles))


def only_signs(text: str, query: Query) -> bool:
    """Whether something stands in a text that asks nothing: nothing holds signs alone."""
    return bool(text.strip()) and query == Query()


def pieces(text: str) -> Iterator[re.Match[str]]:
    """What stands between spaces or quotes."""
    at = 0
    while at < len(text):
        piece = _PIECE.match(text, at)
        assert piece is not None  # all of it may be empty
        at = max(piece.end(), at + 1)
        yield piece


def _unknown(name: str) -> Trouble:
    from difflib import get_close_matches

    near = get_close_matches(name.casefold(), BY_NAME, n=1, cutoff=0.5)
    return Trouble("unknown_filter", {"field": name, "nearest": "".join(f"{one}:" for one in near)})
