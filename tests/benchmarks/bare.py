"""The bare side: the same rows into the same tables with the same indexes and journal settings."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

_OURS = ("CREATE TRIGGER", "CREATE VIRTUAL TABLE")

Rows = Mapping[str, Sequence[tuple[object, ...]]]


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that the app writes itself (the search index follows by trigger)."""
    return _rows(path, "SELECT * FROM main.[{}]")


def rows_since(path: Path, before: Path) -> dict[str, list[tuple[object, ...]]]:
    """Those that a copy made before has not."""
    return _rows(path, "SELECT * FROM main.[{0}] EXCEPT SELECT * FROM before.[{0}]", before)


def _rows(
    path: Path, query: str, before: Path | None = None
) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ATTACH ? AS before", (str(before or ":memory:"),))
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not name.startswith(("texts_fts", "sqlite_", "_sqlite"))
        ]
        found = {name: connection.execute(query.format(name)).fetchall() for name in names}
    return {name: rows for name, rows in found.items() if rows}


def empty_like(path: Path, target: Path) -> sqlite3.Connection:
    """A new file with the same tables, indexes and triggers as another."""
    source = sqlite3.connect(path)
    made = sqlite3.connect(target, isolation_level=None)
    made.execute("PRAGMA synchronous = EXTRA")
    for name, sql in source.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"):
        inner = name.startswith("texts_fts_") and not sql.startswith(_OURS)
        if not inner and "sqlite_" not in name and "_sqlite_migrations" not in sql:
            made.execute(sql)
    source.close()
    return made


def insert(connection: sqlite3.Connection, rows: Rows) -> None:
    """All rows in one transaction."""
    _put(connection, rows, lambda _: "")


def put(connection: sqlite3.Connection, rows: Rows) -> None:
    """The same where some of them stand already, and get other values."""

    def instead(table: str) -> str:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info([{table}])")]
        sets = ",".join(f"[{name}] = excluded.[{name}]" for name in columns)
        return f" ON CONFLICT DO UPDATE SET {sets}"

    _put(connection, rows, instead)


def _put(connection: sqlite3.Connection, rows: Rows, end: Callable[[str], str]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for table, values in rows.items():
        marks = ",".join("?" * len(values[0]))
        connection.executemany(f"INSERT INTO [{table}] VALUES ({marks}){end(table)}", values)
    connection.execute("COMMIT")
