"""How a record becomes rows of plain tables that Datasette or DB Browser can read."""

import json
from functools import cache

from storage.records.description import Field
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from storage.records.record_json import Json

Cell = str | int | None
Rows = dict[str, list[tuple[Cell, ...]]]

HEADINGS = ("title", "name", "abbreviation", "locator")
UNREAD = ("code", "document", "position")  # no words in which people search
TEXTS = ("record", "type", "code", "title", "body")
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
    if {name.partition("/")[0] for name in names} & told_in_texts(type_):
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
        found["texts"] = [_texts(id_, type_, record)]
    return found


def _texts(record_id: str, type_: str, record: Json) -> tuple[Cell, ...]:
    """What search reads: code, title or name, and every other text, alias and abbreviation."""
    heading = next((key for key in HEADINGS if record.get(key)), "title")
    words: list[str] = []
    for name, is_set in _texts_in(type_):
        value = record[name]
        if is_set:
            words += value  # type: ignore[arg-type]
        elif isinstance(value, str) and name != heading:
            words.append(value)
    term = record.get("term")
    if isinstance(term, dict) and isinstance(term.get("phrase"), str):
        words.append(term["phrase"])
    return (
        record_id,
        type_,
        cell(record.get("code")),
        cell(record.get(heading) or ""),
        "\n".join(words),
    )


@cache
def told_in_texts(type_: str) -> set[str]:
    """The fields that search reads."""
    heads = {"code", "term", *HEADINGS} & FIELDS[type_].keys()
    return heads | {name for name, _ in _texts_in(type_)}


@cache
def _texts_in(type_: str) -> list[tuple[str, bool]]:
    """The fields that hold text to search in, and whether each is a set of texts."""
    return [
        (name, field.is_set)
        for name, field in FIELDS[type_].items()
        if name not in UNREAD
        and [part.form for part in field.parts or (field,)] in (["text"], ["locator"])
    ]


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
