"""Which acts are void, as undos come in."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection

from storage.merge import voided
from storage.tables.chunks import select_in
from storage.tables.database import Connection


def bring_voids_up(
    connection: Connection, first: int, also: Collection[str] = ()
) -> list[tuple[str, str]]:
    """Look again at every act that undos connect with one that came in, from number ``first``
    on, or with one of these; returns the records and fields that this changes."""
    touched: set[str] = {*also}
    if not touched and not connection.execute("SELECT 1 FROM undone LIMIT 1").fetchone():
        return []
    for column in ("act", "target"):
        query = f"SELECT {column} FROM acts CROSS JOIN undone ON {column} = id WHERE n >= {first}"
        touched |= {act for (act,) in connection.execute(query).fetchall()}
    if not touched:
        return []
    undoes = connected(connection, touched)
    void = voided(undoes)
    reached = {*touched, *undoes, *(target for some in undoes.values() for target in some)}
    flipped: list[tuple[int, str]] = []
    query = "SELECT id, void FROM acts WHERE erased < 2 AND id IN (…)"
    for act, was in select_in(connection, query, reached):
        if bool(was) != (act in void):
            flipped.append((int(act in void), act))
    connection.executemany("UPDATE acts SET void = ? WHERE id = ?", flipped)
    query = "SELECT record, field FROM said WHERE act IN (SELECT n FROM acts WHERE id IN (…))"
    rows = select_in(connection, query, [act for _, act in flipped])
    return [(record, field) for record, field in rows]


def connected(connection: sqlite3.Connection, start: Collection[str]) -> dict[str, set[str]]:
    """Every undo that hangs together with these acts, as act → the ids it names."""
    undoes: dict[str, set[str]] = defaultdict(set)
    seen: set[str] = set()
    waiting = set(start)
    while waiting:
        seen |= waiting
        found: set[tuple[str, str]] = set()
        for column in ("act", "target"):
            query = f"SELECT act, target FROM undone WHERE {column} IN (…)"
            found |= {(act, target) for act, target in select_in(connection, query, waiting)}
        for act, target in found:
            undoes[act].add(target)
        waiting = {name for pair in found for name in pair} - seen
    return undoes
