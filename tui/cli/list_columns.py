"""Which columns a list has, for people and for spreadsheets."""

import json
from collections.abc import Mapping

from storage.records.description import Field
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from storage.records.record_json import Json
from tui.cli.record_names import Names
from tui.locale import say
from tui.words import dates
from tui.words.values import in_words

ACTION, ACTIONS = "action", "actions"
"""A kind of aantekening, and the word by which a list asks for those."""
TABLE = {
    "arrangement": ("title", "from", "to"),
    "regions": ("name", "short", "kind", "parents"),
    "programmes": ("name", "kind", "school_types"),
    "organisations": ("name", "abbreviation", "kind"),
    "people": ("name", "function", "organisation"),
    "agreements": ("code", "title", "status", "lead", "term", "kind"),
    "targets": (
        "region", "programme", "population", "comparator", "quantity", "unit", "per", "year",
    ),
    "meetings": ("title", "body", "date", "place", "phase"),
    "items": ("title", "meeting", "agreement", "outcome"),
    "entries": ("about", "kind", "date", "text", "who", "term", "done"),
    ACTIONS: ("about", "text", "who", "term", "done", "date"),
    "searches": ("name", "query"),
    "glossary": ("abbreviation", "expansion", "synonyms"),
    "passages": ("locator", "kind", "text"),
    "authors": ("name", "organisation"),
}  # fmt: skip
ID = ("id",)
STATE = ("id", "life", "conflicts", "incomplete")


def table_header(listed: str, *, ids: bool = False) -> list[str]:
    """The names of the columns of a table of what is listed."""
    return [_named(column) for column in (*TABLE[listed], *ID[:ids])]


def table_row(listed: str, record: Json, names: Names, *, ids: bool = False) -> list[str]:
    """A record in those columns, in words."""
    type_ = type_of(str(record["id"]))
    return [_cell(type_, column, record, names) for column in (*TABLE[listed], *ID[:ids])]


def sheet_header(type_: str) -> list[str]:
    """The columns of a spreadsheet: every field as JSON names it, one for each key of an object."""
    found = list(STATE)
    for field in FIELDS[type_].values():
        found += [f"{field.name}.{key}" for key in field.names] or [field.name]
    return found


def sheet_row(type_: str, record: Json) -> list[str]:
    """A record in those columns, as it is."""
    found = [_plain(record[name]) for name in STATE]
    for field in FIELDS[type_].values():
        value = record[field.name]
        if field.has_keys:
            held = value if isinstance(value, Mapping) else {}
            found += [_plain(held.get(key)) for key in field.names]
        else:
            found.append(_plain(value))
    return found


def words_for(field: Field, value: object, names: Names) -> list[str]:
    """A field's value in words; each element of a set of texts or records for itself."""
    if value is None or value == []:
        return []
    if field.form == "date":
        return [dates.day(str(value))]
    refers = field.parts[0].refers if field.is_set else field.refers
    if not refers:
        return [in_words(field.name, value)]
    said = value if isinstance(value, list) else [value]
    ids = [str(one) if refers == "any" else f"{refers}/{one}" for one in said]
    return [*dict.fromkeys(names.of(type_of(one), tail_of(one)) for one in ids)]


def _cell(type_: str, column: str, record: Json, names: Names) -> str:
    if column == "id":
        return str(record["id"])
    if column == "lead":
        parties: list[dict[str, str]] = record["parties"]  # type: ignore[assignment]
        leads = [one["organisation"] for one in parties if one["role"] == "lead"]
        return ", ".join(dict.fromkeys(names.short("organisations", one) for one in leads))
    if column == "done" and record["kind"] == ACTION:
        return say("value.yes" if record["done"] else "value.no")
    if column == "status" and record["life"] != "live":
        return say(f"life.{record['life']}")
    return ", ".join(words_for(FIELDS[type_][column], record[column], names))


def _named(column: str) -> str:
    if column == "id":
        return "id"
    return say("role_long.lead" if column == "lead" else f"field.{column}").capitalize()


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(_plain(one) for one in value)
    if isinstance(value, Mapping):
        return ":".join(_plain(one) for one in value.values())
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
