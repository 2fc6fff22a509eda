"""Lists that know how long they are, and read rows, by the page, only where someone looks."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate

from storage.queries.agreements.agreement_index import AgreementIndex, tail_of_order_key
from storage.queries.agreements.agreement_rows import AgreementRows
from storage.queries.agreements.bitset import BitPlaces, count_before
from storage.records.ids import tail_of
from storage.views.agreement_list import AgreementRow

PAGE = 64

Sort = Callable[[int], list[int]]


class ListedAgreements:
    """The agreements in a set of places, in the order into which ``sort`` cuts it."""

    def __init__(self, index: AgreementIndex, bits: int, sort: Sort, rows: AgreementRows) -> None:
        self._index = index
        self._bits = bits
        self._sort = sort
        self._rows = rows
        self._cut: list[int] | None = None
        self._ends: list[int] = []
        self._places: dict[int, BitPlaces] = {}
        self._pages: dict[int, list[AgreementRow]] = {}

    def __len__(self) -> int:
        return self._bits.bit_count()

    def __iter__(self) -> Iterator[AgreementRow]:
        return (self[n] for n in range(len(self)))

    def __getitem__(self, index: int) -> AgreementRow:
        page, within = divmod(range(len(self))[index], PAGE)
        if page not in self._pages:
            start = page * PAGE
            tails = [self._tail(n) for n in range(start, min(start + PAGE, len(self)))]
            self._pages[page] = self._rows.of(tails)
        return self._pages[page][within]

    def find(self, record: str) -> int | None:
        """Where the agreement with this id stands, or None where it does not."""
        tail = tail_of(record)
        place = self._index.place(tail, self._rows.code(tail))
        if place is None or not self._bits >> place & 1:
            return None
        start = 0
        for part in self._parts:
            if part >> place & 1:
                return start + count_before(part, place)
            start += part.bit_count()
        return None

    def ids(self) -> Iterator[str]:
        """The ids of all of them, without reading a row."""
        return (f"agreements/{self._tail(n)}" for n in range(len(self)))

    @property
    def _parts(self) -> list[int]:
        if self._cut is None:
            self._cut = [part for part in self._sort(self._bits) if part]
            self._ends = list(accumulate(part.bit_count() for part in self._cut))
        return self._cut

    def _tail(self, n: int) -> str:
        parts = self._parts
        part = bisect_right(self._ends, n)
        if part not in self._places:
            self._places[part] = BitPlaces(parts[part])
        start = self._ends[part - 1] if part else 0
        return tail_of_order_key(self._index.order[self._places[part][n - start]])
