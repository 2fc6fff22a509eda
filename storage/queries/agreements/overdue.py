"""What is overdue: the one rule for every list, page, count and filter (design §2)."""

import sqlite3
from datetime import date
from functools import cached_property

from storage.queries.agreements.agreement_index import tail_of_order_key
from storage.queries.agreements.agreement_sets import AgreementSets, union
from storage.queries.agreements.bitset import BitPlaces
from storage.queries.agreements.term_order import is_last_day
from storage.tables.chunks import select_in

_BY_A_PERSON = """
SELECT DISTINCT s.record FROM said s JOIN acts a ON a.n = s.act
 WHERE s.record IN (…) AND s.field = 'term' AND NOT a.void AND NOT a.erased
   AND NOT (a.by = 'seed' AND a.device = 'seed')"""


class Overdue:
    """Open, to be done once, and its last day lies before ``today``; past the arrangement's last
    day (``ended``) only where a person set the term."""

    def __init__(
        self, connection: sqlite3.Connection, sets: AgreementSets, today: date, *, ended: bool
    ) -> None:
        self._connection = connection
        self._sets = sets
        self._today = today.isoformat()
        self._ended = ended

    def among(self, bits: int) -> int:
        """Those of a set that are overdue; of no others anything is read."""
        late = bits & self._past
        return self._set_by_a_person(late) if self._ended and late else late

    def records(self) -> set[str]:
        """The ids of all that are overdue."""
        return {*self._ids(self.among(self._sets.of_view("open")))}

    @cached_property
    def _past(self) -> int:
        """All that are open with a last day before today."""
        days = self._sets.index.traits["moment"].items()
        past = union(bits for moment, bits in days if is_last_day(moment) and moment < self._today)
        return past & self._sets.of_view("open")

    def _set_by_a_person(self, bits: int) -> int:
        found = self._ids(bits)
        rows = select_in(self._connection, _BY_A_PERSON, found)
        return union(1 << found[record] for (record,) in rows)

    def _ids(self, bits: int) -> dict[str, int]:
        """The ids of a set, each with its place."""
        order = self._sets.index.order
        return {f"agreements/{tail_of_order_key(order[n])}": n for n in BitPlaces(bits)}
