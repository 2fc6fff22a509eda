"""What kinds of values stand in the tables: what was never written there can only be damage."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache

from storage.tables.opening import in_memory
from storage.tables.projected_rows import TABLES

_WRITTEN = {"TEXT": {"text", "null"}, "INTEGER": {"integer", "null"}, "BLOB": {"blob", "null"}}
_MADE = {"text", "integer", "null"}  # in the tables that acts make anew any text or number stands
_NEVER_EMPTY = {
    "acts": {"n", "id", "at", "void", "erased", "arrived", "here", "body"},
    "said": {"record", "field", "act", "value", "parents"},
    "undone": {"target", "act"},
    "awaited": {"act", "record"},
    "meta": {"key", "value"},
}
_OTHERS = ("texts_", "sqlite_", "_sqlite_")
"""How the names begin of tables that SQLite or a library keeps for itself."""


def odd_cells(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """The tables and columns in which something of another kind stands, or nothing where something
    must. What another tool made in the file beside them holds nothing of ours."""
    theirs = {(table, column) for table, column, _ in _columns(connection)}
    for table, column, type_ in _ours():
        if (table, column) not in theirs:
            yield table, column
            continue
        kinds = _MADE if table in TABLES else _WRITTEN[type_]
        if column in _NEVER_EMPTY.get(table, ()):
            kinds = kinds - {"null"}
        listed = ", ".join(f"'{kind}'" for kind in sorted(kinds))
        query = f"SELECT 1 FROM [{table}] WHERE typeof([{column}]) NOT IN ({listed}) LIMIT 1"
        if connection.execute(query).fetchone():
            yield table, column


@cache
def _ours() -> tuple[tuple[str, str, str], ...]:
    """Every table and column of this version, with its type."""
    with closing(in_memory()) as ours:
        return tuple(_columns(ours))


def _columns(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """Every table and column, with its type."""
    query = (
        "SELECT m.name, c.name, c.type FROM sqlite_master m, pragma_table_info(m.name) c"
        " WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL %'"
    )
    for table, column, type_ in connection.execute(query).fetchall():
        if not table.startswith(_OTHERS):
            yield table, column, type_
