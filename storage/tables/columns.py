"""How a merged record becomes rows of plain tables that Datasette or DB Browser can read."""

import json
from collections import defaultdict
from functools import cache

from storage.merge import Merged
from storage.records.as_json import Json, as_json
from storage.records.fields import FIELDS, ITEM_SOURCE_KEYS, Field, tail_of, type_of

Cell = str | int | None
Rows = dict[str, list[tuple[Cell, ...]]]

HEADINGS = ("title", "name", "abbreviation", "locator")
STATE = ("tail", "life", "conflicts", "incomplete")


@cache
def columns(type_: str) -> list[str]:
    """The columns of a type's own table; an object value has one for each of its keys."""
    found = list(STATE)
    for field in FIELDS[type_].values():
        if field.keys:
            found += [f"{field.name}_{key}" for key in object_keys(field)]
        elif not field.is_set:
            found.append(field.name)
    return found


def object_keys(field: Field) -> tuple[str, ...]:
    """A source points into a document or to a meeting's item: both have their columns."""
    return (*field.keys, *ITEM_SOURCE_KEYS) if field.name == "source" else field.keys


@cache
def set_tables(type_: str) -> dict[str, Field]:
    """The tables that hold a type's sets, one row for each element."""
    return {f"{type_}_{field.name}": field for field in FIELDS[type_].values() if field.is_set}


def part_columns(field: Field) -> list[str]:
    return [part.key for part in field.parts]


def rows_of(merged: Merged) -> Rows:
    """Every row of the projection that this record gives, by table. Nothing raises here: whatever
    a merge can produce has a row."""
    type_ = type_of(merged.id)
    found: Rows = defaultdict(list)
    found["disputed"] = [(merged.id, name) for name in _disputed(merged)]
    if type_ not in FIELDS or not merged.listed:
        return found
    record = as_json(merged)
    tail = tail_of(merged.id)
    own: list[Cell] = [tail, merged.life, _json(record["conflicts"]), _json(record["incomplete"])]
    for field in FIELDS[type_].values():
        value = record[field.name]
        if field.keys:
            known = value if isinstance(value, dict) else {}
            own += [_cell(known.get(key)) for key in object_keys(field)]
        elif not field.is_set:
            own.append(_flag(value) if field.form == "flag" else _cell(value))
    found[type_].append(tuple(own))
    for table, field in set_tables(type_).items():
        found[table] = [
            (tail, *one.values()) if isinstance(one, dict) else (tail, one)
            for one in record[field.name]  # type: ignore[attr-defined]
        ]
    if merged.life != "deleted":
        found["texts"].append(_texts(merged.id, type_, record))
    return found


def _disputed(merged: Merged) -> list[str]:
    if not (merged.listed or merged.life):
        return []
    contested = {"life"} if merged.life == "contested" else set()
    return sorted({*merged.conflicts, *contested})


def _texts(record_id: str, type_: str, record: Json) -> tuple[Cell, ...]:
    """What search reads: code, title or name, and every other text, alias and abbreviation."""
    heading = next((key for key in HEADINGS if record.get(key)), "title")
    words: list[str] = []
    for name, field in FIELDS[type_].items():
        value = record[name]
        if name in ("code", heading):
            continue
        if field.form == "text" and not field.is_set and isinstance(value, str):
            words.append(value)
        elif field.is_set and field.parts[0].form == "text" and len(field.parts) == 1:
            words += [str(item) for item in value]  # type: ignore[attr-defined]
    term = record.get("term")
    if isinstance(term, dict) and isinstance(term.get("phrase"), str):
        words.append(term["phrase"])
    return (
        record_id,
        type_,
        _cell(record.get("code")),
        _cell(record.get(heading) or ""),
        "\n".join(words),
    )


def _cell(value: object) -> Cell:
    """What a text column holds; what is no text, as JSON, which SQLite does not convert."""
    return value if value is None or isinstance(value, str) else _json(value)


def _flag(value: object) -> Cell:
    """What a column of 0 and 1 holds; a text stands there as JSON, or SQLite would read it."""
    if value is None or isinstance(value, int):
        return value if value is None else int(value)
    return _json(value)


def _json(value: object) -> str:
    if value == []:
        return "[]"
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
