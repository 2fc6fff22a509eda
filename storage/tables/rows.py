"""Writing and reading the rows of the projection."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping

from storage.progress import ALONE, Progress
from storage.records.fields import FIELDS, tail_of, type_of
from storage.tables.columns import Cell, Rows, columns, part_columns, set_tables
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
    connection: Connection, rows: Mapping[str, Rows], progress: Progress = ALONE
) -> None:
    """Make these the rows of these records."""
    connection.written.add(rows.keys())
    now: dict[str, dict[str, list[Row]]] = defaultdict(dict)
    by_type: dict[str, list[str]] = defaultdict(list)
    for record, of_record in rows.items():
        by_type[type_of(record)].append(record)
        tail = tail_of(record)
        for table, some in of_record.items():
            now[table][record if table in BY_ID else tail] = some
    tables: dict[str, list[str]] = {table: [] for table in BY_ID}
    for type_, records in by_type.items():
        known = _with_rows(connection, type_, records)
        for table in BY_ID:
            tables[table] += known
        if type_ in FIELDS:
            tables |= {table: [*map(tail_of, known)] for table in _tables(type_)}
    for n, (table, known) in enumerate(tables.items(), 1):
        _bring_up(connection, table, known, now[table])
        progress.step(n, len(tables))


def stored_rows(connection: sqlite3.Connection, table: str) -> list[Row]:
    """Every row of a table of the projection."""
    return connection.execute(f"SELECT {_names(table)} FROM [{table}]").fetchall()


def _with_rows(connection: Connection, type_: str, records: Collection[str]) -> list[str]:
    """Which of these records, all of one type, have rows."""
    query = "SELECT DISTINCT record FROM disputed WHERE record IN (…)"
    found = {record for (record,) in select_in(connection, query, records)}
    if type_ in FIELDS:
        query = f"SELECT tail FROM [{type_}] WHERE tail IN (…)"
        tails = select_in(connection, query, [tail_of(record) for record in records])
        found |= {f"{type_}/{tail}" for (tail,) in tails}
    return [record for record in records if record in found]


def _tables(type_: str) -> list[str]:
    return [type_, *set_tables(type_)]


def _bring_up(
    connection: Connection, table: str, known: Collection[str], now: dict[str, list[Row]]
) -> None:
    """Make the rows of a table those of now; only those in ``known`` can have rows already."""
    key = TABLES[table][0]
    before: dict[str, list[Row]] = {name: [] for name in known}
    query = f"SELECT {_names(table)} FROM [{table}] WHERE [{key}] IN (…)"
    for row in select_in(connection, query, known):
        before[row[0]].append(tuple(row))
    new = [row for name, rows in now.items() if name not in before for row in rows]
    gone: list[Row] = []
    changed: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for name, was in before.items():
        rows = now.get(name, [])
        if len(was) == len(rows) == 1:
            pairs = [*zip(TABLES[table], was[0], rows[0], strict=True)]
            differ = {column: cell for column, old, cell in pairs if old != cell}
            changed[tuple(differ)].append((*differ.values(), name))
        else:
            here, there = {*was}, {*rows}
            gone += [row for row in was if row not in there]
            new += [row for row in rows if row not in here]
    everything = f"({_names(table)}) IS ({_marks(table)})"
    connection.executemany(
        f"DELETE FROM [{table}] WHERE [{key}] = ? AND {everything}",
        ((row[0], *row) for row in gone),
    )
    for columns_, values in changed.items():
        if columns_:
            put = ",".join(f"[{column}] = ?" for column in columns_)
            connection.executemany(f"UPDATE [{table}] SET {put} WHERE [{key}] = ?", values)
    connection.executemany(f"INSERT INTO [{table}] ({_names(table)}) VALUES ({_marks(table)})", new)


def _names(table: str) -> str:
    return ",".join(f"[{name}]" for name in TABLES[table])


def _marks(table: str) -> str:
    return ",".join("?" * len(TABLES[table]))
