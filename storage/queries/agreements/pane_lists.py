"""The panes: totals, regions, programmes and agreements, narrowed by one another."""

import sqlite3
from collections.abc import Collection, Mapping
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from storage.queries.agreements.agreement_rows import AgreementRows
from storage.queries.agreements.agreement_sets import AgreementSets
from storage.queries.agreements.buckets import Buckets
from storage.queries.agreements.list_names import ListNames
from storage.queries.agreements.listed import ListedAgreements
from storage.queries.agreements.overdue import Overdue
from storage.queries.agreements.selection import Selection
from storage.queries.agreements.status_counts import status_counts
from storage.queries.regions import around
from storage.tables.damage import face
from storage.tables.meta import arrangement_in
from storage.views.agreement_list import ALL_OPEN, Applying, Filter, Group, GroupRows, Via
from storage.views.arrangement_counts import PlaceCount, Totals

if TYPE_CHECKING:
    from storage.queries.agreements.agreement_terms import AgreementTerms

_ARRANGEMENT = 'SELECT title, "from", "to" FROM arrangement WHERE tail = ?'
_RUNS = "SELECT 1 FROM meetings WHERE phase = 'running' AND life <> 'deleted' LIMIT 1"


@face("_connection")
class Lists:
    """One look at all agreements of a file; ``after`` gives the look when it has changed.

    ``sets`` are all agreements, read when asked for where they are not given; ``names`` what
    regions, programmes and organisations are called.
    """

    def __init__(
        self, connection: sqlite3.Connection, today: date, sets: AgreementSets | None = None
    ) -> None:
        self._connection = connection
        self.today = today
        self.sets = sets or AgreementSets(connection)
        self.names = ListNames(connection)
        self._selection = Selection(self.sets, self.names)
        self._buckets = Buckets(self.sets, self.names)

    def after(self, tails: Collection[str]) -> "Lists":
        """The lists after something was written about the agreements with these tails."""
        return Lists(self._connection, self.today, self.sets.after(tails))

    def totals(self) -> Totals:
        """What the header says; repeats are counted nowhere."""
        standing = self.sets.standing.bit_count()
        (disputed,) = self._connection.execute("SELECT count(*) FROM disputed").fetchone()
        runs = self._connection.execute(_RUNS).fetchone() is not None
        title, first, _ = (str(part or "") for part in self._arrangement)
        return Totals(
            title,
            first[:4],
            self.last_year,
            self.sets.counted.bit_count() - standing,
            standing,
            disputed,
            self.ended,
            runs=runs,
        )

    @property
    def last_year(self) -> str:
        """The year in which the arrangement ends; "" where that is not known."""
        return str(self._arrangement[2] or "")[:4]

    def regions(self, filter: Filter = ALL_OPEN) -> list[PlaceCount]:
        """The region tree with own open agreements, standing ones included."""
        filter = self._selection.led(filter)
        within = self._narrowed(filter)
        return [
            self._place(region, *self.names.regions[region], depth,
                        within & self.sets.index.having("region", region))
            for region, depth in self.names.tree.order
        ]  # fmt: skip

    def _place(
        self, tail: str, name: str, shorts: tuple[str, ...], depth: int, bits: int
    ) -> PlaceCount:
        """A place with these agreements."""
        count = (self.sets.counted & bits).bit_count()
        return PlaceCount(tail, name, shorts, depth, count, status_counts(self.sets, bits))

    def above(self, region: str) -> list[str]:
        """The regions from which something applies to this one, the nearest first."""
        return around(self.names.tree.above, region)

    def programmes(self, filter: Filter = ALL_OPEN) -> list[PlaceCount]:
        """Programmes with the open agreements that the list of this region has of them."""
        filter = self._selection.led(filter)
        within = self._narrowed(filter) & self._selection.applying_to(filter)
        found = [
            self._place(tail, name, shorts, 0, within & self.sets.index.having("programme", tail))
            for tail, (name, shorts) in self.names.programmes.items()
        ]
        found.sort(key=lambda place: (-place.count, place.name.lower()))
        return [*found, self._place("", "", (), 0, within & ~self.sets.with_programme)]

    def organisations(self) -> list[PlaceCount]:
        """Organisations with the open agreements of which they are trekker or uitvoerder."""
        found = [
            PlaceCount(
                tail, name, shorts, 0, (self.sets.counted & self.sets.of_party(tail)).bit_count()
            )
            for tail, (name, shorts) in self.names.organisations.items()
        ]
        found.sort(key=lambda place: (-place.count, place.name.lower()))
        return found

    def agreements(self, filter: Filter) -> list[Group]:
        """The list in its groups; the one of a region itself also where it is empty."""
        filter = self._selection.led(filter)
        inside = self._inside(filter)
        if filter.heads != "number":
            return self._grouped(filter, inside & self._selection.applying_to(filter))
        if filter.region is None:
            return [self._group(filter, None, "", inside)]
        return [
            self._group(filter, region, self.names.region(region), here, via)
            for via, region, here in self._selection.shares(filter.region, inside)
            if here or via == "own"
        ]

    def passing(self, filter: Filter) -> GroupRows:
        """All that the list shows, in one piece."""
        filter = self._selection.led(filter)
        return self._listed(filter, self._inside(filter) & self._selection.applying_to(filter))

    def standing(self, region: str | None = None) -> list[Group]:
        """What goes on all the time, by trekker; counted as everywhere. Of a region what its list
        has of them."""
        filter = self._selection.led(Filter(region=region, heads="lead"))
        return self._grouped(filter, self.sets.standing & self._selection.applying_to(filter))

    def applying(self, filter: Filter) -> Applying | None:
        """How the list of the chosen region is made up, in whatever groups it stands; repeats are
        counted nowhere."""
        filter = self._selection.led(filter)
        if filter.region is None:
            return None
        counts: dict[Via, int] = {"own": 0, "via": 0, "in": 0}
        inside = self._inside(filter) & ~self._repeating
        for via, _, here in self._selection.shares(filter.region, inside):
            counts[via] += here.bit_count()
        return Applying(counts["own"], counts["via"], counts["in"])

    @property
    def repeats(self) -> Mapping[str, str | None]:
        """The tails of those that repeat another, with the status that each has from the other."""
        return self.sets.repeats

    @cached_property
    def rows(self) -> AgreementRows:
        """Agreements as rows, by their tails."""
        return AgreementRows(self._connection, self.sets, self.overdue, self.names.organisations)

    @cached_property
    def overdue(self) -> Overdue:
        """Which are too late."""
        ended = self.ended is not None
        return Overdue(self._connection, self.sets, self.today, ended=ended)

    def late(self) -> int:
        """How many of those that are counted are too late."""
        return self.overdue.among(self.sets.counted).bit_count()

    @cached_property
    def terms(self) -> "AgreementTerms":
        """What passes the filters of a query."""
        from storage.queries.agreements.agreement_terms import AgreementTerms

        return AgreementTerms(self._connection, self.sets, self.overdue, self.today)

    def listed(self, bits: int, first: int = 0) -> GroupRows:
        """A set by number, what is in ``first`` before the rest."""
        return ListedAgreements(
            self.sets.index, bits, lambda these: [these & first, these & ~first], self.rows
        )

    def _inside(self, filter: Filter) -> int:
        """What passes, in whatever region."""
        return self._selection.inside(filter) & self._narrowed(filter)

    def _narrowed(self, filter: Filter) -> int:
        """What passes whatever narrows all lists: the organisation and the filters of a query."""
        ours = self.sets.of_party(filter.party)
        return ours & self.terms.bits(filter.terms) if filter.terms else ours

    # in which groups and in which order

    def _grouped(self, filter: Filter, inside: int) -> list[Group]:
        found = []
        rest = inside
        if filter.heads == "term" and (late := self.overdue.among(inside)):
            found.append(self._group(filter, "late", "", late))
            rest = inside = inside & ~late
        for key, name, bits in self._buckets.of(filter.heads, coarse=True):
            rest &= ~bits
            if here := inside & bits:
                found.append(self._group(filter, key, name, here))
        if rest:
            found.append(self._group(filter, None, "", rest))
        return found

    def _group(
        self, filter: Filter, key: str | None, name: str, bits: int, via: Via | None = None
    ) -> Group:
        repeats = (bits & self._repeating).bit_count()
        return Group(filter.heads, key, via, name, self._listed(filter, bits), repeats)

    @property
    def _repeating(self) -> int:
        return self.sets.index.having("repeats", "yes")

    def _listed(self, filter: Filter, bits: int) -> ListedAgreements:
        sort = partial(self._buckets.sort, filter.sort)
        return ListedAgreements(self.sets.index, bits, sort, self.rows)

    @cached_property
    def _arrangement(self) -> tuple[str | None, str | None, str | None]:
        """Title, first and last day of the arrangement that the file is of: what others made may
        hold records of more of them."""
        ours = (arrangement_in(self._connection),)
        title, first, last = self._connection.execute(_ARRANGEMENT, ours).fetchone() or (None,) * 3
        return title, first, last

    @cached_property
    def ended(self) -> str | None:
        """The arrangement's last day, where that lies before today."""
        *_, last = self._arrangement
        return last if last and last < self.today.isoformat() else None
