"""By what a list is grouped and sorted: the values in their order, each with the places it has."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from storage.queries.agreements.agreement_index import AgreementIndex
from storage.queries.agreements.term_order import half_year, rank
from storage.queries.names import Names
from storage.records.fields import STATUSES


class Bucket(NamedTuple):
    """A value, what its record is called, and the set of places that have it."""

    key: str
    name: str
    bits: int


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


def sorted_into(buckets: Iterable[Bucket], bits: int) -> list[int]:
    """A set in the order of these values, each place in the first that it has; the others last."""
    found = []
    for bucket in buckets:
        found.append(bits & bucket.bits)
        bits &= ~bucket.bits
    return [*found, bits]
