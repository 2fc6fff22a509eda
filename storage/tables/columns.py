"""How a record becomes rows of plain tables that Datasette or DB Browser can read."""

import json
from functools import cache

from storage.records.description import Field
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from storage.records.record_json import Json
from storage.tables.searched_texts import TEXTS, fields_read, texts_row

Cell = str | int | None
Rows = dict[str, list[tuple[Cell, ...]]]

STATE = ("tail", "life", "conflicts", "incomplete")


@cache
def columns(type_: str) -> list[str]:
    """The columns of a type's own table; an object value has one for each of its keys."""
    found = list(STATE)
    for field in FIELDS[type_].values():
        if not field.is_set:
            found += _own_columns(field)
    return found


def _own_columns(field: Field) -> list[str]:
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


@cache
def shown_by(type_: str, names: frozenset[str]) -> dict[str, list[str]]:
    """By table the columns that these fields fill; those that are named "<field>/" are sets."""
    found = {"disputed": ["record", "field"], type_: ["tail", "conflicts", "incomplete"]}
    for name, field in FIELDS[type_].items():
        if field.is_set:
            if f"{name}/" in names:
                found[f"{type_}_{name}"] = ["tail", *part_columns(field)]
        elif name in names:
            found[type_] += _own_columns(field)
    if {name.partition("/")[0] for name in names} & fields_read(type_):
        found["texts"] = [*TEXTS]
    return found


def rows_of_record(record: Json) -> Rows:
    """The rows of a record that is listed, by table."""
    id_ = str(record["id"])
    type_, tail = type_of(id_), tail_of(id_)
    found: Rows = {}
    life = cell(record["life"])
    own: list[Cell] = [tail, life, _json(record["conflicts"]), _json(record["incomplete"])]
    for name, field in FIELDS[type_].items():
        value = record[name]
        if field.parts:
            if value:
                found[f"{type_}_{name}"] = [
                    (tail, *one.values()) if isinstance(one, dict) else (tail, one)
                    for one in value  # type: ignore[attr-defined]
                ]
        elif field.has_keys:
            known = value if isinstance(value, dict) else {}
            own += [cell(known.get(key.name)) for key in (*field.keys, *field.others)]
        else:
            own.append(_flag(value) if field.form == "flag" else cell(value))
    found[type_] = [tuple(own)]
    if life != "deleted":
        found["texts"] = [texts_row(record)]
    return found


def cell(value: object) -> Cell:
    """What a text column holds; what is no text, as JSON, which SQLite does not convert."""
    return value if value is None or isinstance(value, str) else _json(value)


def list_texts(cell: Cell) -> tuple[str, ...]:
    """The texts that the column of a list holds. Anything can stand there after a merge: what is
    no list, or no text in it, is left out."""
    try:
        found = json.loads(cell) if isinstance(cell, str) else None
    except (ValueError, RecursionError):
        return ()
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()


def _flag(value: object) -> Cell:
    """What a column of 0 and 1 holds; a text stands there as JSON, or SQLite would read it."""
    if value is None or isinstance(value, int):
        return value if value is None else int(value)
    return _json(value)


def _json(value: object) -> str:
    if value == []:
        return "[]"
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
