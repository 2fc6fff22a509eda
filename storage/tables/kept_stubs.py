"""Stubs that are here, and which of them count (contract §2, rule 10; `merge.remains` says it of
sets). All that came are kept: what counts can change with what a person decides.

    acts.erased   0 the body is here   1 the stub in the row counts   2 nothing does: not known
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable

from storage.acts import Act, NotAnAct, Stub, decode, encode, make_stub, read_stub
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.tables.stored_values import stored_stub

BODY, STUB, NOTHING = 0, 1, 2
"""What of an act counts, as ``acts.erased`` has it."""

EMPTIED = "held a piece of what was erased"
"""Why something that is set apart has no bytes any more."""


def keep_stubs(connection: Connection, stubs: Iterable[Stub]) -> set[str]:
    """Keep the stubs among these that came for the first time; returns whose they are."""
    texts = {(stub.id, stub_text(stub)) for stub in stubs}
    query = "SELECT act, body FROM stubs WHERE act IN (…)"
    new = texts - {*select_in(connection, query, {act for act, _ in texts})}
    connection.executemany("INSERT INTO stubs (act, body, made) VALUES (?, ?, 0)", sorted(new))
    return {act for act, _ in new}


def drop_invalid(connection: Connection) -> None:
    """Let go of what older versions took in and that is no stub."""
    for n, body in connection.execute("SELECT n, body FROM stubs WHERE NOT made").fetchall():
        try:
            read_stub(decode(body))
        except NotAnAct:
            connection.execute("DELETE FROM stubs WHERE n = ?", (n,))


def leave(connection: Connection, act: Act) -> bool:
    """Keep the stub of an act of which the body was here: a fact that no file can claim. Returns
    whether it is new here."""
    stub = make_stub(act)
    new = keep_stubs(connection, [stub])
    row = (act.id, stub_text(stub))
    connection.execute("UPDATE stubs SET made = 1 WHERE act = ? AND body = ?", row)
    return bool(new)


def stub_text(stub: Stub) -> str:
    return encode(stub.as_json()).decode()


def erases(connection: Connection, acts: Iterable[Act]) -> set[str]:
    """Remember what these acts erase; returns that."""
    pairs = [(target, act.id) for act in acts for target in act.erase]
    connection.executemany("INSERT OR IGNORE INTO erasing (target, act) VALUES (?, ?)", pairs)
    return {target for target, _ in pairs}


def erased_by(connection: sqlite3.Connection, act: str) -> set[str]:
    """What an act erases that is, or was, here."""
    rows = connection.execute("SELECT target FROM erasing WHERE act = ?", (act,)).fetchall()
    return {target for (target,) in rows}


def erased_here(connection: sqlite3.Connection, acts: Collection[str]) -> set[str]:
    """Which of these a person confirmed here to be erased."""
    query = (
        "SELECT e.target FROM erasing e JOIN decided d ON d.act = e.act AND d.confirmed"
        " WHERE e.target IN (…)"
    )
    return {act for (act,) in select_in(connection, query, acts)}


def brings_nothing_new(connection: sqlite3.Connection, acts: Collection[str]) -> set[str]:
    """Of which of these the body is here, or went and is to stay away."""
    query = (
        f"SELECT id FROM acts WHERE (erased = {BODY} OR erased = {STUB}"
        " AND EXISTS (SELECT 1 FROM stubs s WHERE s.act = id AND s.made)"
        " AND EXISTS (SELECT 1 FROM erasing e JOIN decided d ON d.act = e.act AND d.confirmed"
        " WHERE e.target = id)) AND id IN (…)"
    )
    return {act for (act,) in select_in(connection, query, acts)}


def counting(connection: sqlite3.Connection, acts: Collection[str]) -> dict[str, Stub]:
    """The stubs that count of these, none of which has a body here."""
    made: dict[str, str] = {}
    came: dict[str, set[str]] = defaultdict(set)
    query = "SELECT act, body, made FROM stubs WHERE act IN (…)"
    for act, body, is_made in select_in(connection, query, acts):
        if is_made:
            made[act] = body
        else:
            came[act].add(body)
    query = (
        "SELECT e.target FROM erasing e JOIN acts a ON a.id = e.act"
        " LEFT JOIN decided d ON d.act = e.act"
        " WHERE coalesce(d.confirmed, NOT a.erased) AND e.target IN (…)"
    )
    erased = {act for (act,) in select_in(connection, query, came)}
    single = {act: min(bodies) for act, bodies in came.items() if len(bodies) == 1}
    found = {act: body for act, body in single.items() if act in erased} | made
    return {act: stored_stub(connection, act, body) for act, body in found.items()}
