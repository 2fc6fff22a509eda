"""A query as someone would type it."""

from typing import Literal

from storage.search.filter_names import BY_NAME
from storage.search.query import FilterTerm, Query, Word

Language = Literal["nl", "en"]


def query_text(query: Query, language: Language = "nl") -> str:
    """The words and then the filters; reading it gives the same query."""
    words = (_word(word) for word in query.words)
    return " ".join([*words, *(filter_text(one, language) for one in query.filters)])


def filter_text(term: FilterTerm, language: Language = "nl") -> str:
    """One filter by its name in a language."""
    known = BY_NAME[term.name]
    name = known.nl if language == "nl" else known.en
    value = f'"{term.value}"' if any(map(str.isspace, term.value)) else term.value
    return f"{'-' * term.excluded}{name}:{value}"


def _word(word: Word) -> str:
    return "-" * word.excluded + (f'"{word.text}"' if word.phrase else word.text)
