"""How much of each kind of thing this file holds, and whether it would leave under a profile."""

import json
import sqlite3
from collections.abc import Collection

from storage.records.fields import FIELDS, OWN_TYPES
from storage.snapshot.profiles import LEAVES, goes, leaving
from storage.views.exchange import Share

_OWN = "tail LIKE 'own-%'"


def shares(
    connection: sqlite3.Connection, profile: str, only: Collection[str] | None = None
) -> tuple[Share, ...]:
    """What there is here, in the order of the table of profiles; what there is none of is left
    out. Where ``only`` some acts leave, nothing goes but the number of these, which may be 0."""
    counts = {type_: _count(connection, type_) for type_ in FIELDS}
    counts |= {type_: _count(connection, type_, f"NOT ({_OWN})") for type_ in OWN_TYPES}
    counts["own"] = sum(_count(connection, type_, _OWN) for type_ in OWN_TYPES)
    counts["names"] = sum(
        _count(connection, type_, "name IS NOT NULL") for type_ in ("people", "authors")
    )
    whole = f"NOT erased AND {leaving(profile, 'acts')}"
    counts["acts"] = _count(connection, "acts", whole)
    found = [Share(what, goes(profile, what), counts[what]) for what in LEAVES if counts[what]]
    if only is None:
        return tuple(found)
    some = f"{whole} AND id IN (SELECT value FROM json_each(?))"
    going = Share("acts", True, _count(connection, "acts", some, json.dumps([*only])))
    return (going, *(one for one in found if not one.goes))


def _count(connection: sqlite3.Connection, table: str, where: str = "true", *values: str) -> int:
    query = f"SELECT count(*) FROM [{table}] WHERE {where}"
    (found,) = connection.execute(query, values).fetchone()
    return int(found)
