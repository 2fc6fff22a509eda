"""Sets of agreements, a bit for each place in the index: lists are narrowed and counted by them."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property, reduce
from operator import or_

from storage.queries.agreements.agreement_index import (
    JOINED,
    LINKS,
    AgreementIndex,
    Joined,
    read_index,
)
from storage.queries.agreements.bitset import bits_of
from storage.queries.agreements.repeated import followed
from storage.queries.joins import joins
from storage.records.fields import OPEN_STATUSES
from storage.tables.chunks import select_in
from storage.views.agreement_list import View


class AgreementSets:
    """One look at all agreements of a file; ``after`` gives the look when it has changed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def after(self, tails: Collection[str]) -> "AgreementSets":
        """The sets after something was written about the agreements with these tails."""
        found = AgreementSets(self._connection)
        if "index" in vars(self):
            was, now = self.repeats, found.repeats
            others = {tail for tail in was.keys() | now.keys() if was.get(tail) != now.get(tail)}
            others |= self._moved(found)
            found.index = self.index.after(self._connection, {*tails, *others}, now, found.joined)
        return found

    def _moved(self, now: "AgreementSets") -> set[str]:
        """The agreements that stand elsewhere because something was joined, or no longer is."""
        moved = {type_: now.joined[type_].moved(self.joined[type_]) for type_ in JOINED}
        found = moved["agreements"]
        for type_, column, rows in LINKS.values():
            query = f"SELECT tail FROM {rows} AND {column} IN (…)"
            found |= {tail for (tail,) in select_in(self._connection, query, moved[type_])}
        return found

    # what is read of the file, once

    @cached_property
    def index(self) -> AgreementIndex:
        """All agreements in the order of their numbers."""
        return read_index(self._connection, self.repeats, self.joined)

    @cached_property
    def joined(self) -> Joined:
        """What was joined, by type."""
        return {type_: joins(self._connection, type_) for type_ in JOINED}

    @cached_property
    def repeats(self) -> Mapping[str, str | None]:
        """The tails of those that repeat another, which no count counts, with the status that
        each has from the other."""
        return followed(self._connection, self.joined["agreements"])

    # sets

    @cached_property
    def everything(self) -> int:
        """All, deleted ones too."""
        return (1 << len(self.index.order)) - 1

    @cached_property
    def alive(self) -> int:
        """All that were not deleted."""
        return self.of_view("all")

    @cached_property
    def counted(self) -> int:
        """Those that every count counts: open, and no repeat of another."""
        return self.of_view("open") & ~self.index.having("repeats", "yes")

    @cached_property
    def standing(self) -> int:
        """Those of ``counted`` that go on all the time."""
        return self.counted & self.index.having("moment", "standing")

    @cached_property
    def with_lead(self) -> int:
        """Those with a trekker."""
        return union(self.index.traits["lead"].values())

    @cached_property
    def with_programme(self) -> int:
        """Those of any programme."""
        return union(self.index.traits["programme"].values())

    def of_programme(self, programme: str) -> int:
        """Those of a programme; with "" those of none."""
        if programme:
            end = self.joined["programmes"].of(programme)
            return self.index.having("programme", end)
        return self.everything & ~self.with_programme

    def of_party(self, party: str | None) -> int:
        """Those that an organisation leads or carries out; all where none is given."""
        if party is None:
            return self.everything
        return self.index.having("lead", party) | self.index.having("executor", party)

    def of_view(self, view: View) -> int:
        """Those that a view shows."""
        deleted = self.index.having("life", "deleted")
        if view == "deleted":
            return deleted
        if view == "with_deleted":
            return self.everything
        alive = self.everything & ~deleted
        if view == "open":
            return alive & self._open
        return alive if view == "all" else alive & ~self._open & self.with_status

    def set_of(self, found: Iterable[tuple[str, str | None]]) -> int:
        """Those with these tails and codes."""
        return bits_of(self.index.places([*found]), len(self.index.order))

    def of_query(self, query: str, *values: str) -> int:
        """The agreements of which a query gives tail and code."""
        return self.set_of(self._connection.execute(query, values).fetchall())

    @cached_property
    def _open(self) -> int:
        return union(self.index.having("status", status) for status in OPEN_STATUSES)

    @cached_property
    def with_status(self) -> int:
        """Those that have one."""
        return union(self.index.traits["status"].values())


def union(sets: Iterable[int]) -> int:
    return reduce(or_, sets, 0)
