"""All agreements in the order of their numbers, and what each has, to be narrowed at once."""

import json
import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import and_, itemgetter, or_
from typing import Any, Literal, NamedTuple

from storage.bulk import many_objects
from storage.queries.agreements.bitset import bits_of, with_room, without
from storage.queries.agreements.term_order import term_key
from storage.queries.joins import Joins
from storage.records.code_parts import NO_REGION
from storage.tables.chunks import paged, select_in

Trait = Literal["life", "status", "moment", "repeats", "region", "programme", "lead", "executor"]
Traits = Mapping[Trait, Mapping[str, int]]
"""Of each trait and value the set of places that have it."""

_OWN = """
SELECT rowid, tail, code, status, life, term_phrase, term_nature, term_to FROM agreements WHERE 1"""
LINKS: dict[Trait, tuple[str, str, str]] = {
    "region": ("regions", "regions", "agreements_regions WHERE 1"),
    "programme": ("programmes", "programmes", "agreements_programmes WHERE 1"),
    "lead": ("organisations", "organisation", "agreements_parties WHERE role = 'lead'"),
    "executor": ("organisations", "organisation", "agreements_parties WHERE role = 'executor'"),
}
"""Of each trait the type of its values, and the column and rows where they stand."""
JOINED = ("agreements", "regions", "programmes", "organisations")
_SINGLE: tuple[Trait, ...] = ("life", "status", "moment", "repeats")
TRAITS: tuple[Trait, ...] = (*_SINGLE, *LINKS)
MANY = 500  # keys, for which all are gone through once
AFTER = "~"  # after every short form of a region

Rows = Iterator[Any]
Joined = Mapping[str, Joins]
"""What was joined, by type: those in ``JOINED``."""

Own = tuple[str, str, str, str, str]
"""What an agreement's own row says: its key in the order, then what it has of each single trait."""


class AgreementIndex(NamedTuple):
    """``order`` holds a key for each agreement, deleted ones too; its place counts from 0.

    An index does not change: ``after`` gives another.
    """

    order: Sequence[str]
    traits: Traits

    def having(self, trait: Trait, value: str) -> int:
        """The set of places that have this value."""
        return self.traits[trait].get(value, 0)

    def place(self, tail: str, code: str | None) -> int | None:
        """Where the agreement with this tail and code stands."""
        return self._place(order_key(code, tail))

    def places(self, agreements: Collection[tuple[str, str | None]]) -> Iterator[int]:
        """Where the agreements with these tails and codes stand, as far as they do."""
        keys = {order_key(code, tail) for tail, code in agreements}
        if len(keys) > MANY:
            return (place for place, key in enumerate(self.order) if key in keys)
        return (place for place in map(self._place, keys) if place is not None)

    def after(
        self,
        connection: sqlite3.Connection,
        tails: Collection[str],
        followed: Mapping[str, str | None],
        joined: Joined,
    ) -> "AgreementIndex":
        """The index after something was written about these agreements."""
        rows = select_in(connection, f"{_OWN} AND tail IN (…)", tails)
        now = {tail_of_order_key(own[0]): own for own in _own(rows, followed, joined["agreements"])}
        draft = _Draft([], {trait: dict(one) for trait, one in self.traits.items()})
        order = self.order
        moving = {tail for tail in tails if tail not in now or self._place(now[tail][0]) is None}
        if moving:
            draft.order.extend(order)
            draft.take_out(moving)
            for tail in moving & now.keys():
                draft.put_in(now[tail][0])
            order = draft.order
        places = {tail: bisect_left(order, own[0]) for tail, own in now.items()}
        draft.clear(places.values())
        for tail, own in now.items():
            for trait, value in zip(_SINGLE, own[1:], strict=True):
                if value:
                    draft.add(trait, value, places[tail])
        for trait, (type_, column, table) in LINKS.items():
            query = f"SELECT tail, {column} FROM {table} AND tail IN (…)"
            for tail, value in select_in(connection, query, now):
                draft.add(trait, joined[type_].of(value), places[tail])
        return AgreementIndex(order, draft.traits)

    def _place(self, key: str) -> int | None:
        place = bisect_left(self.order, key)
        return place if place < len(self.order) and self.order[place] == key else None


