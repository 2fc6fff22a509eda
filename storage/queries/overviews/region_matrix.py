"""Regions against programmes: what each region itself has of each programme.

Only the cells that someone looks at are counted, from the sets that the lists are cut from: so
the numbers are those of the panes, and a thousand programmes are as quick as ten.
"""

import json
import sqlite3
from collections.abc import Mapping
from functools import cached_property

from storage.queries.agreements.agreement_index import tail_of_order_key
from storage.queries.agreements.bitset import bits_of
from storage.queries.agreements.pane_lists import Lists
from storage.queries.agreements.progress_counts import progress
from storage.records.fields import KINDS
from storage.tables.damage import face
from storage.views.agreement_list import ALL_OPEN, GroupRows
from storage.views.crosstabs import Cell, Region
from storage.views.progress_count import ProgressCount

MOST = 500  # cells of which the highest is looked up; of more the highest of a region will do
_SHORTS = "SELECT tail, short FROM regions"
_KINDS = """
SELECT kind, json_group_array(tail) FROM agreements WHERE life <> 'deleted'
   AND kind IS NOT NULL GROUP BY kind"""


@face("_connection")
class Matrix:
    """A look at the file as it was when this was asked for.

    ``regions`` are those of the tree, each once; ``programmes`` have their open agreements, most
    first, and the one with tail "" is "without a programme". Where a region is None, all
    agreements of the programme are meant, also those of no region.
    """

    def __init__(self, connection: sqlite3.Connection, lists: Lists) -> None:
        self._connection = connection
        self._lists = lists
        self._sets = lists.sets
        shorts = dict(connection.execute(_SHORTS).fetchall())
        found = {place.tail: place for place in lists.regions(ALL_OPEN)}
        self.regions = [
            Region(tail, place.name, shorts.get(tail) or "", place.count)
            for tail, place in found.items()
        ]
        self.programmes = lists.programmes(ALL_OPEN)
        self.total = lists.sets.counted.bit_count()
        """All that are open, each once."""
        self.highest = max(
            (self.cell(place.tail, one.tail).open for place in self.programmes
             for one in self.regions), default=0,
        ) if len(self.programmes) * len(self.regions) <= MOST else max(
            (one.number for one in self.regions), default=0,
        )  # fmt: skip

    def cell(self, programme: str, region: str | None) -> Cell:
        """What the region itself has of the programme, in numbers."""
        here = self._here(programme, region)
        rest = here & ~self._sets.counted
        repeats = rest & self._repeats
        declined = rest & ~repeats & self._kinds.get("declined", 0)
        return Cell(
            (here & self._sets.counted).bit_count(),
            declined.bit_count(),
            (rest & ~repeats & ~declined).bit_count(),
            repeats.bit_count(),
        )

    def far(self, programme: str, region: str | None) -> ProgressCount:
        """How far it is."""
        return progress(self._connection, self._sets, self._here(programme, region))

    def kinds(self, programme: str, region: str | None) -> tuple[tuple[str, int], ...]:
        """The kinds of what is there, open or not, each with its count; repeats count nowhere."""
        here = self._here(programme, region) & ~self._repeats
        known = [kind for kind in KINDS if kind in self._kinds]
        counts = [
            (kind, (here & self._kinds[kind]).bit_count())
            for kind in (*known, *sorted(self._kinds.keys() - {*known}))
        ]
        return tuple((kind, count) for kind, count in counts if count)

    def agreements(self, programme: str, region: str | None) -> GroupRows:
        """Everything that is there, what is open first."""
        return self._lists.listed(self._here(programme, region), first=self._sets.counted)

    def _here(self, programme: str, region: str | None) -> int:
        here = self._sets.alive & self._sets.of_programme(programme)
        if region is None:
            return here
        end = self._sets.joined["regions"].of(region)
        return here & self._sets.index.having("region", end)

    @property
    def _repeats(self) -> int:
        return self._sets.index.having("repeats", "yes")

    @cached_property
    def _kinds(self) -> Mapping[str, int]:
        """Of each kind the set of places; no list needs it, so the index does without."""
        order = self._sets.index.order
        places = {tail_of_order_key(key): place for place, key in enumerate(order)}
        return {
            kind: bits_of((places[one] for one in json.loads(tails) if one in places), len(order))
            for kind, tails in self._connection.execute(_KINDS).fetchall()
        }
