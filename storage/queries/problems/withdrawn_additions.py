"""Records of which the adding was taken back while something else is said of them (rule 6c)."""

import sqlite3
from collections.abc import Mapping, Sequence

from storage.merge import Assertion
from storage.merge.heads import heads
from storage.tables.chunks import select_in

Fields = Mapping[str, Sequence[Assertion]]
"""All that is said of a record, by field."""


def added_by(fields: Fields) -> set[str]:
    """The acts that added the record last, where all that was said of its life is void."""
    life = fields.get("life", ())
    if any(not one.void for one in life):
        return set()
    return {one.act for one in heads(_as_if_in_force(life)) if one.value == "live"}


def said_then(fields: Fields) -> dict[str, object]:
    """What those acts said, by field, where nothing stands in it now."""
    adds = added_by(fields)
    found: dict[str, object] = {}
    for field, said in fields.items():
        if all(one.void for one in said):
            theirs = [one for one in said if one.act in adds]
            newest = max(theirs, key=lambda one: (one.at, one.act), default=None)
            if newest is not None and newest.value is not None:
                found[field] = newest.value
    return found


def taken_back_by(connection: sqlite3.Connection, acts: set[str]) -> list[str]:
    """The acts that take one of these back."""
    query = (
        "SELECT u.act FROM undone u JOIN acts a ON a.id = u.act AND NOT a.void"
        " WHERE u.target IN (…)"
    )
    return sorted({act for (act,) in select_in(connection, query, acts)})


def _as_if_in_force(said: Sequence[Assertion]) -> list[Assertion]:
    return [one._replace(void=False) for one in said]
