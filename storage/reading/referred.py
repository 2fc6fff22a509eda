"""What the records are called that a value points at: values have tails, people read names."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from storage.reading.facts import called
from storage.reading.joins import joins
from storage.records.fields import FIELDS, Field, tail_of, type_of
from storage.views import Change

Connection = sqlite3.Connection
Lookup = Callable[[str, str], str | None]
"""The name of the record of a type and a tail, or None where there is none."""


def names_in(lookup: Lookup, record: str, field: str, values: Iterable[object]) -> dict[str, str]:
    """By what stands in these values of a field, or in its name as acts name it, what it points
    at is called."""
    name, _, element = field.partition("/")
    described = FIELDS.get(type_of(record), {}).get(name)
    if described is None:
        return {}
    if name == "joined":
        described = Field(name, "reference", refers=type_of(record))
    found = [*_of_element(described, element)] if element else []
    for value in values:
        found += _pointed_at(described, value)
    names = {text: lookup(type_, tail) for type_, tail, text in found}
    return {text: name for text, name in names.items() if name is not None}


def with_names(lookup: Lookup, changes: Iterable[Change]) -> list[Change]:
    """These changes, each with the names of what its values point at."""
    return [
        one._replace(names=names_in(lookup, one.record, one.field, (one.before, one.value)))
        for one in changes
    ]


def lookup_in(connection: Connection) -> Lookup:
    """Names as they are in the file, each looked up once; of what was joined that of the record
    which stands for it."""
    joined = cache(lambda type_: joins(connection, type_))

    @cache
    def name(type_: str, tail: str) -> str | None:
        if type_ not in FIELDS:
            return None
        found = called(connection, type_, joined(type_).of(tail))
        return found.name if found.id is not None else None

    return name


def _pointed_at(field: Field, value: object) -> Iterator[tuple[str, str, str]]:
    """Type and tail of what a value points at, and how that stands in it."""
    if field.is_set:
        for element in value if isinstance(value, Sequence) and not isinstance(value, str) else ():
            parts = [*element.values()] if isinstance(element, Mapping) else [element]
            yield from _of_parts(field, map(str, parts))
    elif field.refers and isinstance(value, str):
        if field.refers == "any":
            yield type_of(value), tail_of(value), value
        else:
            yield field.refers, value, value


def _of_element(field: Field, element: str) -> Iterator[tuple[str, str, str]]:
    yield from _of_parts(field, element.split("/", len(field.parts) - 1))


def _of_parts(field: Field, texts: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    for part, text in zip(field.parts, texts, strict=False):
        if part.refers:
            yield part.refers, text, text
