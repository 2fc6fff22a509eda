"""Records of which only the name is known, made beside something that refers to them."""

import sqlite3
import unicodedata
from collections.abc import Mapping
from itertools import combinations

from storage.journal.journal import Word
from storage.records.fields import FIELDS, type_of
from storage.records.validation import checked

SHORT = 3


def made_words(connection: sqlite3.Connection, names: Mapping[str, str]) -> list[Word]:
    """What is said of records with these names, by id; a region gets a short name too."""
    found: list[Word] = []
    taken = {short for (short,) in connection.execute("SELECT short FROM regions").fetchall()}
    for record, name in names.items():
        said = {"name": name}
        if "short" in FIELDS[type_of(record)]:
            said["short"] = _short(name, taken)
            taken.add(said["short"])
        found.append((record, "life", "live"))
        found += [(record, field, checked(record, field, text)) for field, text in said.items()]
    return found


def _short(name: str, taken: set[str]) -> str:
    """Three capitals of the name that no other region has; its first three where none are free."""
    plain = unicodedata.normalize("NFD", name).upper()
    letters = [letter for letter in plain if "A" <= letter <= "Z"] + ["X"] * SHORT
    tried = ("".join(three) for three in combinations(letters[:12], SHORT))
    return next((short for short in tried if short not in taken), "".join(letters[:SHORT]))
