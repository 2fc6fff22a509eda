"""Words that say what a filter asks, in the names of a file."""

import sqlite3

from storage.search.filter_names import BY_NAME
from storage.search.query_parser import parse_query
from storage.search.query_text import query_text
from storage.search.spoken_filters import spoken_query
from storage.search.spoken_phrases import Key, key_of
from storage.views.filter_term import FilterTerm


def spoken_text(connection: sqlite3.Connection, text: str, language: str) -> str:
    """The whole text with filters where its words say what these ask; "" where none do."""
    found = spoken_query(parse_query(text), lambda: _named(connection))
    return query_text(found, language) if found else ""


def _named(connection: sqlite3.Connection) -> dict[Key, FilterTerm]:
    """What regions, programmes and organisations are called, also behind the name of a filter."""
    from storage.queries.filters.filter_values import called

    found: dict[Key, FilterTerm] = {}
    for about in (BY_NAME["region"], BY_NAME["programme"], BY_NAME["party"]):
        for names in called(connection, about.refers).values():
            term = FilterTerm(about.en, names[0])
            for name in names:
                for said in (name, f"{about.nl} {name}", f"{about.en} {name}"):
                    found.setdefault(key_of(said), term)
    found.pop((), None)
    return found
