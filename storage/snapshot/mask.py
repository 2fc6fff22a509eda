"""Names that stay inside: in what anyone may read, "[naam]" stands in their place."""

import re
import unicodedata
from collections.abc import Iterable

from storage.records.as_json import Json
from storage.records.fields import FIELDS

NAME = "[naam]"
NAMED = ("people", "authors")
_DERIVED = ("conflicts", "incomplete")  # name fields, and so texts of a set
_WRITTEN_BY_US = re.compile(r"[a-z0-9._/-]*|[A-Z0-9]+(?:-[A-Z0-9]+)+")
"""How ids, words that are chosen, dates, locators and codes look. One that looks otherwise came
from elsewhere and is read as a text."""
_MARKS = "\u0300-\u036f"  # what stands on a letter: José is not Jose


class Mask:
    """Takes whole names out of texts: in any case, however their letters and spaces are written.
    What has no letter in it is no name."""

    def __init__(self, names: Iterable[str]) -> None:
        known = {name for name in names if any(letter.isalpha() for letter in name)}
        longest_first = sorted(known, key=lambda name: (-len(name), name))
        self._first = {_words(name)[0] for name in known}
        self._whole = re.compile(
            rf"(?<!\w)(?:{'|'.join(map(_pattern, longest_first))})(?![\w{_MARKS}])", re.IGNORECASE
        )

    def of(self, type_: str, record: Json) -> Json:
        """A record of this type without the names."""
        return {field: self._value(type_, field, value) for field, value in record.items()}

    def text(self, text: str) -> str:
        """A text without the names."""
        if self._first.isdisjoint(_words(text)):  # nearly all texts, and much quicker
            return text
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
    if field is None or name in ("code", "source", "also_at", "joined"):
        return True
    form = next((one.form for one in field.parts if one.key == part or not part), field.form)
    return form in ("choice", "date", "decimal", "reference")


def _words(text: str) -> list[str]:
    """The words of a text, alike however it is written."""
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())


def _pattern(name: str) -> str:
    return r"\s+".join("".join(map(_letter, _letters(word))) for word in name.split())


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
