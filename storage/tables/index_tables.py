"""The tables of the search index as this version has them, made anew whatever is left of them."""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing

from storage.tables.database import Connection
from storage.tables.search_words import make_index_anew

_OURS = """
SELECT type, name, sql FROM sqlite_master
 WHERE sql IS NOT NULL AND (tbl_name IN ('texts', 'words') OR tbl_name GLOB 'texts_*')"""
_TEXTS = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'texts'"
_KEPT_BY_FTS5 = re.compile(r"texts_fts_[a-z]+_(data|idx|docsize|config)")

Part = tuple[str, str, str]
"""A table, index, view or trigger: what it is, its name, and the SQL that makes it."""


def make_tables_anew(connection: Connection) -> None:
    """Make the index and its tables of what stands in the file, within an open transaction. The
    texts stay; where their table is gone, all records are merged again for them."""
    parts, beside = _of_this_version()
    kept = [part for part in parts if _KEPT_BY_FTS5.fullmatch(part[1])]
    whole = connection.execute(_TEXTS).fetchone() is not None
    _put_back(connection, kept, beside)
    _drop(connection, parts)
    made = [part for part in parts if part not in kept and not (whole and _is_of_texts(part))]
    for kind, _, sql in made:
        if kind != "trigger":
            connection.execute(sql)
    if not whole:
        _fill_texts(connection)
    make_index_anew(connection)
    for kind, _, sql in made:
        if kind == "trigger":
            connection.execute(sql)


def _of_this_version() -> tuple[list[Part], dict[str, list[tuple[object, ...]]]]:
    """Every part, in the order in which they are made, and what FTS5 keeps of an empty index, by
    table."""
    from storage.tables.opening import in_memory

    with closing(in_memory()) as made:
        parts = made.execute(_OURS).fetchall()
        names = [name for _, name, _ in parts if _KEPT_BY_FTS5.fullmatch(name)]
        rows = {name: sqlite3.Connection.execute(made, f"SELECT * FROM {name}").fetchall()
                for name in names}  # fmt: skip
        return parts, rows


def _is_of_texts(part: Part) -> bool:
    return part[0] in ("table", "index") and part[1] in ("texts", "idx_texts_record")


def _put_back(
    connection: Connection, kept: Sequence[Part], rows: Mapping[str, list[tuple[object, ...]]]
) -> None:
    """FTS5 lets go of a table only with everything there that it keeps beside it."""
    for _, name, sql in kept:
        connection.execute(sql.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS", 1))
        for row in rows[name]:
            marks = ",".join("?" * len(row))
            connection.execute(f"INSERT OR REPLACE INTO {name} VALUES ({marks})", row)


def _drop(connection: Connection, parts: Sequence[Part]) -> None:
    """Take all away but the texts, what reads others in front."""
    for kind, name, _ in sorted(parts, key=lambda part: part[0] != "trigger"):
        if kind != "index" and name != "texts":
            connection.execute(f"DROP {kind} IF EXISTS {name}")


def _fill_texts(connection: Connection) -> None:
    from storage.tables.projection import merge_stale

    connection.execute("INSERT OR IGNORE INTO stale SELECT DISTINCT record FROM said")
    merge_stale(connection)
