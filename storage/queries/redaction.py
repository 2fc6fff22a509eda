"""Names that stay inside: in what anyone may read, "[naam]" stands in their place."""

import json
import re
import unicodedata
from collections.abc import Iterable

from storage.records.fields import FIELDS
from storage.records.ids import type_of
from storage.records.record_json import Json
from storage.tables.damaged_cells import reading_back
from storage.tables.database import Connection

NAME = "[naam]"
NAMED = ("people", "authors")
_DERIVED = ("conflicts", "incomplete")  # name fields, and so texts of a set
_WRITTEN_BY_US = re.compile(r"[a-z0-9._/-]*|[A-Z0-9]+(?:-[A-Z0-9]+)+")
"""How ids, words that are chosen, dates, locators and codes look. One that looks otherwise came
from elsewhere and is read as a text."""
_UNSEEN = r"\xad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
"""What takes no room, such as a soft hyphen: it may stand between any two letters."""
_JOINING = (
    rf"\s_\-{_UNSEEN}\u058a\u05be\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\u203f\u2040\u2054\u301c\u3030"
    r"\ufe31-\ufe34\ufe4d-\ufe4f\ufe58\ufe63\uff0d\uff3f"
)
"""What may stand between the parts of a name: blanks, line breaks, dashes, underscores."""
_HIDING = re.compile(f"[{_UNSEEN}]")
_MARKS = "\u0300-\u036f"  # what stands on a letter: José is not Jose


def names_known(connection: Connection) -> set[str]:
    """Every name that a person or author was ever given here, also one that was taken back."""
    query = "SELECT record, value FROM said WHERE field = 'name' AND value LIKE '\"%'"
    rows = connection.execute(query).fetchall()
    with reading_back(connection):
        found = {json.loads(value) for record, value in rows if type_of(record) in NAMED}
    return found - {NAME}


class Redaction:
    """Takes whole names out of texts: in any case, however their letters and spaces are written.
    What has no letter in it is no name."""

    def __init__(self, names: Iterable[str]) -> None:
        known = {name for name in names if any(letter.isalpha() for letter in name)}
        longest_first = sorted(known, key=lambda name: (-len(name), name))
        self._first = {_words(name)[0] for name in known}
        self._whole = re.compile(
            rf"(?<![^\W_])(?:{'|'.join(map(_pattern, longest_first))})(?![^\W_]|[{_MARKS}])",
            re.IGNORECASE,
        )

    def of(self, type_: str, record: Json) -> Json:
        """A record of this type without the names."""
        return {field: self._value(type_, field, value) for field, value in record.items()}

    def value(self, type_: str, field: str, value: object) -> object:
        """A value of this field, as an act says it, without the names."""
        return self._value(type_, field, value)

    def text(self, text: str) -> str:
        """A text without the names."""
        hidden = self._first and _HIDING.search(text)
        if self._first.isdisjoint(_words(text)) and not hidden:
            return text  # nearly all texts, and much quicker
        return self._whole.sub(NAME, text)

    def _value(self, type_: str, place: str, value: object) -> object:
        """``place`` is the field, and after a slash the part of it, where this stands."""
        if isinstance(value, str):
            masked = self.text(value)
            ours = masked != value and _is_ours(type_, place) and _WRITTEN_BY_US.fullmatch(value)
            return value if ours else masked
        if isinstance(value, list):
            return [self._value(type_, place, one) for one in value]
        if isinstance(value, dict):
            return {
                self.text(part): self._value(type_, f"{place}/{part}", one)
                for part, one in value.items()
            }
        return value


def _is_ours(type_: str, place: str) -> bool:
    """Whether ids, codes, choices or dates stand there: what no person words."""
    name, _, part = place.partition("/")
    if name in _DERIVED:
        return False
    field = FIELDS[type_].get(name)
    if field is None or name in ("code", "source", "joined"):
        return True
    form = next((one.form for one in field.parts if one.name == part or not part), field.form)
    return form in ("choice", "date", "decimal", "locator", "reference")


def _words(text: str) -> list[str]:
    """The words of a text, alike however it is written."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).casefold())


def _pattern(name: str) -> str:
    parts = [part for part in re.split(f"[{_JOINING}]+", name) if part]
    return f"[{_JOINING}]+".join(
        f"[{_UNSEEN}]*".join(map(_letter, _letters(part))) for part in parts
    )


def _letters(word: str) -> list[str]:
    """Letters, each with the marks that stand on it."""
    found: list[str] = []
    for sign in unicodedata.normalize("NFD", word):
        if found and unicodedata.combining(sign):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _letter(letter: str) -> str:
    """All ways in which a letter can be written; the pattern itself is blind to simple cases."""
    ways = {
        unicodedata.normalize(form, cased)
        for form in ("NFC", "NFD")
        for cased in (letter, letter.upper(), letter.lower(), letter.casefold())
    }
    ways = {way.lower() if way.isascii() else way for way in ways}
    longest_first = sorted(ways, key=lambda way: (-len(way), way))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
