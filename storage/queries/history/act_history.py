"""Acts as the history shows them: who, when, why, from which file, and what changed."""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

from storage.acts import Act
from storage.queries.erasure_requests import asked_to_erase
from storage.queries.history.act_filter import filtered_acts
from storage.queries.history.previous_values import previous_values
from storage.queries.history.undone_places import undone_places
from storage.queries.names import listed_name
from storage.queries.referents import lookup_in, referred_in
from storage.tables.chunks import select_in
from storage.tables.clocks import WHEN
from storage.tables.damage import face
from storage.tables.damaged_cells import reading_back
from storage.tables.stored_values import stored_act
from storage.tables.unverified import doubted
from storage.views.act_row import ActFilter, ActRow
from storage.views.field_change import FieldChange
from storage.views.to_erase import ToErase

Connection = sqlite3.Connection
PAGE = 50  # acts read at a time


@face("_connection")
class History(Sequence[ActRow]):
    """Acts, newest first. It knows its length and their times at once, and reads acts by the page
    when they are asked for: no cursor stays open."""

    def __init__(self, connection: Connection, which: ActFilter, by: str | None) -> None:
        self._connection = connection
        self._keys = filtered_acts(connection, which, by)
        self._read: dict[int, list[ActRow]] = {}

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, index: int) -> ActRow: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[ActRow]: ...
    def __getitem__(self, index: int | slice) -> ActRow | Sequence[ActRow]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        page, place = divmod(index if index >= 0 else len(self) + index, PAGE)
        if page not in self._read:
            if len(self._read) > PAGE:
                self._read.clear()
            numbers = [n for _, n in self._keys[page * PAGE : (page + 1) * PAGE]]
            self._read[page] = acts_by_number(self._connection, numbers)
        return self._read[page][place]

    def __iter__(self) -> Iterator[ActRow]:
        return (self[n] for n in range(len(self)))

    @cached_property
    def times(self) -> list[str]:
        """When each was made, as far as that can be right."""
        return [at for at, _ in self._keys]

    def find(self, act: str) -> int | None:
        """Where the act with this id stands."""
        query = f"SELECT {WHEN}, n FROM acts a WHERE id = ?"
        row = self._connection.execute(query, (act,)).fetchone()
        if row is None:
            return None
        upward = self._keys[::-1]
        place = bisect_left(upward, tuple(row))
        there = place < len(upward) and upward[place] == tuple(row)
        return len(upward) - 1 - place if there else None


def act_row(connection: Connection, chosen: str) -> ActRow:
    """One act that is known here."""
    return acts_by_id(connection, [chosen])[0]


def acts_by_id(connection: Connection, ids: Sequence[str], *, whole: bool = False) -> list[ActRow]:
    """The acts with these ids, as far as they are known here, in this order; ``whole`` tells of
    those that someone asks to erase what they say, too."""
    query = "SELECT id, n FROM acts WHERE NOT erased AND id IN (…)"
    numbers: dict[str, int] = dict(select_in(connection, query, ids))  # type: ignore[arg-type]
    return acts_by_number(connection, [numbers[id_] for id_ in ids if id_ in numbers], whole=whole)


def acts_by_number(
    connection: Connection, numbers: Sequence[int], *, whole: bool = False
) -> list[ActRow]:
    """The acts with these numbers, in this order."""
    marks = ",".join("?" * len(numbers))
    rows = connection.execute(
        f"SELECT n, id, body, void, here, arrived, {WHEN}, (SELECT file FROM arrivals WHERE"
        " first = (SELECT max(first) FROM arrivals WHERE first <= n) AND last >= n)"
        f" FROM acts a WHERE n IN ({marks})",
        list(numbers),
    ).fetchall()
    found = {n: (stored_act(connection, id_, body), *rest) for n, id_, body, *rest in rows}
    with reading_back(connection):  # an index may name what the table has not
        acts = [found[n][0] for n in numbers]
    authors = _names(connection, acts)
    saved = doubted(connection, [act.id for act in acts])
    waiting = asked_to_erase(connection)
    hidden = set[str]() if whole else waiting
    old = previous_values(connection, acts, hidden)
    undone = undone_places(connection, acts)
    records = {said.record for act in acts for said in act.set}
    records |= {record for places in undone.values() for record, _ in places}
    called = {record: listed_name(connection, record) for record in records}

    lookup = lookup_in(connection)

    def changes(act: Act) -> Iterator[FieldChange]:
        for said in act.set:
            was, value, field = old.get((act.id, *said[:2])), said.value, said.field
            if act.id in hidden:
                value, field = ToErase(), field.partition("/")[0]
            names = referred_in(lookup, said.record, field, (was, value))
            title, code = called[said.record]
            yield FieldChange(said.record, title, field, was, value, names, code)

    def took_back(act: Act) -> Iterator[FieldChange]:
        for record, field in undone.get(act.id, ()):
            title, code = called[record]
            yield FieldChange(record, title, field, None, None, code=code)

    return [
        ActRow(
            act.id, act.at, authors.get(act.by), act.device, bool(here), act.is_seed,
            act.seq, None if act.id in hidden else act.why, bool(void), act.undo,
            tuple(changes(act)), arrived, file, when, act.id in waiting, saved.get(act.id),
            tuple(took_back(act)),
        )
        for act, void, here, arrived, when, file in (found[n] for n in numbers)
    ]  # fmt: skip


def _names(connection: Connection, acts: Sequence[Act]) -> dict[str, str | None]:
    query = "SELECT tail, name FROM authors WHERE tail IN (…)"
    return dict(select_in(connection, query, {act.by for act in acts if not act.is_seed}))  # type: ignore[arg-type]
