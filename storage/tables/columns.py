"""The columns of the plain tables that records stand in, which Datasette or DB Browser can read."""

import json
from functools import cache

from storage.records.description import Field
from storage.records.fields import FIELDS

Cell = str | int | None
Rows = dict[str, list[tuple[Cell, ...]]]

STATE = ("tail", "life", "conflicts", "incomplete")


@cache
def columns(type_: str) -> list[str]:
    """The columns of a type's own table; an object value has one for each of its keys."""
    found = list(STATE)
    for field in FIELDS[type_].values():
        if not field.is_set:
            found += own_columns(field)
    return found


def own_columns(field: Field) -> list[str]:
    """The columns of a field that is no set: of an object one for each key that it may have."""
    if not field.has_keys:
        return [field.name]
    return [f"{field.name}_{key.name}" for key in (*field.keys, *field.others)]


@cache
def set_tables(type_: str) -> dict[str, Field]:
    """The tables that hold a type's sets, one row for each element."""
    return {f"{type_}_{field.name}": field for field in FIELDS[type_].values() if field.is_set}


def part_columns(field: Field) -> list[str]:
    return [part.name for part in field.parts]


def list_texts(cell: Cell) -> tuple[str, ...]:
    """The texts that the column of a list holds. Anything can stand there after a merge: what is
    no list, or no text in it, is left out."""
    try:
        found = json.loads(cell) if isinstance(cell, str) else None
    except (ValueError, RecursionError):
        return ()
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()
