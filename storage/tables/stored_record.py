"""A record read back from its rows."""

import json
import sqlite3
from collections.abc import Mapping

from storage.records.description import Field
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from storage.records.record_json import Json, set_as_json
from storage.tables.columns import Cell, columns, part_columns
from storage.tables.damaged_cells import reading_back


def stored_record(connection: sqlite3.Connection, record: str) -> Json | None:
    """The record as JSON; None where it has no row. An odd value stands as its column has it."""
    type_, tail = type_of(record), tail_of(record)
    if type_ not in FIELDS:
        return None
    names = ", ".join(f"[{name}]" for name in columns(type_))
    query = f"SELECT {names} FROM [{type_}] WHERE tail = ?"
    row = connection.execute(query, (tail,)).fetchone()
    if row is None:
        return None
    cells = dict(zip(columns(type_), row, strict=True))
    found: Json = {"id": record, "life": cells["life"]}
    with reading_back(connection):
        found |= {name: json.loads(cells[name]) for name in ("conflicts", "incomplete")}
    for name, field in FIELDS[type_].items():
        if field.is_set:
            parts = ", ".join(f"[{part}]" for part in part_columns(field))
            query = f"SELECT {parts} FROM [{type_}_{name}] WHERE tail = ?"
            rows = connection.execute(query, (tail,)).fetchall()
            found[name] = set_as_json(field, ["/".join(element) for element in rows])
        else:
            found[name] = _value(field, cells)
    return found


def _value(field: Field, cells: Mapping[str, Cell]) -> object:
    if field.has_keys:
        shapes = (
            {key.name: cells[f"{field.name}_{key.name}"] for key in keys}
            for keys in (field.keys, field.others)
        )
        return next((shape for shape in shapes if any(shape.values())), None)
    value = cells[field.name]
    if field.form == "number":
        return int(value) if isinstance(value, str) and value.isdecimal() else value
    if isinstance(value, str) and field.form in ("list", "object"):
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return value
    return bool(value) if isinstance(value, int) else value
