"""The page of a record of any type but an agreement."""

import sqlite3

from storage.errors import Refused
from storage.merge.record_json import Json, as_json
from storage.queries.agreements.panes import Lists
from storage.queries.field_facts import called, facts
from storage.queries.joins import stands_for
from storage.queries.names import title_before
from storage.queries.pages.agreement_page import stands
from storage.queries.pages.belongings import Belonging
from storage.queries.pages.logbook import entries
from storage.queries.pages.source_value import sourced
from storage.records.fields import FIELDS, tail_of, type_of
from storage.tables.projection import merged_now
from storage.views.page_content import Page

SHORT = ("code", "short", "abbreviation")


def record_page(connection: sqlite3.Connection, lists: Lists, record: str) -> Page:
    """The page of a record, deleted ones too. Raises Refused where there is none."""
    type_ = type_of(record)
    merged = merged_now(connection, [record])[record] if type_ in FIELDS else None
    if merged is None or not merged.listed:
        raise Refused("unknown_code", code=record, nearest="")
    said = as_json(merged)
    short = next((said[name] for name in SHORT if said.get(name)), None)
    counts, belongs = Belonging(connection, lists).around(type_, tail_of(record))
    return Page(
        record=record,
        type=type_,
        title=_title(connection, type_, said),
        short=None if short is None or type_ == "glossary" else str(short),
        life=str(said["life"]),
        conflicts=_fields(said, "conflicts"),
        incomplete=_fields(said, "incomplete"),
        facts=facts(connection, said),
        counts=counts,
        belongs=tuple(belongs),
        entries=() if type_ == "entries" else entries(connection, lists, record),
        stands=stands(connection, record),
        sourced=sourced(connection, [record]),
    )


def _title(connection: sqlite3.Connection, type_: str, record: Json) -> str:
    """What it is called; an aantekening and an agendapunt go by what they are about."""
    for name in ("title", "name", "abbreviation"):
        if record.get(name):
            return str(record[name])
    if record["life"] == "contested" and (before := title_before(connection, str(record["id"]))):
        return before
    about = {"entries": record.get("about"), "items": f"agreements/{record.get('agreement')}"}
    of, _, tail = stands_for(connection, str(about.get(type_) or "")).partition("/")
    return called(connection, of, tail).name if tail else ""


def _fields(record: Json, key: str) -> tuple[str, ...]:
    names = record[key]
    return tuple(str(name) for name in names) if isinstance(names, list) else ()
