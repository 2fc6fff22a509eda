"""The filter that someone is typing."""

from collections import deque
from typing import NamedTuple

from storage.search.filter_names import BY_NAME, FILTERS, FilterName
from storage.search.folding import fold_text
from storage.search.query_parser import pieces


class TypedFilter(NamedTuple):
    """``about`` is the filter of which the value is typed, None while that is its name; ``typed``
    what stands of it up to the cursor, from ``start`` on with its name."""

    about: FilterName | None
    typed: str
    start: int
    excluded: bool

    def names(self, language: str) -> list[FilterName]:
        """The filters of which the name may be what is typed."""
        wanted = fold_text(self.typed)
        return [one for one in FILTERS if one.named(language).startswith(wanted)] if wanted else []


def typed_filter(text: str, cursor: int) -> TypedFilter | None:
    """What is typed where the cursor stands; None where that can be no filter."""
    before = text[:cursor]
    last = deque(pieces(before), maxlen=1).pop() if before else None
    if last is None or last.end() != len(before) or last["end"]:
        return None
    typed = last["plain"] if last["quoted"] is None else last["quoted"]
    if last["name"]:
        about = BY_NAME.get(last["name"].casefold())
        return about and TypedFilter(about, typed, last.start(), bool(last["minus"]))
    if last["quoted"] is not None or not typed.isalpha():
        return None
    return TypedFilter(None, typed, last.start(), bool(last["minus"]))
