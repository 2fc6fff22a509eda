"""What joining a record to another would do, for whoever is about to."""

import json
import sqlite3
from collections.abc import Iterator

from storage.queries.joins import joins
from storage.queries.names import title_of
from storage.queries.problems.dead_references import reference_places
from storage.queries.referents import lookup_in, referred_in
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from storage.records.record_json import Json
from storage.views.join_preview import Beside, Joining, Referring

Connection = sqlite3.Connection

_STATE = ("id", "life", "conflicts", "incomplete", "joined")


def joining(connection: Connection, record: Json, into: Json) -> Joining:
    """How it would be when ``record`` gives way to ``into``."""
    ids = str(record["id"]), str(into["id"])
    return Joining(
        record=ids[0],
        into=ids[1],
        named=title_of(connection, ids[0]),
        stands=title_of(connection, ids[1]),
        references=tuple(_references(connection, ids[0])),
        fields=tuple(
            Beside(name, *both, referred_in(lookup_in(connection), ids[0], name, both))
            for name in FIELDS[type_of(ids[0])]
            for both in [(into[name], record[name])]
            if name not in _STATE and into[name] != record[name] and record[name] not in (None, [])
        ),
    )


def _references(connection: Connection, record: str) -> Iterator[Referring]:
    """What points at the record, or at one that gave way to it."""
    type_ = type_of(record)
    tails = joins(connection, type_).all_of(tail_of(record))
    asked = json.dumps(tails)
    for place in reference_places():
        if place.refers != type_:
            continue
        (number,) = connection.execute(
            f"SELECT count(DISTINCT l.tail) FROM [{place.table}] l"
            f" JOIN [{place.type}] r ON r.tail = l.tail AND r.life <> 'deleted'"
            f" WHERE l.[{place.column}] IN (SELECT value FROM json_each(?))",
            (asked,),
        ).fetchone()
        if number:
            yield Referring(place.type, place.field, number)
    abouts = json.dumps([f"{type_}/{tail}" for tail in tails])
    (number,) = connection.execute(
        "SELECT count(*) FROM entries WHERE life <> 'deleted'"
        " AND about IN (SELECT value FROM json_each(?))",
        (abouts,),
    ).fetchone()
    if number:
        yield Referring("entries", "about", number)
