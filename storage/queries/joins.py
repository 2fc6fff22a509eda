"""Records that were joined: which one stands for another, and for which others one stands.

What points at a record that gives way is read as pointing at the one that stands for it. The
tables keep every reference as it was set.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of

_JOINED = """
SELECT j.tail, j.joined, o.tail IS NOT NULL FROM [{0}] j
  LEFT JOIN [{0}] o ON o.tail = j.joined AND o.life <> 'deleted' WHERE j.joined IS NOT NULL"""
STANDS = "(joined IS NULL OR tail IN (SELECT value FROM json_each(?)))"
"""Of a row of its own: it gives way to no other. Takes ``Joins.free`` of its type."""


class Joins:
    """The joined records of one type, by their tails.

    ``by`` leads from each that gives way to the one that stands for it. ``others`` are joined to
    nothing that counts, or the lowest of a ring: they stand for themselves.
    """

    def __init__(self, by: Mapping[str, str], others: Iterable[str]) -> None:
        self.by = by
        self.others = frozenset(others)

    def of(self, tail: str) -> str:
        """The record that stands for this one: itself, where it was not joined."""
        return self.by.get(tail, tail)

    def all_of(self, tail: str) -> list[str]:
        """A record, and those that it stands for."""
        return [tail, *self._giving_way.get(tail, ())]

    def each(self, tails: Iterable[str]) -> list[str]:
        """The records that stand for these, each once, in the same order."""
        return list(dict.fromkeys(map(self.of, tails)))

    def asked(self, tail: str) -> str:
        """The same as ``all_of``, for a query with ``json_each``."""
        return json.dumps(self.all_of(tail))

    @cached_property
    def free(self) -> str:
        """What ``STANDS`` takes."""
        return json.dumps(sorted(self.others))

    def moved(self, before: "Joins") -> set[str]:
        """Those for which another record stands now than before, or that came or went here."""
        tails = {*self.by, *before.by}
        found = {tail for tail in tails if self.by.get(tail) != before.by.get(tail)}
        return found | (self.others ^ before.others)

    @cached_property
    def _giving_way(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for tail, end in sorted(self.by.items()):
            found[end].append(tail)
        return found


NONE = Joins({}, ())


def joins(connection: sqlite3.Connection, type_: str) -> Joins:
    """The joined records of a type; quick where there are few, for they have an index."""
    if "joined" not in FIELDS.get(type_, ()):
        return NONE
    rows = connection.execute(_JOINED.format(type_)).fetchall()
    return _joins([(tail, joined, bool(counts)) for tail, joined, counts in rows]) if rows else NONE


def stands_for(connection: sqlite3.Connection, record: str) -> str:
    """The id of the record that stands for this one; its own where it was not joined."""
    type_ = type_of(record)
    return f"{type_}/{joins(connection, type_).of(tail_of(record))}" if type_ in FIELDS else record


def _joins(rows: Iterable[tuple[str, str, bool]]) -> Joins:
    from storage.merge.joined import stand_ins  # few files have any

    held = list(rows)
    by = stand_ins({tail: to for tail, to, counts in held if counts})
    return Joins(by, (tail for tail, _, _ in held if tail not in by))
