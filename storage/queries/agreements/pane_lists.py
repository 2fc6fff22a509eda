"""The panes: totals, regions, programmes and agreements, narrowed by one another."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, reduce
from operator import or_
from typing import Literal

from storage.queries.agreements import buckets
from storage.queries.agreements.agreement_index import (
    JOINED,
    LINKS,
    AgreementIndex,
    Joined,
    read_index,
)
from storage.queries.agreements.agreement_rows import AgreementRows
from storage.queries.agreements.bitset import bits_of
from storage.queries.agreements.buckets import Bucket
from storage.queries.agreements.listed import ListedAgreements
from storage.queries.agreements.repeated import followed
from storage.queries.joins import joins
from storage.queries.names import Names, names
from storage.queries.regions import Tree, around, tree
from storage.records.fields import OPEN_STATUSES
from storage.records.ids import tail_of
from storage.tables.chunks import select_in
from storage.tables.damage import face
from storage.tables.meta import arrangement_in
from storage.views.agreement_list import Applying, Filter, Group, GroupRows, Order, Via, View
from storage.views.arrangement_counts import PlaceCount, Totals

_ARRANGEMENT = 'SELECT title, "from", "to" FROM arrangement WHERE tail = ?'
_IN_ROLE = """
SELECT a.tail, a.code FROM agreements_parties p JOIN agreements a ON a.tail = p.tail
 WHERE p.role = ? AND p.organisation IN (SELECT value FROM json_each(?))"""

_DECLINES = """
SELECT a.tail, a.code, r.record FROM agreements_related r JOIN agreements a ON a.tail = r.tail
 WHERE r.relation = 'declines'"""
_CODES = "SELECT tail, code FROM agreements WHERE tail IN (…)"
_OF_PROGRAMME = """
SELECT tail FROM agreements_programmes WHERE programmes IN (SELECT value FROM json_each(?))"""


@face("_connection")
class Lists:
    """One look at all agreements of a file; ``after`` gives the look when it has changed."""

    def __init__(self, connection: sqlite3.Connection, today: date) -> None:
        self._connection = connection
        self._today = today
        self._cut: dict[Order, list[Bucket]] = {}

    def after(self, tails: Collection[str]) -> "Lists":
        """The lists after something was written about the agreements with these tails."""
        found = Lists(self._connection, self._today)
        if "index" in vars(self):
            was, now = self.repeats, found.repeats
            others = {tail for tail in was.keys() | now.keys() if was.get(tail) != now.get(tail)}
            others |= self._moved(found)
            found.index = self.index.after(self._connection, {*tails, *others}, now, found.joined)
        return found

    def _moved(self, now: "Lists") -> set[str]:
        """The agreements that stand elsewhere because something was joined, or no longer is."""
        moved = {type_: now.joined[type_].moved(self.joined[type_]) for type_ in JOINED}
        found = moved["agreements"]
        for type_, column, rows in LINKS.values():
            query = f"SELECT tail FROM {rows} AND {column} IN (…)"
            found |= {tail for (tail,) in select_in(self._connection, query, moved[type_])}
        return found

    def totals(self) -> Totals:
        """What the header says; repeats are counted nowhere."""
        standing = (self.counted & self.index.having("moment", "standing")).bit_count()
        (disputed,) = self._connection.execute("SELECT count(*) FROM disputed").fetchone()
        title, first, _ = (str(part or "") for part in self._arrangement)
        return Totals(
            title,
            first[:4],
            self.last_year,
            self.counted.bit_count() - standing,
            standing,
            disputed,
            self._ended,
        )

    @property
    def last_year(self) -> str:
        """The year in which the arrangement ends; "" where that is not known."""
        return str(self._arrangement[2] or "")[:4]

    def regions(self, filter: Filter) -> list[PlaceCount]:
        """The region tree with own open agreements, standing ones included."""
        filter = self._led(filter)
        counted = self.counted & self._of_party(filter.party)
        return [
            PlaceCount(
                region, *self._regions[region], depth,
                (counted & self.index.having("region", region)).bit_count(),
            )
            for region, depth in self._tree.order
        ]  # fmt: skip

    def above(self, region: str) -> list[str]:
        """The regions from which something applies to this one, the nearest first."""
        return around(self._tree.above, region)

    def programmes(self, filter: Filter) -> list[PlaceCount]:
        """Programmes with the open agreements that the list of this region has of them."""
        filter = self._led(filter)
        counted = self.counted & self._of_party(filter.party) & self._applying_to(filter)
        found = [
            PlaceCount(
                tail, name, shorts, 0,
                (counted & self.index.having("programme", tail)).bit_count(),
            )
            for tail, (name, shorts) in self._programmes.items()
        ]  # fmt: skip
        found.sort(key=lambda place: (-place.count, place.name.lower()))
        without = counted & ~self._with_programme
        return [*found, PlaceCount("", "", (), 0, without.bit_count())]

    def organisations(self) -> list[PlaceCount]:
        """Organisations with the open agreements of which they are trekker or uitvoerder."""
        found = [
            PlaceCount(tail, name, shorts, 0, (self.counted & self._of_party(tail)).bit_count())
            for tail, (name, shorts) in self.organisation_names.items()
        ]
        found.sort(key=lambda place: (-place.count, place.name.lower()))
        return found

    def agreements(self, filter: Filter) -> list[Group]:
        """The list in its groups; the one of a region itself also where it is empty."""
        filter = self._led(filter)
        inside = self._inside(filter)
        if filter.heads != "number":
            return self._grouped(filter, inside & self._applying_to(filter))
        if filter.region is None:
            return [Group("number", None, None, "", self._listed(filter, inside))]
        return [
            Group("number", region, via, self._region_name(region), self._listed(filter, here))
            for via, region, here in self._shares(filter.region, inside)
            if via in filter.reach and (here or via == "own")
        ]

    def passing(self, filter: Filter) -> GroupRows:
        """All that the list shows, in one piece."""
        filter = self._led(filter)
        return self._listed(filter, self._inside(filter) & self._applying_to(filter))

    def in_role(self, role: str, organisation: str, *, wished: bool | None = None) -> GroupRows:
        """The agreements in which an organisation has a role, by number; where it is asked, of
        those only the wishes (ambitions), or only all else."""
        index, of = self.index, self.joined["organisations"]
        if role in ("lead", "executor"):
            end = of.of(organisation)
            bits = index.having("lead" if role == "lead" else "executor", end)
        else:  # seldom asked, and every opening of a file waits for what is in the index
            bits = self._found(_IN_ROLE, role, of.asked(organisation))
        if wished is not None:
            wishes = self._found("SELECT tail, code FROM agreements WHERE kind = 'ambition'")
            bits &= wishes if wished else ~wishes
        return self._listed(Filter(), bits & self.alive)

    def standing(self) -> list[Group]:
        """What goes on all the time, by trekker; counted as everywhere."""
        here = self.counted & self.index.having("moment", "standing")
        return self._grouped(Filter(heads="lead"), here)

    def declined(self, programme: str) -> GroupRows:
        """What was declined of a programme, and what declines an offer of it."""
        of, offers = self.joined["programmes"], self.joined["agreements"]
        rows = self._connection.execute(_OF_PROGRAMME, (of.asked(of.of(programme)),)).fetchall()
        offered = {tail for (tail,) in rows}
        declining = self._connection.execute(_DECLINES).fetchall()
        bits = self._declined & self.index.having("programme", of.of(programme))
        bits |= self.set_of(
            (tail, code) for tail, code, offer in declining if offers.of(offer) in offered
        )
        return self._listed(Filter(), bits & self.alive)

    def in_programme(
        self, trait: Literal["region", "lead", "executor"], programme: str
    ) -> list[tuple[str, int]]:
        """Where the agreements of a programme are, or who leads or carries them out, and how many
        of them; the most first. Repeats are counted nowhere."""
        end = self.joined["programmes"].of(programme)
        inside = self.alive & self.index.having("programme", end)
        inside &= ~self.index.having("repeats", "yes")
        counts = {
            value: (bits & inside).bit_count() for value, bits in self.index.traits[trait].items()
        }
        return sorted(((one, n) for one, n in counts.items() if n), key=lambda one: (-one[1], one))

    def applying(self, filter: Filter) -> Applying | None:
        """How the list of the chosen region is made up, in whatever groups it stands."""
        filter = self._led(filter)
        if filter.region is None:
            return None
        counts: dict[Via, int] = {"own": 0, "via": 0, "in": 0}
        for via, _, here in self._shares(filter.region, self._inside(filter)):
            counts[via] += here.bit_count() if via in filter.reach else 0
        return Applying(counts["own"], counts["via"], counts["in"])

    @cached_property
    def rows(self) -> AgreementRows:
        """Agreements as rows, by their tails."""
        late = self._today.isoformat() if self._ended is None else None
        return AgreementRows(
            self._connection,
            late,
            self.repeats,
            self.organisation_names,
            self.joined["organisations"],
        )

    @cached_property
    def organisation_names(self) -> Names:
        """Names of organisations, with their aliases and abbreviation as short forms."""
        return names(self._connection, "organisations", "abbreviation")

    # sets of agreements, for what looks at them in another way

    @cached_property
    def alive(self) -> int:
        """All that were not deleted."""
        return self._of_view("all")

    @cached_property
    def counted(self) -> int:
        """Those that every count counts: open, and no repeat of another."""
        return self._of_view("open") & ~self.index.having("repeats", "yes")

    @cached_property
    def with_lead(self) -> int:
        """Those with a trekker."""
        return _union(self.index.traits["lead"].values())

    def of_programme(self, programme: str) -> int:
        """Those of a programme; with "" those of none."""
        if programme:
            end = self.joined["programmes"].of(programme)
            return self.index.having("programme", end)
        return self._everything & ~self._with_programme

    def set_of(self, found: Iterable[tuple[str, str | None]]) -> int:
        """Those with these tails and codes."""
        places = (self.index.place(tail, code) for tail, code in found)
        return bits_of((place for place in places if place is not None), len(self.index.order))

    def listed(self, bits: int, first: int = 0) -> GroupRows:
        """A set by number, what is in ``first`` before the rest."""
        return ListedAgreements(
            self.index, bits, lambda these: [these & first, these & ~first], self.rows
        )

    # what stands in a list

    def _led(self, filter: Filter) -> Filter:
        """A filter by what was joined narrows to the record that stands for it."""
        joined = self.joined
        return filter._replace(
            region=filter.region and joined["regions"].of(filter.region),
            programme=filter.programme and joined["programmes"].of(filter.programme),
            party=filter.party and joined["organisations"].of(filter.party),
        )

    def _inside(self, filter: Filter) -> int:
        inside = self._of_view(filter.view) & self._of_party(filter.party)
        if filter.programme is not None:
            inside &= self.of_programme(filter.programme)
        if filter.kind is not None:
            inside &= self._found("SELECT tail, code FROM agreements WHERE kind = ?", filter.kind)
        if filter.statuses is not None:
            inside &= _union(self.index.having("status", status) for status in filter.statuses)
        if filter.only is not None:
            rows = select_in(self._connection, _CODES, map(tail_of, filter.only))
            inside &= self.set_of((tail, code) for tail, code in rows)
        return inside

    def _shares(self, region: str, inside: int) -> Iterator[tuple[Via, str, int]]:
        """A region's own part of a set, that of each region above, of each below; none twice."""
        above = around(self._tree.above, region)
        below = around(self._tree.below, region)
        scopes: list[tuple[Via, str]] = [("own", region)]
        scopes += [("via", one) for one in above]
        scopes += [("in", one) for one in below]
        for via, one in scopes:
            here = inside & self.index.having("region", one)
            inside &= ~here
            yield via, one, here

    def _applying_to(self, filter: Filter) -> int:
        if filter.region is None:
            return self._everything
        shares = self._shares(filter.region, self._everything)
        return _union(here for via, _, here in shares if via in filter.reach)

    def _of_view(self, view: View) -> int:
        deleted = self.index.having("life", "deleted")
        if view == "deleted":
            return deleted
        if view == "with_deleted":
            return self._everything
        alive = self._everything & ~deleted
        if view == "open":
            return alive & self._open
        return alive if view == "all" else alive & ~self._open & self._with_status

    def _of_party(self, party: str | None) -> int:
        if party is None:
            return self._everything
        return self.index.having("lead", party) | self.index.having("executor", party)

    # in which groups and in which order

    def _grouped(self, filter: Filter, inside: int) -> list[Group]:
        found = []
        rest = inside
        for key, name, bits in self._buckets(filter.heads, coarse=True):
            rest &= ~bits
            if here := inside & bits:
                found.append(Group(filter.heads, key, None, name, self._listed(filter, here)))
        if rest:
            found.append(Group(filter.heads, None, None, "", self._listed(filter, rest)))
        return found

    def _listed(self, filter: Filter, bits: int) -> ListedAgreements:
        def sort(all_of_it: int) -> list[int]:
            return buckets.sorted_into(self._buckets(filter.sort), all_of_it)

        return ListedAgreements(self.index, bits, sort, self.rows)

    def _buckets(self, by: Order, *, coarse: bool = False) -> list[Bucket]:
        """The values of what groups (``coarse``) or sorts; by number there are none."""
        if by == "term" and coarse:
            return buckets.half_years(self.index)
        if by not in self._cut:
            self._cut[by] = self._values(by)
        return self._cut[by]

    def _values(self, by: Order) -> list[Bucket]:
        if by == "region":
            order = (region for region, _ in self._tree.order)
            return buckets.regions(self.index, order, self._regions)
        if by == "programme":
            return buckets.by_name(self.index.traits["programme"], self._programmes)
        if by == "lead":
            return buckets.by_name(self.index.traits["lead"], self.organisation_names)
        if by == "status":
            return buckets.statuses(self.index)
        return buckets.by_last_day(self.index) if by == "term" else []

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

    @cached_property
    def _tree(self) -> Tree:
        return tree(self._connection)

    @cached_property
    def _regions(self) -> Names:
        return names(self._connection, "regions", "short")

    @cached_property
    def _programmes(self) -> Names:
        return names(self._connection, "programmes")

    @cached_property
    def _arrangement(self) -> tuple[str | None, str | None, str | None]:
        """Title, first and last day of the arrangement that the file is of: what others made may
        hold records of more of them."""
        ours = (arrangement_in(self._connection),)
        title, first, last = self._connection.execute(_ARRANGEMENT, ours).fetchone() or (None,) * 3
        return title, first, last

    @cached_property
    def _ended(self) -> str | None:
        """The arrangement's last day, where that lies before today."""
        *_, last = self._arrangement
        return last if last and last < self._today.isoformat() else None

    @cached_property
    def _everything(self) -> int:
        return (1 << len(self.index.order)) - 1

    @cached_property
    def _open(self) -> int:
        return _union(self.index.having("status", status) for status in OPEN_STATUSES)

    @cached_property
    def _with_status(self) -> int:
        return _union(self.index.traits["status"].values())

    @cached_property
    def _declined(self) -> int:
        return self._found("SELECT tail, code FROM agreements WHERE kind = 'declined'")

    def _found(self, query: str, *values: str) -> int:
        """The agreements of which a query gives tail and code."""
        return self.set_of(self._connection.execute(query, values).fetchall())

    @cached_property
    def _with_programme(self) -> int:
        return _union(self.index.traits["programme"].values())

    def _region_name(self, region: str) -> str:
        return self._regions[region][0] if region in self._regions else region


def _union(sets: Iterable[int]) -> int:
    return reduce(or_, sets, 0)
