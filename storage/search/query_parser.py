"""Reading what someone types: words, "phrases", -without and name:value."""

import re
from collections.abc import Iterator

from storage.search.filter_names import BY_NAME
from storage.search.query import FilterTerm, Query, Word
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
        troubles.append(Trouble("too_long", {"most": LONGEST}))
    for piece, last in _pieces(text[:LONGEST]):
        minus, name, quoted, end, plain = piece.group("minus", "name", "quoted", "end", "plain")
        value = plain if quoted is None else " ".join(quoted.split())
        if quoted is not None and not end:
            troubles.append(Trouble("open_quote", {"text": value}))
        known = BY_NAME.get(name.casefold()) if name else None
        if known and value:
            filters.append(FilterTerm(known.en, value, bool(minus)))
        elif known and last:
            troubles.append(Trouble("no_value", {"name": name}))
        elif name and value and quoted is None and not value.startswith("/"):
            troubles.append(_unknown(name))
            words.append(Word(f"{name}:{value}", excluded=bool(minus)))
        elif name:
            words += [Word(f"{name}:", excluded=bool(minus))]
            words += [Word(value, quoted is not None, bool(minus))] if value else []
        elif _LETTERS.search(value):
            words.append(Word(value, quoted is not None, bool(minus)))
    return Query(tuple(words), tuple(filters), tuple(troubles))


def _pieces(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """What stands between spaces or quotes, and whether it is the last."""
    at, end = 0, len(text.rstrip())
    while at < end:
        if text[at].isspace():
            at += 1
            continue
        piece = _PIECE.match(text, at)
        assert piece is not None  # all of it may be empty
        at = max(piece.end(), at + 1)
        yield piece, at >= end


def _unknown(name: str) -> Trouble:
    from difflib import get_close_matches

    near = get_close_matches(name.casefold(), BY_NAME, n=1, cutoff=0.5)
    return Trouble("unknown_filter", {"name": name, "nearest": "".join(near)})
