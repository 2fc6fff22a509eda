"""Taking acts in: the acts as they came, which of them are void, and what is waited for."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from storage.acts import Act, Stub, encode, fits, written
from storage.errors import Refused
from storage.merge import said_once, world_of
from storage.progress import ALONE, Progress
from storage.tables.by_field import merge_fields
from storage.tables.database import Connection
from storage.tables.parts import select_in
from storage.tables.projection import merge_anew, merge_new, write_once
from storage.tables.stored import stored_act
from storage.tables.voids import bring_voids_up
from storage.tables.world import known_ids

WAITING = 10_000  # records that are to be merged again, at most: their names stay in memory


def take_in(
    connection: Connection,
    acts: Iterable[Act],
    stubs: Iterable[Stub],
    arrived: str,
    progress: Progress = ALONE,
    *,
    here: bool = False,
) -> list[Act]:
    """Add what is new to the file and bring the tables up to date, within the open transaction.

    ``arrived`` is the time of arrival here; ``here`` are acts that are written in this file.
    Returns the acts that were new. Raises Refused for a stub that does not fit the act it is said
    to be of.
    """
    intake = Intake(connection, arrived, here=here)
    new = intake.add(acts, stubs, progress.part(0, 0.7))
    intake.finish(progress.part(0.7, 1))
    return new


class Intake:
    """Acts that come in by the batch, within one open transaction.

    Of a batch only the names of some records stay in memory. The tables are right again after
    ``finish``; whoever does not get there rolls the transaction back.
    """

    def __init__(self, connection: Connection, arrived: str, *, here: bool = False) -> None:
        """``arrived`` is the time of arrival by the clock here; ``here`` are acts written here."""
        self._connection = connection
        self._here = int(here)
        query = "SELECT n, arrived FROM acts ORDER BY n DESC LIMIT 1"
        last, before = connection.execute(query).fetchone() or (0, "")
        self._arrived = max(arrived, before)  # never before an earlier one (contract §2, rule 9)
        self._first = last + 1
        self._last = last
        self._stubs: dict[str, Stub] = {}
        self._left: set[str] = set()
        # fields of records that are to be merged again, from all that is said of them here
        self._again: dict[str, set[str]] = defaultdict(set)

    def add(
        self, acts: Iterable[Act], stubs: Iterable[Stub] = (), progress: Progress = ALONE
    ) -> list[Act]:
        """Store what is new of these, and return the acts among it.

        Raises Refused for a stub that does not fit the act it is said to be of.
        """
        by_id = {act.id: act for act in acts}
        left = {stub.id: stub for stub in stubs}
        known = known_ids(self._connection, {*by_id, *left})
        new_stubs = {name: stub for name, stub in left.items() if name not in known}
        self._stubs |= new_stubs
        for name in by_id.keys() & self._stubs.keys():
            _check_fit(self._stubs[name], by_id[name])
        self._leave_bodies(stub for name, stub in left.items() if name in known)
        new = [act for name, act in by_id.items() if name not in known and name not in left]
        if new or new_stubs:
            self._take(new, [*new_stubs.values()], progress)
        return new

    def finish(self, progress: Progress = ALONE) -> set[str]:
        """Say which acts are void, and bring the rows of every record up to date. Returns the
        records that stood here before and stand in ``records`` no longer."""
        if self._last >= self._first:
            for record, field in bring_voids_up(self._connection, self._first):
                self._again[record].add(field)
            self._merge(progress)
        query = f"SELECT DISTINCT record FROM said WHERE act < {self._first} AND record IN (…)"
        return {record for (record,) in select_in(self._connection, query, self._left)}

    def _take(self, acts: Sequence[Act], stubs: Sequence[Stub], progress: Progress) -> None:
        """Store these. Records that are new with them get their rows at once; what a later batch
        says of them too, or whether an act is void, changes those again."""
        both: list[Act | Stub] = [*acts, *stubs]
        records = {said[0] for one in both for said in one.set}
        query = "SELECT DISTINCT record FROM said WHERE record IN (…)"
        rows = select_in(self._connection, query, records if self._last else ())
        standing = {record for (record,) in rows}
        self._store(acts, stubs, progress.part(0, 0.5))
        come = [one.id for one in both]
        for one in both if standing else ():
            for record, field, *_ in one.set:
                if record in standing:
                    self._again[record].add(field)
        self._merge_whole(_waiting_for(self._connection, come))
        once = said_once(acts) if not stubs else {}
        for record in standing & once.keys():
            del once[record]
        rest = world_of(acts, stubs, (), without=standing | once.keys())
        write_once(self._connection, once, progress.part(0.5, 0.8))
        merge_new(self._connection, rest, progress.part(0.8, 1))
        if len(self._again) > WAITING:
            self._merge()

    def _merge(self, progress: Progress = ALONE) -> None:
        whole = merge_fields(self._connection, self._again, progress.part(0, 0.5))
        left = merge_anew(self._connection, whole, progress.part(0.5, 1))
        self._left = (self._left - whole) | left
        self._again.clear()

    def _merge_whole(self, records: Iterable[str]) -> None:
        """Merge these again, not only a few fields: their life may be another."""
        for record in records:
            self._again[record].add("life")

    def _leave_bodies(self, stubs: Iterable[Stub]) -> None:
        """A stub of an act whose body is known here waits until a person confirms the erasure;
        where the body came with it, it stays away at once."""
        wanted = {stub.id: stub for stub in stubs}
        query = "SELECT n, id, body FROM acts WHERE NOT erased AND id IN (…)"
        for n, act, body in select_in(self._connection, query, wanted):
            _check_fit(wanted[act], stored_act(self._connection, act, body))
            left = encode(wanted[act].as_json()).decode()
            if n < self._first:
                self._connection.execute("UPDATE acts SET pending = ? WHERE n = ?", (left, n))
                continue
            self._connection.execute(
                "UPDATE acts SET at = '', by = NULL, device = NULL, seq = NULL, why = NULL,"
                " erased = 1, body = ? WHERE n = ?",
                (left, n),
            )
            self._connection.execute("UPDATE said SET value = 'null' WHERE act = ?", (n,))
            self._merge_whole(record for record, _, _ in wanted[act].set)

    def _store(self, acts: Sequence[Act], stubs: Sequence[Stub], progress: Progress) -> None:
        """Write the acts themselves, and what each says of which field."""
        rows: list[tuple[object, ...]] = []
        said: list[tuple[object, ...]] = []
        n = self._last
        for act in progress.part(0, 0.4).over(acts, len(acts)):
            n += 1
            rows.append((n, act.id, act.at, act.by, act.device, act.seq, act.why, act.scope, 0, 0,
                         self._arrived, act.data.decode(), self._here))  # fmt: skip
            said += [
                (record, field, n, written(value), json.dumps(on) if on else "[]")
                for record, field, value, on in act.set
            ]
        for stub in stubs:
            n += 1
            rows.append((n, stub.id, "", None, None, None, None, stub.scope, 0, 1, self._arrived,
                         encode(stub.as_json()).decode(), 0))  # fmt: skip
            said += [(record, field, n, "null", json.dumps(on)) for record, field, on in stub.set]
        self._last = n
        self._connection.executemany(
            "INSERT INTO acts (n, id, at, by, device, seq, why, scope, void, erased, arrived,"
            " body, here) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
            rows,
        )
        saying = progress.part(0.5, 0.9).over(said, len(said))
        self._connection.executemany("INSERT INTO said VALUES (?,?,?,?,?)", saying)
        both: list[Act | Stub] = [*acts, *stubs]
        undone = [(target, one.id) for one in both for target in one.undo]
        self._connection.executemany("INSERT INTO undone VALUES (?,?)", undone)
        _store_awaited(self._connection, acts, stubs)


def _check_fit(stub: Stub, act: Act) -> None:
    if not fits(stub, act):
        raise Refused("stub_does_not_fit", act=stub.id)


def _store_awaited(connection: Connection, acts: Sequence[Act], stubs: Sequence[Stub]) -> None:
    """Remember which records wait for an act that is named but not known."""
    named: dict[str, set[str]] = defaultdict(set)
    for act in acts:
        for record, field, _, parents in act.set:
            for parent in parents:
                named[parent].add(record)
            for seen in act.saw if field == "life" else ():
                named[seen].add(record)
    for stub in stubs:
        for record, _, parents in stub.set:
            for parent in parents:
                named[parent].add(record)
    known = known_ids(connection, named.keys())
    connection.executemany(
        "INSERT OR IGNORE INTO awaited VALUES (?,?)",
        [(act, record) for act in named.keys() - known for record in named[act]],
    )


def _waiting_for(connection: Connection, acts: Collection[str]) -> set[str]:
    """The records that waited for these acts; they wait no longer."""
    if not connection.execute("SELECT 1 FROM awaited LIMIT 1").fetchone():
        return set()
    query = "SELECT record FROM awaited WHERE act IN (…)"
    found = {record for (record,) in select_in(connection, query, acts)}
    connection.executemany("DELETE FROM awaited WHERE act = ?", [(act,) for act in acts])
    return found