class _Draft(NamedTuple):
    """An index on its way to be another."""

    order: list[str]
    traits: dict[Trait, dict[str, int]]

    def take_out(self, tails: Collection[str]) -> None:
        """Close the places of these agreements, which only their tails tell."""
        ends = tuple(f"\0{tail}" for tail in tails)
        found = [place for place, key in enumerate(self.order) if key.endswith(ends)]
        for place in reversed(found):
            del self.order[place]
            self._each(without, place)

    def put_in(self, key: str) -> None:
        """Open a place for an agreement."""
        place = bisect_left(self.order, key)
        self.order.insert(place, key)
        self._each(with_room, place)

    def clear(self, places: Iterable[int]) -> None:
        """Let nothing be said of these places."""
        self._each(and_, ~reduce(or_, (1 << place for place in places), 0))

    def add(self, trait: Trait, value: str, place: int) -> None:
        self.traits[trait][value] = self.traits[trait].get(value, 0) | 1 << place

    def _each(self, change: Callable[[int, int], int], by: int) -> None:
        for values in self.traits.values():
            for value, bits in values.items():
                values[value] = change(bits, by)


def read_index(
    connection: sqlite3.Connection, followed: Mapping[str, str | None], joined: Joined
) -> AgreementIndex:
    """The index of all agreements in the file."""
    with many_objects():
        owns = sorted(
            _own(paged(connection, _OWN), followed, joined["agreements"]), key=itemgetter(0)
        )
        order = [own[0] for own in owns]
        traits: dict[Trait, Mapping[str, int]] = {}
        for column, trait in enumerate(_SINGLE, 1):
            found: dict[str, list[int]] = defaultdict(list)
            for place, own in enumerate(owns):
                if own[column]:
                    found[own[column]].append(place)
            traits[trait] = {value: bits_of(found[value], len(order)) for value in found}
        places = {tail_of_order_key(key): place for place, key in enumerate(order)}
        for trait, (type_, column_name, table) in LINKS.items():
            query = f"SELECT {column_name}, json_group_array(tail) FROM {table} GROUP BY 1"
            having: dict[str, int] = {}
            for value, tails in connection.execute(query).fetchall():
                there = [places[tail] for tail in json.loads(tails) if tail in places]
                end = joined[type_].of(value)
                having[end] = having.get(end, 0) | bits_of(there, len(order))
            traits[trait] = having
        return AgreementIndex(order, traits)


def order_key(code: str | None, tail: str) -> str:
    """What agreements are ordered by: codes of one region stand together and count on over the
    parts of the document; what is of no region comes after them, what has no code last."""
    if not code:
        return f"1\0\0\0{tail}"
    parts = code.split("-")
    if len(parts) > 3:
        region = AFTER if parts[2] == NO_REGION else parts[2]
        return f"0{region}\0{parts[3].zfill(6)}\0{code}\0{tail}"
    return f"0{code}\0\0{code}\0{tail}"


def tail_of_order_key(key: str) -> str:
    return key.rpartition("\0")[2]


def _own(rows: Rows, followed: Mapping[str, str | None], joined: Joins) -> Iterator[Own]:
    """Without those that give way to another, but with all that were deleted."""
    for _, tail, code, status, life, phrase, nature, to in rows:
        if tail in joined.by and life != "deleted":
            continue
        repeats = tail in followed
        now = followed[tail] if repeats else status
        yield (
            order_key(code, tail), life if life == "deleted" else "", now or "",
            term_key(phrase, nature, to), "yes" if repeats else "",
        )  # fmt: skip
