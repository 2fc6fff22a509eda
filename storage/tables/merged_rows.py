"""How a record becomes rows: its own, those that search reads, and what is disputed of it."""

import json
from functools import cache

from storage.merge import Merged
from storage.merge.merged_as_json import as_json
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from storage.records.record_json import Json
from storage.tables.columns import Cell, Rows, own_columns, part_columns
from storage.tables.searched_texts import TEXTS, fields_read, texts_row


def rows_by_table(merged: Merged) -> Rows:
    """Every row of the projection that this record gives, by table. Nothing raises here: whatever
    a merge can produce has a row."""
    found: Rows = {}
    if disputed := _disputed(merged):
        found["disputed"] = [(merged.id, name) for name in disputed]
    if type_of(merged.id) in FIELDS and merged.listed:
        found |= rows_of_record(as_json(merged))
    return found


def _disputed(merged: Merged) -> list[str]:
    if not (merged.listed or merged.life):
        return []
    contested = {"life"} if merged.life == "contested" else set()
    return sorted({*merged.conflicts, *contested})


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


@cache
def shown_by(type_: str, names: frozenset[str]) -> dict[str, list[str]]:
    """By table the columns that these fields fill; those that are named "<field>/" are sets."""
    found = {"disputed": ["record", "field"], type_: ["tail", "conflicts", "incomplete"]}
    for name, field in FIELDS[type_].items():
        if field.is_set:
            if f"{name}/" in names:
                found[f"{type_}_{name}"] = ["tail", *part_columns(field)]
        elif name in names:
            found[type_] += own_columns(field)
    if {name.partition("/")[0] for name in names} & fields_read(type_):
        found["texts"] = [*TEXTS]
    return found


def cell(value: object) -> Cell:
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
