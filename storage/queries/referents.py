"""What the records are called that a value points at: values have tails, people read names."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from storage.queries.field_facts import record_called
from storage.queries.joins import joins
from storage.queries.names import title_before
from storage.records.description import Field
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from storage.views.field_change import FieldChange

Connection = sqlite3.Connection
Lookup = Callable[[str, str], str | None]
"""The name of the record of a type and a tail, or None where there is none."""


def referred_in(
    lookup: Lookup, record: str, field: str, values: Iterable[object]
) -> dict[str, str]:
    """By what stands in these values of a field, or in its name as acts name it, what it points
    at is called."""
    found = {text: lookup(*place) for *place, text in _references(record, field, values)}
    return {text: name for text, name in found.items() if name is not None}


def pointed_at(changes: Iterable[FieldChange]) -> set[str]:
    """The ids of the records that these changes point at."""
    return {
        f"{type_}/{tail}"
        for one in changes
        for type_, tail, _ in _references(one.record, one.field, (one.before, one.value))
    }


def with_names(lookup: Lookup, changes: Iterable[FieldChange]) -> list[FieldChange]:
    """These changes, each with the names of what its values point at."""
    return [
        one._replace(names=referred_in(lookup, one.record, one.field, (one.before, one.value)))
        for one in changes
    ]


def lookup_in(connection: Connection) -> Lookup:
    """Names as they are in the file, or were before all that said them was taken back, each looked
    up once; of what was joined that of the record which stands for it."""
    joined = cache(lambda type_: joins(connection, type_))

    @cache
    def name(type_: str, tail: str) -> str | None:
        if type_ not in FIELDS:
            return None
        found = record_called(connection, type_, joined(type_).of(tail))
        return found.name if found.id is not None else title_before(connection, f"{type_}/{tail}")

    return name


def _references(
    record: str, field: str, values: Iterable[object]
) -> Iterator[tuple[str, str, str]]:
    """Type and tail of what these values, or the name of the field, point at, and how that stands
    there."""
    name, _, element = field.partition("/")
    described = FIELDS.get(type_of(record), {}).get(name)
    if described is None:
        return
    if name == "joined":
        described = Field(name, "reference", refers=type_of(record))
    if element:
        yield from _of_parts(described, element.split("/", max(len(described.parts) - 1, 0)))
    for value in values:
        if name == "proposal" and isinstance(value, Mapping):  # of fields of an agreement
            for proposed, one in value.items():
                yield from _references("agreements/", str(proposed), [one])
        else:
            yield from _of_value(described, value)


def _of_value(field: Field, value: object) -> Iterator[tuple[str, str, str]]:
    if field.is_set:
        for element in value if isinstance(value, Sequence) and not isinstance(value, str) else ():
            parts = [*element.values()] if isinstance(element, Mapping) else [element]
            yield from _of_parts(field, map(str, parts))
    elif field.refers and isinstance(value, str):
        if field.refers == "any":
            yield type_of(value), tail_of(value), value
        else:
            yield field.refers, value, value
    elif isinstance(value, Mapping):
        for key in field.keys:
            said = value.get(key.name)
            if key.refers and isinstance(said, str):
                yield key.refers, said, said


def _of_parts(field: Field, texts: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    for part, text in zip(field.parts, texts, strict=False):
        if part.refers:
            yield part.refers, text, text
