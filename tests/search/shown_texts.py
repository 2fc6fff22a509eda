"""What a record says, as any search engine may have it: its title and all of its text."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from seed.loader import load
from seed.seeded import Seeded
from storage.records.ids import tail_of

TITLES = ("title", "name", "abbreviation")
NAMES = ("aliases/", "synonyms/", "expansion")
REFERRED = {
    "programmes": "programmes", "parties": "organisations", "members": "organisations",
    "regions": "regions", "programme": "programmes", "region": "regions",
    "organisation": "organisations",
}  # fmt: skip

_WORD = re.compile(r"\w+")


class Shown(NamedTuple):
    """A record with its title, its other names and everything else that is said of it, names in
    the place of ids."""

    id: str
    title: str
    names: tuple[str, ...]
    text: str


def words_in(text: str) -> list[str]:
    """The words of a text without capitals and accents."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return _WORD.findall("".join(one for one in apart if not unicodedata.combining(one)))


def shown_texts() -> list[Shown]:
    """Of all records of the arrangement that the app brings."""
    records = load()
    titles = {one.id: _title(one) for one in records}
    return [_shown(one, titles) for one in records]


def _title(record: Seeded) -> str:
    return next((str(record.values[name]) for name in TITLES if name in record.values), "")


def _shown(record: Seeded, titles: Mapping[str, str]) -> Shown:
    names = tuple(
        field.removeprefix(name) if name.endswith("/") else str(value)
        for field, value in record.values.items()
        for name in NAMES
        if field.startswith(name)
    )
    title = titles[record.id]
    return Shown(record.id, title, names, " ".join(_said(record, title, titles)))


def _said(record: Seeded, title: str, titles: Mapping[str, str]) -> Iterator[str]:
    for field, value in record.values.items():
        name, _, element = field.partition("/")
        if name in REFERRED:
            referred = element.rpartition("/")[2] if element else tail_of(str(value))
            yield titles.get(f"{REFERRED[name]}/{referred}", "")
        elif element:
            yield element
        else:
            yield from (one for one in _strings(value) if one != title)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
