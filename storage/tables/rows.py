"""Writing and reading the rows of the projection."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection

from storage.merge import Merged
from storage.progress import ALONE, Progress
from storage.records.fields import FIELDS, tail_of, type_of
from storage.tables.columns import Cell, columns, part_columns, rows_of, set_tables
from storage.tables.database import Connection
from storage.tables.parts import select_in

Row = tuple[Cell, ...]

BY_ID = {"disputed": ("record", "field"), "texts": ("record", "type", "code", "title", "body")}
BY_TAIL = {
    table: tuple(names)
    for type_ in FIELDS
    for table, names in [
        (type_, columns(type_)),
        *((name, ["tail", *part_columns(field)]) for name, field in set_tables(type_).items()),
    ]
}
TABLES = BY_ID | BY_TAIL


def write_rows(
    connection: Connection, merged: Collection[Merged], progress: Progress = ALONE
) -> None:
    """Bring the rows of these records up to date."""
    connection.written.add([one.id for one in merged])
    by_type: dict[str, list[Merged]] = defaultdict(list)
    for one in merged:
        by_type[type_of(one.id)].append(one)
    done = 0
    for type_, group in by_type.items():
        part = progress.part(done / len(merged), (done + len(group)) / len(merged))
        done += len(group)
        new: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
        for one in part.part(0, 0.3).over(group, len(group)):
            for table, rows in rows_of(one).items():
                new[table][one.id if table in BY_ID else tail_of(one.id)] = rows
        known = _with_rows(connection, type_, [one.id for one in group])
        tables = [*BY_ID, *(_tables(type_) if type_ in FIELDS else ())]
        for n, table in enumerate(tables):
            keys = known if table in BY_ID else [tail_of(record) for record in known]
            share = part.part(0.3, 1).part(n / len(tables), (n + 1) / len(tables))
            _replace(connection, table, keys, new[table], share)


def stored_rows(connection: sqlite3.Connection, table: str) -> list[Row]:
    """Every row of a table of the projection."""
    return connection.execute(f"SELECT {_names(table)} FROM [{table}]").fetchall()


def _with_rows(connection: Connection, type_: str, records: Collection[str]) -> list[str]:
    """Which of these records, all of one type, have rows."""
    found = {
        record
        for (record,) in select_in(
            connection, "SELECT DISTINCT record FROM disputed WHERE record IN (…)", records
        )
    }
    if type_ in FIELDS:
        query = f"SELECT tail FROM [{type_}] WHERE tail IN (…)"
        tails = select_in(connection, query, [tail_of(record) for record in records])
        found |= {f"{type_}/{tail}" for (tail,) in tails}
    return [record for record in records if record in found]


def _tables(type_: str) -> list[str]:
    return [type_, *set_tables(type_)]


def _replace(
    connection: sqlite3.Connection,
    table: str,
    known: Collection[str],
    new: dict[str, list[Row]],
    progress: Progress,
) -> None:
    key = TABLES[table][0]
    before: dict[str, list[Row]] = defaultdict(list)
    query = f"SELECT {_names(table)} FROM [{table}] WHERE [{key}] IN (…)"
    for row in select_in(connection, query, progress.part(0, 0.4).over(known, len(known))):
        before[str(row[0])].append(tuple(row))
    same = {name for name in known if _alike(before[name], new.get(name, []))}
    connection.executemany(
        f"DELETE FROM [{table}] WHERE [{key}] = ?",
        [(name,) for name in known if name not in same and before[name]],
    )
    rows = [row for name, rows in new.items() if name not in same for row in rows]
    marks = ",".join("?" * len(TABLES[table]))
    connection.executemany(
        f"INSERT INTO [{table}] ({_names(table)}) VALUES ({marks})",
        progress.part(0.4, 1).over(rows, len(rows)),
    )


def _alike(before: list[Row], now: list[Row]) -> bool:
    return sorted(before, key=repr) == sorted(now, key=repr)


def _names(table: str) -> str:
    return ",".join(f"[{name}]" for name in TABLES[table])
