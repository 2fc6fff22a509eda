"""Proof that the file is what it says: intact, ids are bytes, tables are what the acts make.

What was set apart is named too: it came, and nothing shows it."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from storage.acts import NotAnAct, Stub, decode, encode, read_act, read_stub
from storage.acts.act import Act, check_time
from storage.errors import Refused
from storage.merge import project, void_among
from storage.tables import kept_stubs
from storage.tables.cells import odd_cells
from storage.tables.index_health import wrong_parts
from storage.tables.kept_parts import read_parts
from storage.tables.merged_rows import rows_by_table
from storage.tables.projected_rows import TABLES, Row, stored_rows
from storage.tables.searched_texts import reason_row
from storage.views.problem import Problem

Connection = sqlite3.Connection

_COLUMNS = ("at", "by", "device", "seq", "why", "scope")
"""What stands beside the body of an act and says the same, by which queries choose."""


def check_integrity(connection: Connection) -> list[Problem]:
    """Everything that is wrong; nothing when all is well. Reads only."""
    return [*faults(connection), *_apart(connection)]


def faults(connection: Connection) -> list[Problem]:
    """The same without what was set apart: the file is none the worse for that."""
    found = [
        Problem("damaged", "", None, "", {"value": line})
        for (line,) in connection.execute("PRAGMA integrity_check").fetchall()
        if line != "ok"
    ]
    found += [_differs(table, [column]) for table, column in odd_cells(connection)]
    if found:
        return found
    acts, stubs, bad = _read(connection)
    return [
        *bad,
        *_voids(connection, acts, stubs),
        *_beside(connection, acts, stubs),
        *_named(connection, acts, stubs),
        *_said(connection, acts, stubs),
        *_erased(connection, acts, stubs),
        *_tables(connection, acts, stubs),
        *([] if read_parts(connection) is not None else [_differs("kept_index", [])]),
    ]


def _read(connection: Connection) -> tuple[list[Act], list[Stub], list[Problem]]:
    acts, stubs, bad = [], [], []
    query = "SELECT id, erased, body FROM acts WHERE erased < 2 ORDER BY n"
    rows = connection.execute(query).fetchall()
    for id_, erased, body in rows:
        try:
            if erased:
                stub = read_stub(decode(body))
                stubs.append(stub)
                if stub.id != id_:
                    bad.append(Problem("id_is_not_bytes", "", None, id_, {"value": stub.id}))
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


def _beside(connection: Connection, acts: list[Act], stubs: list[Stub]) -> Iterator[Problem]:
    """The columns beside the bodies: what acts say of themselves, and when they arrived, one after
    the other."""
    bodies = {act.id: act for act in acts}
    left = {stub.id: stub for stub in stubs}
    before = ""
    rows = connection.execute(
        f"SELECT id, {', '.join(_COLUMNS)}, arrived, erased, here FROM acts ORDER BY n"
    ).fetchall()
    for id_, *told, arrived, erased, here in rows:
        act, stub = bodies.get(id_), left.get(id_)
        expected = [getattr(act, name) for name in _COLUMNS] if act else told
        if erased:
            device, seq = told[2:4] if here else (None, None)  # no other is to get that number
            expected = ["", None, device, seq, None, stub.scope if stub else None]
        pairs = zip(_COLUMNS, told, expected, strict=True)
        wrong = [name for name, here, there in pairs if here != there]
        wrong += ["arrived"] if arrived < before or not _is_time(arrived) else []
        before = max(before, arrived)
        if wrong:
            yield Problem("column_differs", "", None, id_, {"value": ", ".join(wrong)})


def _is_time(text: str) -> bool:
    try:
        check_time(text)
    except NotAnAct:
        return False
    return True


def _named(connection: Connection, acts: list[Act], stubs: list[Stub]) -> Iterator[Problem]:
    """Which acts are undone, and which are waited for by which records."""
    both: list[Act | Stub] = [*acts, *stubs]
    known = {one.id for one in both}
    undone = {(target, one.id) for one in both for target in one.undo}
    stored = {*connection.execute("SELECT target, act FROM undone").fetchall()}
    if stored != undone:
        yield _differs("undone", (act for _, act in stored ^ undone))
    named = {(parent, said.record) for act in acts for said in act.set for parent in said.parents}
    named |= {(one, said.record) for act in acts for said in act.set if said.field == "life"
              for one in act.saw}  # fmt: skip
    named |= {(parent, record) for stub in stubs for record, _, on in stub.set for parent in on}
    stored = {*connection.execute("SELECT act, record FROM awaited").fetchall()}
    # what an act that was erased since saw may still be waited for
    wrong = {pair for pair in named - stored if pair[0] not in known}
    wrong |= {pair for pair in stored if pair[0] in known}
    if wrong:
        yield _differs("awaited", (record for _, record in wrong))


def _erased(connection: Connection, acts: list[Act], stubs: list[Stub]) -> Iterator[Problem]:
    """Which acts erase which, and which stubs count; no body is here that was erased."""
    bodies = {act.id for act in acts}
    stored = {*connection.execute("SELECT target, act FROM erasing").fetchall()}
    named = {(target, act.id) for act in acts for target in act.erase}
    went = {stub.id for stub in stubs}  # of those it stays known what they erased
    wrong = {act for _, act in stored ^ named if act not in went}
    if wrong:
        yield _differs("erasing", wrong)
    query = "SELECT act FROM stubs UNION SELECT id FROM acts WHERE erased"
    there = {act for (act,) in connection.execute(query).fetchall()} - bodies
    try:
        counting = kept_stubs.counting(connection, there)
    except Refused:
        yield _differs("stubs", ())
        return
    different = {act for act, _ in counting.items() ^ {stub.id: stub for stub in stubs}.items()}
    different |= kept_stubs.erased_here(connection, bodies)
    if different:
        yield _differs("stubs", different)


def _said(connection: Connection, acts: list[Act], stubs: list[Stub]) -> list[Problem]:
    """The index of what is said, by act: it must be what the bodies say."""
    expected = {
        (act.id, said.record, said.field, encode(said.value).decode(), _written(said.parents))
        for act in acts
        for said in act.set
    }
    expected |= {
        (one.id, record, field, "null", _written(on))
        for one in stubs
        for record, field, on in one.set
    }
    rows = connection.execute(
        "SELECT a.id, s.record, s.field, s.value, s.parents FROM said s"
        " LEFT JOIN acts a ON a.n = s.act"
    ).fetchall()
    differing = {row[1] for row in expected ^ {*rows}}
    return [Problem("said_differs", record, None, record, {}) for record in sorted(differing)]


def _written(parents: Sequence[str]) -> str:
    return json.dumps(parents)


def _tables(connection: Connection, acts: list[Act], stubs: list[Stub]) -> list[Problem]:
    """The projection, kept up act by act, beside one made of all acts at once."""
    expected: dict[str, list[Row]] = defaultdict(list)
    for merged in project(acts, left=stubs).values():
        for table, rows in rows_by_table(merged).items():
            expected[table] += rows
    expected["texts"] += [reason_row(act.id, act.why) for act in acts if act.why]
    found = []
    for table in TABLES:
        stored = sorted(stored_rows(connection, table), key=repr)
        if stored != sorted(expected[table], key=repr):
            found.append(_differs(table, (row[0] for row in {*stored} ^ {*expected[table]})))
    return [*found, *(_differs(*part) for part in wrong_parts(connection))]


def _differs(table: str, where: Iterable[object]) -> Problem:
    told = ", ".join(sorted({str(one) for one in where})[:5])
    return Problem("table_differs", "", None, table, {"value": told})


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
