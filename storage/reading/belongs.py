"""What belongs to a record: agreements, people, regions and the like that point at it."""

import sqlite3
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any, Literal

from storage.reading.facts import NAME, called
from storage.reading.lists import Lists
from storage.records.fields import PARTY_ROLES
from storage.views import Filter, Group, Listed, Named, Rows, Target

MOST = 50  # agreements of a region or programme
FEW = 20  # of what comes in several lists

Around = tuple[tuple[tuple[str, int], ...], list[Listed]]

_LIVE = "a.life <> 'deleted' AND a.joined IS NULL"
_AGENDA = f"""
SELECT a.tail FROM items i JOIN agreements a ON a.tail = i.agreement
 WHERE i.meeting = ? AND i.life <> 'deleted' AND {_LIVE} ORDER BY i.position, i.tail"""
_TARGETS = """
SELECT 'targets/' || tail, population, measure, comparator, quantity, unit, per, year, baseline,
       (SELECT name FROM {others} WHERE {others}.tail = targets.{other})
  FROM targets
 WHERE life <> 'deleted' AND joined IS NULL AND {field} = ? ORDER BY year, population, tail"""
_TAKEN_UP = f"""
SELECT DISTINCT a.tail FROM agreements_programmes p JOIN agreements_related r ON r.tail = p.tail
  JOIN agreements here ON here.tail = p.tail AND here.life <> 'deleted' AND here.joined IS NULL
  JOIN agreements a ON a.tail = r.record
 WHERE p.programmes = ? AND r.relation = 'takes_up' AND {_LIVE} ORDER BY a.code, a.tail"""


class Belonging:
    """Looks around one record: how many open agreements it has, as the panes count them, and all
    that belongs to it."""

    def __init__(self, connection: sqlite3.Connection, lists: Lists) -> None:
        self._connection = connection
        self._lists = lists

    def around(self, type_: str, tail: str) -> Around:
        """Nothing that is empty, but for a region's own agreements: that says something."""
        ways: dict[str, Callable[[str], Around]] = {
            "arrangement": self._arrangement,
            "regions": self._region,
            "programmes": self._programme,
            "organisations": self._organisation,
            "people": self._person,
            "meetings": self._meeting,
        }
        counts, found = ways[type_](tail) if type_ in ways else ((), [])
        return counts, [one for one in found if one.total or one.what == "own"]

    def _arrangement(self, tail: str) -> Around:
        totals = self._lists.totals()
        counts = (("open", totals.open), ("standing", totals.standing))
        return counts, [self._records("regions", "regions", "1")]

    def _region(self, tail: str) -> Around:
        groups = self._lists.agreements(Filter(region=tail))
        counts = tuple((via, _total(groups, via)) for via in ("own", "via", "in"))
        own = self._lists.agreements(Filter(region=tail, view="all"))[0]
        inside = {group.key: len(group.rows) for group in groups if group.via == "in"}
        children = "x.tail IN (SELECT tail FROM regions_parents WHERE regions = ?)"
        below = self._records("below", "regions", children, tail)
        counted = [
            one._replace(number=inside.get((one.id or "").partition("/")[2], 0))
            for one in below.rows
            if isinstance(one, Named)
        ]
        above = [
            _listed("via", group.rows, FEW, _region_of(group))
            for group in groups
            if group.via == "via"
        ]
        return counts, [
            self._targets("region", tail, "programme"),
            _listed("own", own.rows, MOST, _region_of(own)),
            *above,
            below._replace(of=_region_of(own), rows=tuple(counted)),
        ]

    def _programme(self, tail: str) -> Around:
        (still_open,) = self._lists.agreements(Filter(programme=tail))
        (whole,) = self._lists.agreements(Filter(programme=tail, view="all"))
        return (("open", len(still_open.rows)),), [
            self._targets("programme", tail, "region"),
            self._counted("work_lead", "lead", tail),
            self._counted("work_executor", "executor", tail),
            self._counted("by_region", "region", tail),
            self._agreements("taken_up", _TAKEN_UP, tail),
            _listed("declined", self._lists.declined(tail), MOST, _NOBODY),
            _listed("agreements", whole.rows, MOST, _NOBODY),
        ]

    def _organisation(self, tail: str) -> Around:
        name = called(self._connection, "organisations", tail)
        members = "x.tail IN (SELECT tail FROM organisations_members WHERE organisations = ?)"
        return (), [
            *(_listed(role, self._lists.in_role(role, tail), FEW, name) for role in PARTY_ROLES),
            self._records("acts_for", "regions", "x.organisation = ?", tail),
            self._records("bodies", "organisations", members, tail),
            self._records("people", "people", "x.organisation = ?", tail),
            self._records("meetings", "meetings", "x.body = ?", tail, order="x.date DESC"),
        ]

    def _person(self, tail: str) -> Around:
        return (), [
            self._records("chairs", "meetings", "x.chair = ?", tail, order="x.date DESC"),
            self._records("minutes", "meetings", "x.secretary = ?", tail, order="x.date DESC"),
        ]

    def _meeting(self, tail: str) -> Around:
        return (), [self._agreements("agenda", _AGENDA, tail)]

    def _agreements(self, what: str, query: str, tail: str) -> Listed:
        """The agreements whose tails a query gives, in its order."""
        tails = [found for (found,) in self._rows(query, tail)]
        return Listed(what, _NOBODY, len(tails), tuple(self._lists.rows.of(tails[:MOST])))

    def _counted(
        self, what: str, trait: Literal["region", "lead", "executor"], programme: str
    ) -> Listed:
        """Where a programme is worked on, or by whom, and in how many agreements."""
        found = self._lists.in_programme(trait, programme)
        type_ = "regions" if trait == "region" else "organisations"
        rows = [called(self._connection, type_, one)._replace(number=n) for one, n in found[:FEW]]
        return Listed(what, _NOBODY, len(found), tuple(rows))

    def _targets(self, field: str, tail: str, other: str) -> Listed:
        query = _TARGETS.format(field=field, other=other, others=f"{other}s")
        rows = tuple(Target(*row) for row in self._rows(query, tail))
        return Listed("targets", _NOBODY, len(rows), rows[:FEW])

    def _records(self, what: str, type_: str, where: str, *values: str, order: str = "2") -> Listed:
        """Records of a type that are in use, by name."""
        chosen = f"FROM [{type_}] x WHERE x.life <> 'deleted' AND x.joined IS NULL AND {where}"
        ((total,),) = self._rows(f"SELECT count(*) {chosen}", *values)
        query = f"SELECT x.tail, {NAME[type_]} {chosen} ORDER BY {order}, x.tail LIMIT {FEW}"
        rows = [Named(f"{type_}/{tail}", name or tail) for tail, name in self._rows(query, *values)]
        return Listed(what, _NOBODY, total, tuple(rows))

    def _rows(self, query: str, *values: str | int) -> list[Any]:
        return self._connection.execute(query, values).fetchall()


_NOBODY = Named(None, "")


def _listed(what: str, rows: Rows, most: int, of: Named) -> Listed:
    return Listed(what, of, len(rows), tuple(islice(rows, most)))


def _region_of(group: Group) -> Named:
    return Named(f"regions/{group.key}", group.name)


def _total(groups: Sequence[Group], via: str) -> int:
    return sum(len(group.rows) for group in groups if group.via == via)
