"""A query as someone would type it."""

from storage.search.filter_names import BY_NAME
from storage.search.query import Query, Word
from storage.views.filter_term import FilterTerm


def query_text(query: Query, language: str = "nl") -> str:
    """The words and then the filters; reading it gives the same query."""
    words = (_word(word) for word in query.words)
    return " ".join([*words, *(filter_text(one, language) for one in query.filters)])


def filter_text(term: FilterTerm, language: str = "nl") -> str:
    """One filter, by its name in a language."""
    name = BY_NAME[term.name].named(language)
    return f"{'-' * term.excluded}{name}:{quoted(value_text(term, language))}"


def value_text(term: FilterTerm, language: str = "nl") -> str:
    """Its value: in words of the language where it is one of a few."""
    for one in BY_NAME[term.name].choices:
        if one.code == term.value:
            return one.words(language)[0]
    return term.value


def quoted(value: str) -> str:
    """A value, between quotes where it has spaces."""
    return f'"{value}"' if any(map(str.isspace, value)) else value


def _word(word: Word) -> str:
    return "-" * word.excluded + (f'"{word.text}"' if word.phrase else word.text)
