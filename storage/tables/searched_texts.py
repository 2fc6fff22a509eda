"""What search reads of a record: its code, title, names, texts and what it points at."""

import json
from collections.abc import Iterator
from functools import cache
from zlib import crc32

from storage.records.description import Field, Key
from storage.records.fields import FIELDS
from storage.records.page_words import told_words
from storage.records.record_json import Json

TEXTS = ("record", "type", "code", "title", "names", "body", "fields", "links")
WORDED = ("code", "title", "names", "body")
"""The columns in which words are found; ``fields`` names the field of each line of names and body,
and ``links`` holds tokens of what it points at."""
HEADINGS = ("title", "name", "abbreviation", "locator")
NAMES = ("aliases", "abbreviation", "short", "expansion", "synonyms")
UNREAD = ("code", "document", "kind", "position", "signed_date")
LINKED = ("programmes", "organisations", "regions", "people", "passages")
"""The types through whose words what points at them is found too."""
KINDS = ("agreements", "pointed", "others")
"""Of which records FTS5 has an index each (``texts_fts_<kind>``): what agreements point at, and
all others."""

Texts = tuple[str, str, str | None, str, str, str, str, str]


def texts_row(record: Json) -> Texts:
    """The row of a record that is not deleted. Nothing raises here, whatever a merge gave."""
    id_ = str(record["id"])
    type_ = id_.partition("/")[0]
    heading = next((key for key in HEADINGS if key in FIELDS[type_] and record.get(key)), "title")
    names: list[str] = []
    body: list[str] = []
    fields: list[tuple[bool, str]] = []
    for name, text in _lines(type_, record):
        if name == heading:
            continue
        (names if name in NAMES else body).append(text)
        fields.append((name not in NAMES, name))
    fields.sort(key=lambda one: one[0])
    code, title = record.get("code"), record.get(heading) or ""
    return (
        id_,
        type_,
        _cell(code) if code is not None else None,
        _cell(title),
        "\n".join(names),
        "\n".join(body),
        " ".join(name for _, name in fields),
        " ".join(sorted({*map(link_token, _linked(type_, record))})),
    )


def reason_row(act: str, why: str) -> Texts:
    """The row of the reason that an act gives."""
    body = unbroken(why)
    return f"acts/{act}", "acts", None, "", "", body, "why" if body else "", ""


def link_token(record: str) -> str:
    """A record as one word, which no one types."""
    return f"x{crc32(record.encode('utf-8', 'replace')):08x}"


@cache
def fields_read(type_: str) -> set[str]:
    """The fields of which the row is made."""
    heads = {"code", *HEADINGS, *_RAW.get(type_, ())} & FIELDS[type_].keys()
    return heads | {name for name, _ in _read(type_)} | {name for name, _ in _pointing(type_)}


_RAW = {"targets": ("quantity", "unit", "per", "year", "baseline", "measure", "comparator")}


def unbroken(text: str) -> str:
    """A text without line breaks: each field is a line."""
    return " ".join(text.split())


def _cell(value: object) -> str:
    return (
        value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    )


def _lines(type_: str, record: Json) -> Iterator[tuple[str, str]]:
    """Every text of a record with its field, in the order in which a type has them."""
    told = [*told_words(type_, record)]
    better = {name for name, _ in told}
    for name, field in _read(type_):
        value = None if name in better else record[name]
        if field.is_set:
            texts = value if isinstance(value, list) else []
        elif field.keys and isinstance(value, list):
            texts = [part for one in value if isinstance(one, dict) for part in _parts(field, one)]
        else:
            texts = [*_parts(field, value)] if isinstance(value, dict) else [value]
        for text in texts:
            if isinstance(text, str) and (line := unbroken(text)):
                yield name, line
    yield from told


def _parts(field: Field, value: dict[str, object]) -> Iterator[object]:
    """The texts of an object, as far as its keys hold any."""
    return (value.get(key.name) for key in _worded(field))


def _worded(field: Field) -> list[Key]:
    return [key for key in field.keys if key.form == "text" and key.name != "date"]


@cache
def _read(type_: str) -> list[tuple[str, Field]]:
    """The fields that hold text to search in."""
    return [
        (name, field)
        for name, field in FIELDS[type_].items()
        if name not in UNREAD and name != "joined" and _is_read(field)
    ]


def _is_read(field: Field) -> bool:
    if field.is_set:
        return [part.form for part in field.parts] == ["text"]
    if field.keys:
        return field.form in ("object", "list") and field.name not in ("source", "reservation")
    return field.form == "text"


@cache
def _pointing(type_: str) -> list[tuple[str, Key]]:
    """The fields, with the key in them, that point at what words are found through."""
    found: list[tuple[str, Key]] = []
    for name, field in FIELDS[type_].items():
        if name in ("source", "also_at") or field.refers in LINKED:
            found.append((name, field))
        found += [(name, part) for part in field.parts if part.refers in LINKED]
    return found


def _linked(type_: str, record: Json) -> Iterator[str]:
    """The records that this one points at."""
    source = record.get("source")
    document, locator = (
        source.get(key) if isinstance(source, dict) else None for key in ("document", "locator")
    )
    for name, key in _pointing(type_):
        value = record.get(name)
        if name in ("source", "also_at"):
            locators = [locator] if name == "source" else _list(value)
            if isinstance(document, str):
                yield from (
                    f"passages/{document}.{one}" for one in locators if isinstance(one, str)
                )
        elif isinstance(value, str):
            yield f"{key.refers}/{value}"
        else:
            tails = (one.get(key.name) if isinstance(one, dict) else one for one in _list(value))
            yield from (f"{key.refers}/{tail}" for tail in tails if isinstance(tail, str))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
