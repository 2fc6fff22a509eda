"""What someone asks for, as it was read: words, phrases, filters and what is the matter with it."""

from typing import NamedTuple

from storage.views.filter_term import FilterTerm
from storage.views.search_hit import Trouble


class Word(NamedTuple):
    """A word, or with ``phrase`` several that stand side by side; an ``excluded`` one must not be
    there."""

    text: str
    phrase: bool = False
    excluded: bool = False


class Query(NamedTuple):
    """``troubles`` are what could not be read; the rest is asked all the same."""

    words: tuple[Word, ...] = ()
    filters: tuple[FilterTerm, ...] = ()
    troubles: tuple[Trouble, ...] = ()
