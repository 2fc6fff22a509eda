"""Who made a field what it is: the acts that came from a moment on, and who wrote them."""

from collections.abc import Collection, Iterable

from storage.merge import Outcome
from storage.queries.history.devices import known_people
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.tables.void_acts import connected
from storage.views.laptops import Person


class Doers:
    """``known`` is the number of the last act that was here before."""

    def __init__(self, connection: Connection, known: int) -> None:
        self._connection = connection
        self._known = known

    def is_from_here(self, act: str | None) -> bool:
        """Whether it was written on this laptop, whoever it says made it."""
        query = "SELECT 1 FROM acts WHERE id = ? AND here"
        return self._connection.execute(query, (act,)).fetchone() is not None

    def of(
        self, record: str, before: Outcome, now: Outcome, flipped: Collection[str]
    ) -> str | None:
        """The act that made a field what it is: the newest new one that stands there, else one that
        took back, or took up again, what stood there, else the last that is about the record."""
        new = self._new(one.act for one in now.counting)
        for one in now.counting:
            if one.act in new:
                return one.act
        heads = {one.act for one in (*before.counting, *now.counting)}
        return self._last_undo(heads & {*flipped}) or self._last_about(record, flipped)

    def _last_undo(self, acts: Collection[str]) -> str | None:
        """The new act by which one of these is void, or is not."""
        undoes = self._new(connected(self._connection, acts)) if acts else {}
        return max(undoes, key=lambda act: undoes[act], default=None)

    def _last_about(self, record: str, flipped: Collection[str]) -> str | None:
        """The new act that said something last of a record or its entries, or took that back."""
        query = (
            "SELECT DISTINCT a.id FROM said s JOIN acts a ON a.n = s.act WHERE s.record = ?1"
            " OR s.record IN (SELECT 'entries/' || tail FROM entries WHERE about = ?1)"
        )
        about = {act for (act,) in self._connection.execute(query, (record,)).fetchall()}
        said = self._new(about)
        newest = max(said, key=lambda act: said[act], default=None)
        act = newest or self._last_undo(about & {*flipped})
        return act or self._last_undo(flipped)  # of an entry that is there no longer

    def _new(self, acts: Iterable[str]) -> dict[str, int]:
        """Which of these came just now, with the numbers that they got."""
        query = f"SELECT id, n FROM acts WHERE n > {self._known} AND id IN (…)"
        return {act: n for act, n in select_in(self._connection, query, {*acts})}  # noqa: C416

    def who(self, act: str | None) -> Person | None:
        row = self._connection.execute("SELECT by FROM acts WHERE id = ?", (act,)).fetchone()
        return known_people(self._connection, {row[0]})[row[0]] if row and row[0] else None
