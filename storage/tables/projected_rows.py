"""Writing and reading the rows of the projection."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from storage.progress import ALONE, Progress
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from storage.tables.chunks import select_in
from storage.tables.columns import Cell, Rows, columns, part_columns, set_tables
from storage.tables.database import Connection
from storage.tables.search_words import count_words
from storage.tables.searched_texts import TEXTS

Row = tuple[Cell, ...]

BY_ID = {"disputed": ("record", "field"), "texts": TEXTS}
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
) -> set[str]:
    """Make these the rows of these records. Returns those that had a row and have none now: they
    left ``records``."""
    _note(connection, rows)
    now: dict[str, dict[str, list[Row]]] = defaultdict(dict)
    by_type: dict[str, list[str]] = defaultdict(list)
    for record, of_record in rows.items():
        by_type[type_of(record)].append(record)
        tail = tail_of(record)
        for table, some in of_record.items():
            now[table][record if table in BY_ID else tail] = some
    tables: dict[str, list[str]] = {table: [] for table in BY_ID}
    left: set[str] = set()
    for type_, records in by_type.items():
        known = _with_rows(connection, type_, records)
        for table in BY_ID:
            tables[table] += known
        if type_ in FIELDS:
            tables |= {table: [*map(tail_of, known)] for table in _tables(type_)}
            left |= {record for record in known if not now[type_].get(tail_of(record))}
    for n, (table, known) in enumerate(tables.items(), 1):
        _bring_up(connection, table, TABLES[table], known, now[table])
        progress.step(n, len(tables))
    return left


def write_fields(
    connection: Connection, shown: Mapping[str, list[str]], rows: Mapping[str, Rows]
) -> None:
    """Make these the rows of records that have rows, as far as the columns in ``shown`` go."""
    _note(connection, rows)
    for table, names in shown.items():
        places = [TABLES[table].index(name) for name in names]
        now = {
            record if table in BY_ID else tail_of(record): [
                tuple(row[place] for place in places) for row in of_record[table]
            ]
            for record, of_record in rows.items()
            if table in of_record
        }
        known = rows.keys() if table in BY_ID else [*map(tail_of, rows)]
        _bring_up(connection, table, names, known, now)


def _note(connection: Connection, records: Collection[str]) -> None:
    """Remember which records are written: for what is in memory of them, and for the kept index."""
    connection.written.add(records)
    tails = ((tail_of(record),) for record in records if type_of(record) == "agreements")
    connection.executemany("INSERT OR IGNORE INTO relisted VALUES (?)", tails)


def stored_rows(connection: sqlite3.Connection, table: str) -> list[Row]:
    """Every row of a table of the projection."""
    return connection.execute(f"SELECT {_names(TABLES[table])} FROM [{table}]").fetchall()


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
    connection: Connection,
    table: str,
    columns_: Sequence[str],
    known: Collection[str],
    now: Mapping[str, list[Row]],
) -> None:
    """Make the rows of a table those of now, as far as these columns of it go; only those in
    ``known`` can have rows already."""
    key, names, marks = columns_[0], _names(columns_), ",".join("?" * len(columns_))
    before: dict[str, list[Row]] = {name: [] for name in known}
    query = f"SELECT {names} FROM [{table}] WHERE [{key}] IN (…)"
    for row in select_in(connection, query, known):
        before[row[0]].append(tuple(row))
    new = [row for name, rows in now.items() if name not in before for row in rows]
    gone: list[Row] = []
    changed: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for name, was in before.items():
        rows = now.get(name, [])
        if len(was) == len(rows) == 1:
            pairs = [*zip(columns_, was[0], rows[0], strict=True)]
            differ = {column: cell for column, old, cell in pairs if old != cell}
            changed[tuple(differ)].append((*differ.values(), name))
        else:
            old, fresh = {*was}, {*rows}
            gone += [row for row in was if row not in fresh]
            new += [row for row in rows if row not in old]
    everything = f"({names}) IS ({marks})"
    connection.executemany(
        f"DELETE FROM [{table}] WHERE [{key}] = ? AND {everything}",
        ((row[0], *row) for row in gone),
    )
    for differing, values in changed.items():
        if differing:
            put = ",".join(f"[{column}] = ?" for column in differing)
            connection.executemany(f"UPDATE [{table}] SET {put} WHERE [{key}] = ?", values)
    connection.executemany(f"INSERT INTO [{table}] ({names}) VALUES ({marks})", new)
    if table == "texts":
        here, there = ({row for some in part.values() for row in some} for part in (before, now))
        count_words(connection, here - there, there - here)


def _names(names: Sequence[str]) -> str:
    return ",".join(f"[{name}]" for name in names)
