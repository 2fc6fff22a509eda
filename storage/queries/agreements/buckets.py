"""By what a list is grouped and sorted: the values in their order, each with the places it has."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from storage.queries.agreements.agreement_index import AgreementIndex
from storage.queries.agreements.agreement_sets import AgreementSets
from storage.queries.agreements.list_names import ListNames
from storage.queries.agreements.term_order import half_year, rank
from storage.queries.names import Names
from storage.records.fields import STATUSES
from storage.views.agreement_list import Order


class Bucket(NamedTuple):
    """A value, what its record is called, and the set of places that have it."""

    key: str
    name: str
    bits: int


class Buckets:
    """The values of whatever agreements are grouped and sorted by, each cut once."""

    def __init__(self, sets: AgreementSets, names: ListNames) -> None:
        self._sets = sets
        self._names = names
        self._cut: dict[Order, list[Bucket]] = {}

    def of(self, by: Order, *, coarse: bool = False) -> list[Bucket]:
        """The values of what groups (``coarse``) or sorts; by number there are none."""
        if by == "term" and coarse:
            return half_years(self._sets.index)
        if by not in self._cut:
            self._cut[by] = self._values(by)
        return self._cut[by]

    def _values(self, by: Order) -> list[Bucket]:
        if by == "region":
            order = (region for region, _ in self._names.tree.order)
            return regions(self._sets.index, order, self._names.regions)
        if by == "programme":
            return by_name(self._sets.index.traits["programme"], self._names.programmes)
        if by == "lead":
            return by_name(self._sets.index.traits["lead"], self._names.organisations)
        if by == "status":
            return statuses(self._sets.index)
        return by_last_day(self._sets.index) if by == "term" else []

    def sort(self, by: Order, bits: int) -> list[int]:
        """A set in the order of these values, each place in the first that it has; others last."""
        found = []
        for bucket in self.of(by):
            found.append(bits & bucket.bits)
            bits &= ~bucket.bits
        return [*found, bits]


def by_name(bits: Mapping[str, int], names: Names) -> list[Bucket]:
    """By name; what is only known by its tail comes by that."""
    found = [Bucket(key, names.get(key, (key,))[0], part) for key, part in bits.items()]
    return sorted(found, key=lambda one: (one.name.casefold(), one.key))


def regions(index: AgreementIndex, tree: Iterable[str], names: Names) -> list[Bucket]:
    """In the order of the tree, then the regions outside it."""
    found = {one.key: one for one in by_name(index.traits["region"], names)}
    ranked = [found.pop(region) for region in dict.fromkeys(tree) if region in found]
    return [*ranked, *found.values()]


def statuses(index: AgreementIndex) -> list[Bucket]:
    """In the order in which an agreement passes them; a newer version's own come after."""
    bits = index.traits["status"]
    known = [status for status in STATUSES if status in bits]
    return [
        Bucket(status, "", bits[status]) for status in (*known, *sorted(bits.keys() - {*known}))
    ]


def by_last_day(index: AgreementIndex) -> list[Bucket]:
    """The earliest last day first, then what has none."""
    bits = index.traits["moment"]
    return [Bucket(moment, "", bits[moment]) for moment in sorted(bits, key=rank)]


def half_years(index: AgreementIndex) -> list[Bucket]:
    """The same, with the dates of half a year together."""
    found: dict[str, int] = {}
    for moment, _, bits in by_last_day(index):
        found[half_year(moment)] = found.get(half_year(moment), 0) | bits
    return [Bucket(key, "", bits) for key, bits in found.items()]
