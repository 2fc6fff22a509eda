"""What belongs to a record: agreements, people, regions and the like that point at it."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, Literal

from storage.queries.agreements.pane_lists import Lists
from storage.queries.field_facts import NAME, record_called
from storage.queries.joins import STANDS, joins
from storage.queries.pages.involvement import declined, in_programme, in_role
from storage.queries.pages.party_actions import actions
from storage.queries.pages.place_progress import by_programme, by_region, of_place
from storage.records.fields import PARTY_ROLES
from storage.tables.chunks import select_in
from storage.views.agreement_list import Filter, Group, GroupRows
from storage.views.page_elements import ListedPart, NamedCount, TargetRow

MOST = 50  # agreements of a region or programme
FEW = 20  # of what comes in several lists
WHOLE = 10**9

Around = tuple[tuple[tuple[str, int], ...], list[ListedPart]]

_IN = "IN (SELECT value FROM json_each(?))"
_AGENDA = f"""
SELECT agreement FROM items
 WHERE life <> 'deleted' AND {STANDS} AND meeting {_IN} ORDER BY position, tail"""
_ALIVE = "SELECT tail, code FROM agreements WHERE life <> 'deleted' AND tail IN (…)"
_TARGETS = f"""
SELECT 'targets/' || tail, population, measure, comparator, quantity, unit, per, year, baseline,
       {{other}}
  FROM targets
 WHERE life <> 'deleted' AND {STANDS} AND {{field}} {_IN} ORDER BY year, population, tail"""
_TAKEN_UP = f"""
SELECT r.record, here.tail FROM agreements_programmes p JOIN agreements_related r ON r.tail = p.tail
  JOIN agreements here ON here.tail = p.tail AND here.life <> 'deleted'
 WHERE r.relation = 'takes_up' AND p.programmes {_IN}"""


class Belonging:
    """Looks around one record: how many open agreements it has, as the panes count them, and all
    that belongs to it."""

    def __init__(self, connection: sqlite3.Connection, lists: Lists, *, whole: bool) -> None:
        self._connection = connection
        self._lists = lists
        self._most, self._few = (WHOLE, WHOLE) if whole else (MOST, FEW)

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
        applying = self._lists.applying(Filter(region=tail)) or (0, 0, 0)
        counts = tuple(zip(("own", "via", "in"), applying, strict=True))
        own = self._lists.agreements(Filter(region=tail, view="all"))[0]
        inside = {group.key: len(group.rows) for group in groups if group.via == "in"}
        children = f"tail IN (SELECT tail FROM regions_parents WHERE regions {_IN})"
        below = self._records("below", "regions", children, self._asked("regions", tail))
        counted = [
            one._replace(number=inside.get((one.id or "").partition("/")[2], 0))
            for one in below.rows
            if isinstance(one, NamedCount)
        ]
        above = [
            _listed("via", group.rows, self._few, _region_of(group))
            for group in groups
            if group.via == "via"
        ]
        return counts, [
            by_programme(self._connection, self._lists, tail),
            self._targets("region", tail, "programme"),
            _listed("own", own.rows, self._most, _region_of(own)),
            *above,
            below._replace(of=_region_of(own), rows=tuple(counted)),
        ]

    def _programme(self, tail: str) -> Around:
        (whole,) = self._lists.agreements(Filter(programme=tail, view="all"))
        return self._open("programmes", tail), [
            self._targets("programme", tail, "region"),
            self._counted("work_lead", "lead", tail),
            self._counted("work_executor", "executor", tail),
            by_region(self._connection, self._lists, tail),
            self._taken_up(tail),
            _listed("declined", declined(self._connection, self._lists, tail), self._most, _NOBODY),
            _listed("agreements", whole.rows, self._most, _NOBODY),
        ]

    def _organisation(self, tail: str) -> Around:
        name = record_called(self._connection, "organisations", tail)
        members = f"tail IN (SELECT tail FROM organisations_members WHERE organisations {_IN})"
        asked = self._asked("organisations", tail)
        return self._open("organisations", tail), [
            self._actions(tail, name),
            *self._in_roles(tail, name),
            self._records("acts_for", "regions", f"organisation {_IN}", asked),
            self._records("bodies", "organisations", members, asked),
            self._records("people", "people", f"organisation {_IN}", asked),
            self._records("meetings", "meetings", f"body {_IN}", asked, order="date DESC"),
        ]

    def _actions(self, tail: str, name: NamedCount) -> ListedPart:
        """What an organisation is to do and has not done yet, what is due first in front."""
        found = actions(self._connection, self._lists, tail)
        left = [one for one in found if not one.entry.done]
        return ListedPart("actions", name, len(left), tuple(left[: self._few]))

    def _open(self, type_: str, tail: str) -> tuple[tuple[str, int], ...]:
        """Its own that are open, as the panes count them."""
        mine = of_place(self._lists, type_, tail) or 0
        return (("open", (mine & self._lists.sets.counted).bit_count()),)

    def _in_roles(self, tail: str, name: NamedCount) -> Iterator[ListedPart]:
        """What an organisation does in agreements; what it wishes apart from what it asks."""
        for role in PARTY_ROLES:
            wished = False if role == "requester" else None
            found = in_role(self._lists, role, tail, wished=wished)
            yield _listed(role, found, self._few, name)
            if role == "requester":
                yield _listed(
                    "wish", in_role(self._lists, role, tail, wished=True), self._few, name
                )

    def _person(self, tail: str) -> Around:
        asked = self._asked("people", tail)
        return (), [
            self._records("chairs", "meetings", f"chair {_IN}", asked, order="date DESC"),
            self._records("minutes", "meetings", f"secretary {_IN}", asked, order="date DESC"),
        ]

    def _meeting(self, tail: str) -> Around:
        said = self._rows(_AGENDA, self._free("items"), self._asked("meetings", tail))
        return (), [self._agreements("agenda", [one for (one,) in said if one])]

    def _taken_up(self, programme: str) -> ListedPart:
        """The wishes and offers that agreements of a programme take up, by code."""
        joined = self._lists.sets.joined["agreements"]
        said = self._rows(_TAKEN_UP, self._asked("programmes", programme))
        return self._agreements(
            "taken_up", [other for other, here in said if here not in joined.by], coded=True
        )

    def _agreements(self, what: str, said: Sequence[str], *, coded: bool = False) -> ListedPart:
        """The agreements that stand for these, each once: in their order, or by code."""
        ends = self._lists.sets.joined["agreements"].each(said)
        codes = {tail: code or "" for tail, code in select_in(self._connection, _ALIVE, ends)}
        tails = [one for one in ends if one in codes]
        if coded:
            tails.sort(key=lambda one: (codes[one], one))
        return ListedPart(
            what, _NOBODY, len(tails), tuple(self._lists.rows.of(tails[: self._most]))
        )

    def _counted(
        self, what: str, trait: Literal["region", "lead", "executor"], programme: str
    ) -> ListedPart:
        """Where a programme is worked on, or by whom, and in how many agreements."""
        found = in_programme(self._lists.sets, trait, programme)
        type_ = "regions" if trait == "region" else "organisations"
        rows = [
            record_called(self._connection, type_, one)._replace(number=n)
            for one, n in found[: self._few]
        ]
        return ListedPart(what, _NOBODY, len(found), tuple(rows))

    def _targets(self, field: str, tail: str, other: str) -> ListedPart:
        query = _TARGETS.format(field=field, other=other)
        found = self._rows(query, self._free("targets"), self._asked(f"{field}s", tail))
        joined = joins(self._connection, f"{other}s")
        rows = tuple(
            TargetRow(*said[:-1])._replace(other=self._name(f"{other}s", joined.of(said[-1] or "")))
            for said in found
        )
        return ListedPart("targets", _NOBODY, len(rows), rows[: self._few])

    def _records(
        self, what: str, type_: str, where: str, *values: str, order: str = "2"
    ) -> ListedPart:
        """Records of a type that are in use, by name."""
        chosen = f"FROM [{type_}] WHERE life <> 'deleted' AND {STANDS} AND {where}"
        asked = (self._free(type_), *values)
        ((total,),) = self._rows(f"SELECT count(*) {chosen}", *asked)
        query = f"SELECT tail, {NAME[type_]} {chosen} ORDER BY {order}, tail LIMIT {self._few}"
        rows = [
            NamedCount(f"{type_}/{tail}", name or tail) for tail, name in self._rows(query, *asked)
        ]
        return ListedPart(what, _NOBODY, total, tuple(rows))

    def _name(self, type_: str, tail: str) -> str | None:
        """What a record is called; nothing where it is not in this file."""
        found = record_called(self._connection, type_, tail)
        return found.name if found.id else None

    def _asked(self, type_: str, tail: str) -> str:
        """The record and those that it stands for, for a query."""
        return joins(self._connection, type_).asked(tail)

    def _free(self, type_: str) -> str:
        return joins(self._connection, type_).free

    def _rows(self, query: str, *values: str | int) -> list[Any]:
        return self._connection.execute(query, values).fetchall()


_NOBODY = NamedCount(None, "")


def _listed(what: str, rows: GroupRows, most: int, of: NamedCount) -> ListedPart:
    return ListedPart(what, of, len(rows), tuple(islice(rows, most)))


def _region_of(group: Group) -> NamedCount:
    return NamedCount(f"regions/{group.key}", group.name)
