"""What a record says, field by field, with names in place of tails."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from storage.queries.joins import joins
from storage.records.description import Field
from storage.records.fields import FIELDS
from storage.records.ids import type_of
from storage.records.record_json import Json
from storage.views.page_elements import Fact, NamedCount, Value

Connection = sqlite3.Connection

NAME = {
    "arrangement": "title",
    "agreements": "coalesce(title, code)",
    "meetings": "coalesce(title, date, phrase)",
    "items": "coalesce(title, (SELECT a.title FROM agreements a WHERE a.tail = agreement))",
    "targets": """coalesce(population, (SELECT name FROM regions r WHERE r.tail = region),
                     (SELECT name FROM programmes p WHERE p.tail = programme))""",
    "glossary": "abbreviation",
} | dict.fromkeys(
    ("regions", "programmes", "organisations", "people", "authors", "searches"), "name"
)
"""What a record is called, as SQL: a point of an agenda without a title by its agreement, a target
without a population by its place."""
CALLED = ("title", "name", "abbreviation", "code", "short")
"""The fields that the heading of a page says."""


def facts(connection: Connection, record: Json) -> tuple[Fact, ...]:
    """Every field with a value, but for what the record is called, in the order of contract §1."""
    found: list[Fact] = []
    for field in FIELDS[type_of(str(record["id"]))].values():
        if field.name not in (*CALLED, "joined") and not field.hidden:
            found += _facts(connection, field, record[field.name])
    return tuple(found)


def record_called(connection: Connection, type_: str, tail: str) -> NamedCount:
    """A record by its name; by its tail where nothing better is known, and without an id where
    it is not in this file."""
    if type_ not in FIELDS:
        return NamedCount(None, tail)
    name = NAME.get(type_, "NULL")
    row = connection.execute(f"SELECT {name} FROM [{type_}] WHERE tail = ?", (tail,)).fetchone()
    return NamedCount(f"{type_}/{tail}", str(row[0] or tail)) if row else NamedCount(None, tail)


def _facts(connection: Connection, field: Field, value: object) -> Iterator[Fact]:
    if value is None or value == []:
        return
    if not field.is_set:
        yield Fact(field.name, (_single(connection, field, value),))
        return
    elements: Sequence[object] = value if isinstance(value, list) else []
    if len(field.parts) == 1:
        refers = field.parts[0].refers
        yield Fact(field.name, _each(connection, refers, [str(one) for one in elements]))
        return
    pairs = [one for one in elements if isinstance(one, Mapping)]
    first, second = field.parts
    if not first.choices:
        yield Fact(field.name, tuple(_in_office(connection, pair) for pair in pairs))
        return
    for choice in dict.fromkeys([*first.choices, *(str(pair[first.name]) for pair in pairs)]):
        others = [str(pair[second.name]) for pair in pairs if pair[first.name] == choice]
        if others:
            values = _each(connection, second.refers, others)
            yield Fact(f"{field.name}/{choice}", values)


def _single(connection: Connection, field: Field, value: object) -> Value:
    if field.refers == "any":
        type_, _, tail = str(value).partition("/")
        return _told(connection, type_, tail)
    if field.name == "source" and isinstance(value, Mapping) and value.get("meeting"):
        return _told(connection, "meetings", str(value["meeting"]))
    if isinstance(value, Mapping) and any(key.refers for key in field.keys):
        return Value(_with_names(connection, field, value))
    return _told(connection, field.refers, str(value)) if field.refers else Value(value)


def _with_names(
    connection: Connection, field: Field, value: Mapping[str, object]
) -> dict[str, object]:
    """An object with names in the place of what it points at."""
    refers = {key.name: key.refers for key in field.keys}
    return {
        name: _told(connection, refers.get(name), said).said if isinstance(said, str) else said
        for name, said in value.items()
    }


def _each(connection: Connection, refers: str | None, texts: Sequence[str]) -> tuple[Value, ...]:
    """The values of a set; what was joined is told once."""
    return tuple(dict.fromkeys(_told(connection, refers, text) for text in texts))


def _told(connection: Connection, refers: str | None, text: str) -> Value:
    if refers is None:
        return Value(text)
    found = record_called(connection, refers, joins(connection, refers).of(text))
    return Value(found.name, found.id)


def _in_office(connection: Connection, pair: Mapping[str, object]) -> Value:
    """Someone who takes part in a meeting: the organisation, and in what function."""
    tail = joins(connection, "organisations").of(str(pair["organisation"]))
    found = record_called(connection, "organisations", tail)
    return Value(f"{found.name}, {pair['function']}", found.id)
