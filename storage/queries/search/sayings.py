"""The ways to say the same that a file knows: of its glossary, and names of what it is about."""

import sqlite3
from collections import defaultdict

from storage.queries.names import NAMED, forms
from storage.search.expansion import Sayings

_GLOSSARY = "SELECT tail, abbreviation, expansion FROM glossary WHERE life <> 'deleted'"


def sayings(connection: sqlite3.Connection) -> Sayings:
    """Abbreviations, expansions and synonyms of the glossary; names, other names and abbreviations
    of programmes, organisations and regions."""
    groups: list[list[tuple[str, bool]]] = []
    also: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for tail, text in connection.execute("SELECT tail, text FROM glossary_synonyms").fetchall():
        also[tail].append((text, False))
    for tail, short, long in connection.execute(_GLOSSARY).fetchall():
        both = [(short or "", bool(long)), (long or "", False)]
        groups.append([*both, *also[tail]])
    places: list[str] = []
    for type_ in NAMED:
        for name, others in forms(connection, type_).values():
            if type_ == "regions":
                places += (name, *others)
            if others:
                groups.append([(name, False), *((one, False) for one in others)])
    return Sayings(groups, places)
