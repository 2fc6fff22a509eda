"""How fields stood before some acts came, beside as they stand now."""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from storage.merge import Assertion, Outcome, merge_field, voided
from storage.queries.history.previous_values import Place
from storage.tables.arrivals import last
from storage.tables.assertions import load_world
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.tables.void_acts import connected

_MINE = (
    "SELECT n FROM acts WHERE here AND n <= :known"
    " UNION SELECT n FROM acts WHERE by = :me AND NOT erased AND n <= :known"
)
_FROM_MINE = (
    f"SELECT DISTINCT m.record, m.field FROM ({_MINE}) x CROSS JOIN said m ON m.act = x.n"
    " CROSS JOIN said t ON t.record = m.record AND t.field = m.field AND t.act > :known"
)
_FROM_NEW = (
    "SELECT DISTINCT t.record, t.field FROM said t"
    " CROSS JOIN said m ON m.record = t.record AND m.field = t.field AND m.act <= :known"
    " CROSS JOIN acts a ON a.n = m.act AND (a.here OR a.by = :me) WHERE t.act > :known"
)
"""Fields on which something stands that was said here and of which something new is said; by way
of whichever are fewer, what was said here or what is new."""


class StatePair(NamedTuple):
    """A field as it stood before, and as it stands now."""

    before: Outcome
    now: Outcome


class StateBefore:
    """``known`` is the number of the last act that was here before."""

    def __init__(self, connection: Connection, known: int) -> None:
        self._connection = connection
        self._known = known

    @cached_property
    def flipped(self) -> Mapping[str, bool]:
        """The acts of which a new undo, or a new undo of an undo, may have changed whether they
        are void, with whether they were before."""
        query = "SELECT id, target FROM acts CROSS JOIN undone ON act = id WHERE n > ?"
        rows = self._connection.execute(query, (self._known,)).fetchall()
        new = {act for act, _ in rows}
        if not new:
            return {}
        undoes = connected(self._connection, {name for row in rows for name in row})
        before = voided({act: named for act, named in undoes.items() if act not in new})
        reached = {*undoes, *(target for named in undoes.values() for target in named)}
        return {act: act in before for act in reached}

    def of_mine(self, me: str | None) -> set[Place]:
        """Fields on which something may have stood that author ``me``, or this laptop, said, and
        of which something changed."""
        values = {"known": self._known, "me": me}
        count = f"SELECT count(*) FROM ({_MINE})"
        (mine,) = self._connection.execute(count, values).fetchone()
        few = mine <= last(self._connection) - self._known
        rows = self._connection.execute(_FROM_MINE if few else _FROM_NEW, values).fetchall()
        query = "SELECT DISTINCT s.record, s.field FROM acts a JOIN said s ON s.act = a.n"
        rows += select_in(self._connection, f"{query} WHERE a.id IN (…)", self.flipped)
        return {(record, field) for record, field in rows}

    def of(self, places: Collection[Place]) -> dict[Place, StatePair]:
        """These fields before and now."""
        records = {record for record, _ in places}
        before = load_world(self._connection, records, where=f"a.n <= {self._known}")
        now = load_world(self._connection, records)
        return {
            (record, field): StatePair(
                _merged(_as_it_was(before[record].get(field, ()), self.flipped)),
                _merged(now[record].get(field, ())),
            )
            for record, field in places
        }

    def said_anew(self, field: str) -> set[str]:
        """The records of which this field was said just now, or taken back, or taken up again."""
        query = "SELECT DISTINCT record FROM said WHERE act > ? AND field = ?"
        rows = self._connection.execute(query, (self._known, field)).fetchall()
        query = (
            "SELECT DISTINCT s.record FROM acts a JOIN said s ON s.act = a.n"
            " WHERE a.id IN (…) AND s.field = ?"
        )
        rows += select_in(self._connection, query, self.flipped, field)
        return {record for (record,) in rows}


def _merged(said: Collection[Assertion]) -> Outcome:
    return merge_field([*said], lambda _: True)


def _as_it_was(said: Iterable[Assertion], flipped: Mapping[str, bool]) -> list[Assertion]:
    return [one._replace(void=flipped.get(one.act, one.void)) for one in said]
