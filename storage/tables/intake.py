"""Taking acts in: the acts as they came, which of them are void, and what is waited for."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from storage.acts import Act, Stub, decode, encode, fits, read_act
from storage.errors import Refused
from storage.merge import voided, world_of
from storage.progress import ALONE, Progress
from storage.tables.database import Connection
from storage.tables.parts import select_in
from storage.tables.projection import reproject
from storage.tables.world import known_ids


def take_in(
    connection: Connection,
    acts: Iterable[Act],
    stubs: Iterable[Stub],
    arrived: str,
    progress: Progress = ALONE,
) -> list[Act]:
    """Add what is new to the file and bring the tables up to date, within the open transaction.

    ``arrived`` is the time of arrival here. Returns the acts that were new. Raises Refused for a
    stub that does not fit the act it is said to be of.
    """
    by_id = {act.id: act for act in acts}
    left = {stub.id: stub for stub in stubs}
    known = known_ids(connection, {*by_id, *left})
    new_stubs = [stub for name, stub in left.items() if name not in known]
    for stub in new_stubs:
        if stub.id in by_id:
            _check_fit(stub, by_id[stub.id])
    _await_erasure(connection, [stub for name, stub in left.items() if name in known])
    new = [act for name, act in by_id.items() if name not in known and name not in left]
    if not new and not new_stubs:
        return []
    first = _store(connection, new, new_stubs, arrived, progress.part(0, 0.45))
    come: list[Act | Stub] = [*new, *new_stubs]
    void = _bring_voids_up(connection, come)
    fresh = world_of(progress.part(0.45, 0.55).over(new, len(new)), new_stubs, void.now)
    waiting = _waiting_for(connection, {one.id for one in come})
    touched = {*fresh, *waiting, *void.records}
    reproject(connection, fresh, touched, first, progress.part(0.55, 1))
    return new


def _check_fit(stub: Stub, act: Act) -> None:
    if not fits(stub, act):
        raise Refused("stub_does_not_fit", act=stub.id)


def _await_erasure(connection: Connection, stubs: Sequence[Stub]) -> None:
    """A stub of an act whose body is known here waits until a person confirms the erasure."""
    wanted = {stub.id: stub for stub in stubs}
    query = "SELECT id, body FROM acts WHERE NOT erased AND id IN (…)"
    for act, body in select_in(connection, query, wanted):
        _check_fit(wanted[act], read_act(decode(body)))
        pending = encode(wanted[act].as_json()).decode()
        connection.execute("UPDATE acts SET pending = ? WHERE id = ?", (pending, act))


class _Voids:
    """The void acts around those that came in, and the records that this changed."""

    def __init__(self) -> None:
        self.now: set[str] = set()
        self.records: set[str] = set()


def _store(
    connection: Connection,
    acts: Sequence[Act],
    stubs: Sequence[Stub],
    arrived: str,
    progress: Progress,
) -> int:
    """Write the acts themselves; returns the number of the first of them in the file."""
    (last,) = connection.execute("SELECT coalesce(max(n), 0) FROM acts").fetchone()
    n = last
    rows: list[tuple[object, ...]] = []
    said: list[tuple[object, ...]] = []
    for act in progress.part(0, 0.4).over(acts, len(acts)):
        n += 1
        rows.append((n, act.id, act.at, act.by, act.device, act.seq, act.why, act.scope, 0, 0,
                     arrived, act.data.decode()))  # fmt: skip
        said += [
            (record, field, n, encode(value).decode(), json.dumps(parents) if parents else "[]")
            for record, field, value, parents in act.set
        ]
    for stub in stubs:
        n += 1
        rows.append((n, stub.id, "", None, None, None, None, stub.scope, 0, 1, arrived,
                     encode(stub.as_json()).decode()))  # fmt: skip
        said += [
            (record, field, n, "null", json.dumps(parents)) for record, field, parents in stub.set
        ]
    connection.executemany(
        "INSERT INTO acts (n, id, at, by, device, seq, why, scope, void, erased, arrived, body)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        rows,
    )
    saying = progress.part(0.5, 0.9).over(said, len(said))
    connection.executemany("INSERT INTO said VALUES (?,?,?,?,?)", saying)
    both: list[Act | Stub] = [*acts, *stubs]
    undone = [(target, one.id) for one in both for target in one.undo]
    connection.executemany("INSERT INTO undone VALUES (?,?)", undone)
    _store_awaited(connection, acts, stubs)
    return int(last) + 1


def _store_awaited(connection: Connection, acts: Sequence[Act], stubs: Sequence[Stub]) -> None:
    """Remember which records wait for an act that is named but not known."""
    named: dict[str, set[str]] = defaultdict(set)
    for act in acts:
        for record, field, _, parents in act.set:
            for parent in (*parents, *(act.saw if field == "life" else ())):
                named[parent].add(record)
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


def _bring_voids_up(connection: Connection, new: Sequence[Act | Stub]) -> _Voids:
    """Look again at every act that undos connect with one that came in."""
    found = _Voids()
    touched = {one.id for one in new if one.undo}
    rows = select_in(
        connection, "SELECT target FROM undone WHERE target IN (…)", {one.id for one in new}
    )
    touched |= {target for (target,) in rows}
    if not touched:
        return found
    undoes = connected(connection, touched)
    void = voided(undoes)
    reached = {*undoes, *(target for targets in undoes.values() for target in targets)}
    flipped: list[tuple[int, str]] = []
    query = "SELECT id, void FROM acts WHERE id IN (…)"
    for act, was in select_in(connection, query, reached):
        if bool(was) != (act in void):
            flipped.append((int(act in void), act))
    connection.executemany("UPDATE acts SET void = ? WHERE id = ?", flipped)
    query = "SELECT DISTINCT record FROM said WHERE act IN (SELECT n FROM acts WHERE id IN (…))"
    found.records = {r for (r,) in select_in(connection, query, [act for _, act in flipped])}
    found.now = void
    return found


def connected(connection: Connection, start: Collection[str]) -> dict[str, list[str]]:
    """Every undo that hangs together with these acts, as act → the ids it names."""
    undoes: dict[str, list[str]] = defaultdict(list)
    seen: set[str] = set()
    waiting = set(start)
    while waiting:
        seen |= waiting
        found: set[tuple[str, str]] = set()
        for column in ("act", "target"):
            query = f"SELECT act, target FROM undone WHERE {column} IN (…)"
            found |= {(act, target) for act, target in select_in(connection, query, waiting)}
        for act, target in found:
            if target not in undoes[act]:
                undoes[act].append(target)
        waiting = {name for pair in found for name in pair} - seen
    return undoes
