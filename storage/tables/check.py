"""Proof that the file is what it says: intact, ids are bytes, tables are what the acts make.

What was set apart is named too: it came, and nothing shows it."""

import json
import sqlite3
from collections import defaultdict

from storage.acts import NotAnAct, Stub, decode, encode, read_act, read_stub
from storage.acts.act import Act
from storage.merge import project, void_among
from storage.tables.columns import rows_of
from storage.tables.rows import TABLES, Row, stored_rows
from storage.views import Problem

Connection = sqlite3.Connection


def check(connection: Connection) -> list[Problem]:
    """Everything that is wrong; nothing when all is well. Reads only."""
    found = [
        Problem("damaged", "", None, "", {"value": line})
        for (line,) in connection.execute("PRAGMA integrity_check").fetchall()
        if line != "ok"
    ]
    if found:
        return found
    acts, stubs, bad = _read(connection)
    return [
        *bad,
        *_voids(connection, acts, stubs),
        *_said(connection, acts, stubs),
        *_tables(connection, acts, stubs),
        *_apart(connection),
    ]


def _read(connection: Connection) -> tuple[list[Act], list[Stub], list[Problem]]:
    acts, stubs, bad = [], [], []
    rows = connection.execute("SELECT id, erased, body FROM acts ORDER BY n").fetchall()
    for id_, erased, body in rows:
        try:
            if erased:
                stubs.append(read_stub(decode(body)))
                continue
            act = read_act(decode(body))
            if act.id != id_ or act.data.decode() != body:
                bad.append(Problem("id_is_not_bytes", "", None, id_, {"value": act.id}))
            acts.append(act)
        except NotAnAct as error:
            bad.append(Problem("not_an_act", "", None, id_, {"value": str(error)}))
    return acts, stubs, bad


def _voids(connection: Connection, acts: list[Act], stubs: list[Stub]) -> list[Problem]:
    void = void_among(acts, stubs)
    stored = {id_ for (id_,) in connection.execute("SELECT id FROM acts WHERE void").fetchall()}
    known = {act.id for act in acts} | {stub.id for stub in stubs}
    return [
        Problem("void_differs", "", None, id_, {"value": id_})
        for id_ in sorted(stored ^ (void & known))
    ]


def _said(connection: Connection, acts: list[Act], stubs: list[Stub]) -> list[Problem]:
    """The index of what is said, by act: it must be what the bodies say."""
    expected = {
        (act.id, said.record, said.field, encode(said.value).decode(), said.parents)
        for act in acts
        for said in act.set
    }
    expected |= {(s.id, record, field, "null", on) for s in stubs for record, field, on in s.set}
    rows = connection.execute(
        "SELECT a.id, s.record, s.field, s.value, s.parents FROM said s"
        " LEFT JOIN acts a ON a.n = s.act"
    ).fetchall()
    stored = {(*row, tuple(json.loads(parents))) for *row, parents in rows}
    differing = {str(row[1]) for row in expected ^ stored}
    return [Problem("said_differs", record, None, record, {}) for record in sorted(differing)]


def _tables(connection: Connection, acts: list[Act], stubs: list[Stub]) -> list[Problem]:
    """The projection, kept up act by act, beside one made of all acts at once."""
    expected: dict[str, list[Row]] = defaultdict(list)
    for merged in project(acts, stubs).values():
        for table, rows in rows_of(merged).items():
            expected[table] += rows
    found = []
    for table in TABLES:
        stored = sorted(stored_rows(connection, table), key=repr)
        if stored != sorted(expected[table], key=repr):
            differing = {str(row[0]) for row in set(stored) ^ set(expected[table])}
            told = ", ".join(sorted(differing)[:5])
            found.append(Problem("table_differs", "", None, table, {"value": told}))
    return found


def _apart(connection: Connection) -> list[Problem]:
    """What came in files and is kept aside; it is in no table but the one that keeps it."""
    query = (
        "SELECT min(n), file, line, reason FROM quarantine"
        " GROUP BY CASE WHEN act IS NULL THEN n END, file, line, reason, arrived ORDER BY 1"
    )
    rows = connection.execute(query).fetchall()
    return [
        Problem("set_apart", "", None, file, {"n": n, "file": file, "line": line, "reason": why})
        for n, file, line, why in rows
    ]
