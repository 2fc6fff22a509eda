"""The rows of acts: what each says and undoes, under the number that it got here."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from storage.acts import Act, Stub, written
from storage.progress import Progress
from storage.tables import kept_stubs
from storage.tables.awaited import store_awaited
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.tables.kept_stubs import BODY, NOTHING, STUB
from storage.tables.search_words import add_reasons, drop_reasons


class ActRows:
    """Writes them within an open transaction, and remembers what that touches: in ``again`` the
    fields of records that are to be merged again, in ``void_again`` the acts that may be void, or
    not, since a stub stands for another one.

    ``arrived`` is the time of arrival by the clock here; ``here`` are acts that are written here.
    """

    def __init__(self, connection: Connection, arrived: str, *, here: bool) -> None:
        self._connection = connection
        self._here = int(here)
        query = "SELECT n, arrived FROM acts ORDER BY n DESC LIMIT 1"
        last, before = connection.execute(query).fetchone() or (0, "")
        self.arrived = max(arrived, before)  # never before an earlier one (contract §2, rule 9)
        self.first = last + 1
        """The number of the first act that comes."""
        self.last = last
        self.again: dict[str, set[str]] = defaultdict(set)
        self.void_again: set[str] = set()

    @property
    def any_new(self) -> bool:
        """Whether an act came."""
        return self.last >= self.first

    def merge_whole(self, records: Iterable[str]) -> None:
        """Merge these again, not only a few fields: their life may be another."""
        for record in records:
            self.again[record].add("life")

    def store(self, acts: Sequence[Act], progress: Progress) -> None:
        """Write the acts themselves, and what each says of which field."""
        rows: list[tuple[object, ...]] = []
        said: list[tuple[object, ...]] = []
        n = self.last
        for act in progress.part(0, 0.4).over(acts, len(acts)):
            n += 1
            rows.append((n, act.id, act.at, act.by, act.device, act.seq, act.why, act.scope, 0,
                         BODY, self.arrived, act.data.decode(), self._here))  # fmt: skip
            said += [
                (record, field, n, written(value), json.dumps(on) if on else "[]")
                for record, field, value, on in act.set
            ]
        self.last = n
        self._connection.executemany(
            "INSERT INTO acts (n, id, at, by, device, seq, why, scope, void, erased, arrived,"
            " body, here) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
            rows,
        )
        saying = progress.part(0.5, 0.9).over(said, len(said))
        self._connection.executemany("INSERT INTO said VALUES (?,?,?,?,?)", saying)
        undone = [(target, one.id) for one in acts for target in one.undo]
        self._connection.executemany("INSERT INTO undone VALUES (?,?)", undone)
        store_awaited(self._connection, acts, ())
        add_reasons(self._connection, [(act.id, act.why) for act in acts if act.why])

    def reserve(self, acts: Collection[str]) -> None:
        """A place for each of these acts, of which no body is here."""
        rows = [(n, act, self.arrived) for n, act in enumerate(sorted(acts), self.last + 1)]
        self.last += len(rows)
        self._connection.executemany(
            "INSERT INTO acts (n, id, at, void, erased, arrived, body)"
            f" VALUES (?, ?, '', 0, {NOTHING}, ?, '')",
            rows,
        )

    def make_room(self, acts: Collection[str]) -> list[tuple[str, int, int]]:
        """Take away the rows of these acts: their bodies come now, and arrive with a number of
        their own. Returns with each the number it had, and whether it was written here."""
        query = f"SELECT id, n, here FROM acts WHERE erased <> {BODY} AND id IN (…)"
        found = [(act, n, here) for act, n, here in select_in(self._connection, query, acts)]
        for act, n, _ in found:
            self._unsay(act, n)
            self._connection.execute("DELETE FROM acts WHERE n = ?", (n,))
        return found

    def move(self, places: Iterable[tuple[str, int, int]]) -> None:
        """Segments hold these acts under their new numbers; one that was written here still is."""
        for act, n, here in places:
            query = "UPDATE acts SET here = ? WHERE id = ? RETURNING n"
            (new,) = self._connection.execute(query, (here, act)).fetchone()
            self._connection.execute("UPDATE segment_acts SET act = ? WHERE act = ?", (new, n))

    def become(self, n: int, act: str, stub: Stub | None) -> None:
        """Let this stub stand for an act, or nothing. That it was written here stays known, and
        under which number: no other is to get that."""
        self._unsay(act, n)
        drop_reasons(self._connection, [act])
        self._connection.execute(
            "UPDATE acts SET at = '', moment = NULL, by = NULL, why = NULL, void = 0,"
            " device = CASE WHEN here THEN device END, seq = CASE WHEN here THEN seq END,"
            " scope = ?, erased = ?, body = ? WHERE n = ?",
            (stub.scope, STUB, kept_stubs.stub_text(stub), n) if stub else (None, NOTHING, "", n),
        )
        if stub is None:
            return
        said = [(record, field, n, "null", json.dumps(on)) for record, field, on in stub.set]
        self._connection.executemany("INSERT INTO said VALUES (?,?,?,?,?)", said)
        undone = [(target, act) for target in stub.undo]
        self._connection.executemany("INSERT INTO undone VALUES (?,?)", undone)
        store_awaited(self._connection, (), [stub])
        self.merge_whole(record for record, _, _ in stub.set)
        self.void_again |= {act, *stub.undo}

    def _unsay(self, act: str, n: int) -> None:
        """Take away what was said, and undone, by what stood for an act."""
        query = "DELETE FROM said WHERE act = ? RETURNING record"
        self.merge_whole(record for (record,) in self._connection.execute(query, (n,)).fetchall())
        query = "DELETE FROM undone WHERE act = ? RETURNING target"
        rows = self._connection.execute(query, (act,)).fetchall()
        self.void_again |= {act, *(target for (target,) in rows)}
