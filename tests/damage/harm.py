"""Ways in which a file gets damaged: by a disk, a stick that was pulled out, another program."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random

PAGE = 4096
ODD: tuple[object, ...] = (
    None, 0, 1, -1, 2**53, 1.5, b"", b"\x00\xff\xfe", "", " ", "x", "[]", "{}", "null", "[1,2]",
    "\0", '"half', '{"a":', "deleted", "live", "é" * 300, "2014-13-45", "9999-12-31T23:59:59.999Z",
)  # fmt: skip


def bits(path: Path, dice: Random) -> None:
    """A few bits are turned."""
    data = bytearray(path.read_bytes())
    for _ in range(dice.randint(1, 12)):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    path.write_bytes(data)


def heads(path: Path, dice: Random) -> None:
    """Bits are turned where pages say what stands in them."""
    data = bytearray(path.read_bytes())
    for _ in range(dice.randint(1, 20)):
        page = dice.randrange(len(data) // PAGE) * PAGE
        data[page + dice.randrange(120)] ^= 1 << dice.randrange(8)
    path.write_bytes(data)


def runs(path: Path, dice: Random) -> None:
    """Some bytes in a row are others."""
    data = bytearray(path.read_bytes())
    for _ in range(dice.randint(1, 4)):
        length = dice.choice((1, 4, 16, 200, 512))
        start = dice.randrange(len(data))
        data[start : start + length] = dice.choice((bytes(length), dice.randbytes(length)))
    path.write_bytes(data)


def pages(path: Path, dice: Random) -> None:
    """A page is empty, or another one stands in its place."""
    data = bytearray(path.read_bytes())
    count = len(data) // PAGE
    for _ in range(dice.randint(1, 3)):
        to, source = (dice.randrange(1, count) * PAGE for _ in range(2))
        data[to : to + PAGE] = dice.choice((bytes(PAGE), data[source : source + PAGE]))
    path.write_bytes(data)


def cut(path: Path, dice: Random) -> None:
    """The end is gone."""
    data = path.read_bytes()
    path.write_bytes(data[: dice.randrange(len(data))])


def cells(path: Path, dice: Random) -> None:
    """Someone wrote something else in a few cells."""
    with closing(sqlite3.connect(path)) as connection:
        for _ in range(dice.randint(1, 4)):
            table, column = dice.choice([*_cells(connection)])
            where = _some(connection, table, dice)
            value = dice.choice(ODD)
            if dice.random() < 0.3:
                other = _some(connection, table, dice)
                (value,) = connection.execute(
                    f"SELECT [{column}] FROM [{table}] {other} LIMIT 1"
                ).fetchone() or (None,)
            with suppress(sqlite3.IntegrityError):  # a number that must be one
                query = f"UPDATE OR IGNORE [{table}] SET [{column}] = ? {where}"
                connection.execute(query, (value,))
        connection.commit()


def halves(path: Path, dice: Random) -> None:
    """Texts in a few cells are cut short, or a letter in them is another."""
    with closing(sqlite3.connect(path)) as connection:
        for _ in range(dice.randint(1, 3)):
            table, column = dice.choice([*_cells(connection)])
            how = dice.choice(
                (
                    f"substr([{column}], 1, length([{column}]) / 2)",
                    f"substr([{column}], 2)",
                    f"replace([{column}], '\"', '')",
                    f"replace([{column}], 'e', 'E')",
                    f"[{column}] || '}}'",
                    f"CAST([{column}] AS BLOB)",
                )
            )
            where = _some(connection, table, dice)
            with suppress(sqlite3.IntegrityError):
                connection.execute(f"UPDATE OR IGNORE [{table}] SET [{column}] = {how} {where}")
        connection.commit()


def rows(path: Path, dice: Random) -> None:
    """Rows are gone."""
    with closing(sqlite3.connect(path)) as connection:
        for _ in range(dice.randint(1, 3)):
            table, _ = dice.choice([*_cells(connection)])
            connection.execute(f"DELETE FROM [{table}] {_some(connection, table, dice)}")
        connection.commit()


def tables(path: Path, dice: Random) -> None:
    """A table or an index is gone."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(
            "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'index')"
            " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'texts_fts_%'"
        ).fetchall()
        kind, name = dice.choice(found)
        connection.execute(f"DROP {kind} [{name}]")
        connection.commit()


Harm = Callable[[Path, Random], None]
HARMS: tuple[Harm, ...] = (bits, heads, heads, runs, pages, cut, cells, cells, halves, rows, tables)


def _cells(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Every table and column but those of the search index."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'texts_fts_%' AND name NOT LIKE '_sqlite%'"
    ).fetchall()
    for (name,) in names:
        for row in connection.execute(f"PRAGMA table_info([{name}])").fetchall():
            yield name, row[1]


def _some(connection: sqlite3.Connection, table: str, dice: Random) -> str:
    """One row, a few, or all."""
    (count,) = connection.execute(f"SELECT count(*) FROM [{table}]").fetchone()
    few = dice.choice((1, 1, 3, count))
    start = dice.randrange(max(count, 1))
    return f"WHERE rowid IN (SELECT rowid FROM [{table}] ORDER BY rowid LIMIT {few} OFFSET {start})"
