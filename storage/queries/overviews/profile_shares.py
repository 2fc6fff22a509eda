"""How much of each kind of thing this file holds, and whether it would leave under a profile."""

import json
import sqlite3
from collections.abc import Collection

from storage.formats.profiles import LEAVES, WITHIN, goes, leaving
from storage.records.fields import FIELDS
from storage.records.ids import OWN_TYPES
from storage.views.exchange_folders import Share

_OWN = "tail LIKE 'own-%'"
_LEFT_EMPTY = f"NOT ({_OWN}) AND kind = 'decision' AND about LIKE 'passages/%'"
_REASON = (
    "NOT erased AND why <> '' AND EXISTS (SELECT 1 FROM said WHERE act = n AND field = 'status')"
)


def shares(
    connection: sqlite3.Connection, profile: str, only: Collection[str] | None = None
) -> tuple[Share, ...]:
    """What there is here, in the order of the table of profiles; what there is none of, and what
    was deleted, is left out. Where ``only`` some acts leave, nothing goes but the number of these,
    which may be 0."""
    counts = {type_: _there(connection, type_) for type_ in FIELDS}
    for type_ in OWN_TYPES:
        own = _there(connection, type_, _OWN)
        counts[type_] -= own
        counts["own" if type_ == "entries" else f"own_{type_}"] = own
    counts["left_empty"] = _there(connection, "entries", _LEFT_EMPTY)
    counts["entries"] -= counts["left_empty"]
    counts["names"] = sum(
        _there(connection, type_, "name IS NOT NULL") for type_ in ("people", "authors")
    )
    counts["signal_reasons"] = _there(connection, "agreements", "signal_reason <> ''")
    counts["trigger_evidence"] = _there(connection, "agreements", "trigger_met_evidence <> ''")
    counts["status_reasons"] = _count(connection, "acts", _REASON)
    whole = f"NOT erased AND {leaving(profile, 'acts')}"
    counts["acts"] = _count(connection, "acts", whole)
    found = [
        Share(what, goes(profile, what), counts[what])
        for what in LEAVES
        if counts[what] and not (what in WITHIN and goes(profile, what))
    ]
    if only is None:
        return tuple(found)
    some = f"{whole} AND id IN (SELECT value FROM json_each(?))"
    going = Share("acts", True, _count(connection, "acts", some, json.dumps([*only])))
    return (going, *(one for one in found if not one.goes))


def _there(connection: sqlite3.Connection, type_: str, where: str = "true") -> int:
    """How many records there are, without those that were deleted."""
    return _count(connection, type_, f"life <> 'deleted' AND {where}")


def _count(connection: sqlite3.Connection, table: str, where: str = "true", *values: str) -> int:
    query = f"SELECT count(*) FROM [{table}] WHERE {where}"
    (found,) = connection.execute(query, values).fetchone()
    return int(found)
