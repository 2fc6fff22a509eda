"""The page of a record of any type."""

import sqlite3
from typing import Any

from storage.errors import Refused
from storage.queries.agreements.pane_lists import Lists
from storage.queries.agreements.progress_counts import attention_needed, progress
from storage.queries.field_facts import facts, record_called
from storage.queries.joins import stands_for
from storage.queries.names import title_before
from storage.queries.pages.agreement_page import is_quoted, made_in, related
from storage.queries.pages.logbook import entries
from storage.queries.pages.place_progress import of_place
from storage.queries.pages.source_value import sourced
from storage.queries.reasons import reason_of
from storage.records.ids import tail_of, type_of
from storage.records.record_json import Json
from storage.tables.stored_record import stored_record
from storage.views.adoption import Adoption
from storage.views.page_content import AgreementPage, Page
from storage.views.page_elements import NamedCount

_SPOKEN = "SELECT 1 FROM items LIMIT 1"
SHORT = {"agreements": "code", "regions": "short", "organisations": "abbreviation"}


def record_page(
    connection: sqlite3.Connection, lists: Lists, record: str, *, whole: bool = False
) -> Page:
    """The page of a record, deleted ones too. Raises Refused where there is none."""
    said = stored_record(connection, record)
    if said is None:
        raise Refused("unknown_code", code=record, nearest="")
    type_, tail = type_of(record), tail_of(record)
    short = said.get(SHORT.get(type_, ""))
    every: dict[str, Any] = {
        "record": record,
        "type": type_,
        "title": _title(connection, type_, said),
        "short": str(short) if short else None,
        "life": said["life"],
        "conflicts": tuple(said["conflicts"]),  # type: ignore[arg-type]
        "incomplete": tuple(said["incomplete"]),  # type: ignore[arg-type]
        "facts": facts(connection, said),
        "entries": () if type_ == "entries" else entries(connection, lists, record),
        "stands": _stands(connection, record),
        "sourced": sourced(connection, [record]),
    }
    if type_ == "agreements":
        row = lists.rows.of([tail])[0]
        return AgreementPage(
            **every | {"title": row.title},
            row=row,
            related=related(connection, lists, tail),
            quoted=is_quoted(connection, tail),
            why=None if tail in lists.repeats else reason_of(connection, record, "status"),
            adopted=_adopted(connection, record),
            made_in=made_in(connection, tail),
        )
    from storage.queries.pages.belongings import Belonging

    counts, belongs = Belonging(connection, lists, whole=whole).around(type_, tail)
    mine = of_place(lists, type_, tail)
    return Page(
        **every,
        counts=counts,
        belongs=tuple(belongs),
        progress=None if mine is None else progress(connection, lists.sets, mine),
        care=() if mine is None else tuple(attention_needed(connection, lists, mine)),
    )


def _adopted(connection: sqlite3.Connection, record: str) -> Adoption | None:
    """The last meeting that adopted an agreement; what tells that is read only where one did."""
    if connection.execute(_SPOKEN).fetchone() is None:
        return None
    from storage.queries.adoptions import adoptions

    return next(iter(adoptions(connection, record)), None)


def _title(connection: sqlite3.Connection, type_: str, record: Json) -> str:
    """What it is called; an aantekening and an agendapunt go by what they are about."""
    for name in ("title", "name", "abbreviation"):
        if record.get(name):
            return str(record[name])
    if record["life"] == "contested" and (before := title_before(connection, str(record["id"]))):
        return before
    about = {"entries": record.get("about"), "items": f"agreements/{record.get('agreement')}"}
    of, _, tail = stands_for(connection, str(about.get(type_) or "")).partition("/")
    return record_called(connection, of, tail).name if tail else ""


def _stands(connection: sqlite3.Connection, record: str) -> NamedCount | None:
    """The record that stands for this one, where it gives way to another."""
    end = stands_for(connection, record)
    return None if end == record else record_called(connection, type_of(end), tail_of(end))
