"""What a filter lets through."""

from collections.abc import Iterator

from storage.queries.agreements.agreement_sets import AgreementSets, union
from storage.queries.agreements.list_names import ListNames
from storage.queries.regions import around
from storage.views.agreement_list import Filter, Via


class Selection:
    """The set of agreements that a filter asks for."""

    def __init__(self, sets: AgreementSets, names: ListNames) -> None:
        self._sets = sets
        self._names = names

    def led(self, filter: Filter) -> Filter:
        """A filter by what was joined narrows to the record that stands for it."""
        joined = self._sets.joined
        return filter._replace(
            region=filter.region and joined["regions"].of(filter.region),
            programme=filter.programme and joined["programmes"].of(filter.programme),
            party=filter.party and joined["organisations"].of(filter.party),
        )

    def inside(self, filter: Filter) -> int:
        """What the view shows of the programme, in whatever region."""
        inside = self._sets.of_view(filter.view)
        if filter.programme is not None:
            inside &= self._sets.of_programme(filter.programme)
        return inside

    def shares(self, region: str, inside: int) -> Iterator[tuple[Via, str, int]]:
        """A region's own part of a set, that of each region above, of each below; none twice."""
        above = around(self._names.tree.above, region)
        below = around(self._names.tree.below, region)
        scopes: list[tuple[Via, str]] = [("own", region)]
        scopes += [("via", one) for one in above]
        scopes += [("in", one) for one in below]
        for via, one in scopes:
            here = inside & self._sets.index.having("region", one)
            inside &= ~here
            yield via, one, here

    def applying_to(self, filter: Filter) -> int:
        """What applies to the region: its own, what lies above and what lies in it."""
        if filter.region is None:
            return self._sets.everything
        shares = self.shares(filter.region, self._sets.everything)
        return union(here for _, _, here in shares)
