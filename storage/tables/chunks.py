"""Queries over more items than one statement takes, asked in parts."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TypeVar

CHUNK = 500
PAGE = 5000
T = TypeVar("T")


def chunks(items: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """The same items in lists that fit in one query."""
    part: list[T] = []
    for item in items:
        part.append(item)
        if len(part) == size:
            yield part
            part = []
    if part:
        yield part


def select_in(
    connection: sqlite3.Connection, query: str, items: Iterable[str | int], *more: str
) -> Iterator[sqlite3.Row]:
    """Rows of a query with one ``IN (…)`` place, asked in parts; ``more`` fills what follows it."""
    for part in chunks(items):
        marks = ",".join("?" * len(part))
        values = [*part, *more]
        yield from connection.execute(query.replace("(…)", f"({marks})"), values).fetchall()


def paged(connection: sqlite3.Connection, query: str) -> Iterator[sqlite3.Row]:
    """All rows of a query over many, a page at a time: its first column is the rowid, and its end a
    condition to which more can be added."""
    last = -1
    while True:
        asked = f"{query} AND rowid > ? ORDER BY rowid LIMIT ?"
        rows = connection.execute(asked, (last, PAGE)).fetchall()
        yield from rows
        if len(rows) < PAGE:
            return
        last = rows[-1][0]
