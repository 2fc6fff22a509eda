"""A connection with the SQLite file, and every way in which that can go wrong, as a sentence."""

import os
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path, PurePath
from typing import Any, Self
from urllib.parse import quote

from storage.errors import Refused
from storage.progress import Stopped

APPLICATION_ID = 0x41525247  # "ARRG"
PATIENCE_MS = 5000
"""How long to wait for a file that another program holds."""
FEW = 100  # records of which what is in memory is brought up to date one by one
_MOVED = 1032  # SQLITE_READONLY_DBMOVED: another file, or none, stands where this one was opened
_KINDS = frozenset((str, int, type(None)))
BESIDE = ("-journal", "-wal", "-shm")  # what SQLite keeps beside a file, by the end of its name


class Cursor(sqlite3.Cursor):
    """Says what goes wrong with the file, here and while rows are read, as a refusal."""

    connection: "Connection"

    def execute(self, *args: Any) -> Self:
        with explained(self.connection.path):
            return super().execute(*args)

    def executemany(self, *args: Any) -> Self:
        with explained(self.connection.path):
            return super().executemany(*args)

    def fetchone(self) -> Any:
        with explained(self.connection.path):
            row = super().fetchone()
        self._check(row or ())
        return row

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        with explained(self.connection.path):
            rows = super().fetchmany(size)
        self._check(chain.from_iterable(rows))
        return rows

    def fetchall(self) -> list[Any]:
        with explained(self.connection.path):
            rows = super().fetchall()
        self._check(chain.from_iterable(rows))
        return rows

    def _check(self, cells: Iterable[object]) -> None:
        """Nothing but texts and whole numbers was ever written, besides the bytes set apart."""
        if not _KINDS.issuperset(map(type, cells)) and self.description[-1][:1] != ("data",):
            raise Refused("damaged", path=self.connection.path)


class Connection(sqlite3.Connection):
    """A connection on which every statement, at any time, works or raises Refused."""

    path: Path
    written: "WrittenRecords"
    taken_back = 0
    """Rows that were changed in transactions which were taken back."""
    damage_met = False
    """Whether the last write was taken back because something in the file is damaged."""
    keep: "Callable[[Connection], None] | None" = None
    """What each write does last, in its transaction."""
    in_wal = False  # whether another program switched the file to WAL, and keeps it so

    def execute(self, *args: Any) -> Cursor:
        return self.cursor(Cursor).execute(*args)

    def executemany(self, *args: Any) -> Cursor:
        return self.cursor(Cursor).executemany(*args)


class WrittenRecords:
    """The records of which rows were written, for whoever keeps something of them in memory."""

    def __init__(self) -> None:
        self._records: set[str] = set()
        self._many = False

    def add(self, records: Collection[str]) -> None:
        """Remember these records; of very many only that they are."""
        self._many = self._many or len(self._records) + len(records) > FEW
        self._records = set() if self._many else self._records | {*records}

    def take(self) -> set[str] | None:
        """The records since the last time, or None where there are too many to name."""
        found = None if self._many else self._records
        self._records, self._many = set(), False
        return found


def copy_in_memory(source: Connection) -> Connection:
    """The whole of a file, for a while and in memory only; any thread may use it."""
    connection = sqlite3.connect(
        ":memory:", isolation_level=None, check_same_thread=False, factory=Connection
    )
    connection.path = source.path
    connection.written = WrittenRecords()
    source.backup(connection)
    return connection


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what it needs to take a write back that a crash cut short."""
    return path.with_name(f"{path.name}-journal")


class explained:  # noqa: N801 - it reads as a word, and is quicker than a generator
    """Turn what SQLite says of a file into a refusal that a person can read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, sqlite3.OperationalError) and is_cut_off(error):
            raise Stopped from error
        if isinstance(error, sqlite3.DatabaseError):
            raise Refused(_reason(error), path=self._path) from error
        if isinstance(error, UnicodeDecodeError):  # of what SQLite says, or finds
            raise Refused("damaged", path=self._path) from error


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """One write, whole or not at all. Raises Refused for a locked, full or read-only file.

    A write has the whole patience, also where reads have less.
    """
    (of_reads,) = connection.execute("PRAGMA busy_timeout").fetchone()
    wait_at_most(connection, PATIENCE_MS)
    before = connection.total_changes
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        if connection.keep is not None:
            connection.keep(connection)
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:  # a full disk has rolled back already
            connection.execute("ROLLBACK")
        connection.damage_met = isinstance(error, Refused) and error.key == "damaged"
        connection.taken_back += connection.total_changes - before
        raise
    finally:
        wait_at_most(connection, of_reads)


def wait_at_most(connection: sqlite3.Connection, ms: int) -> None:
    """How long statements on a connection wait for a file that another program holds."""
    connection.execute(f"PRAGMA busy_timeout = {ms}")


def raw_connection(path: Path) -> Connection:
    connection = sqlite3.connect(
        f"{uri_of(path.absolute())}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        factory=Connection,
    )
    connection.path = path
    connection.written = WrittenRecords()
    wait_at_most(connection, PATIENCE_MS)
    connection.execute("PRAGMA synchronous = EXTRA")
    return connection


def uri_of(path: PurePath) -> str:
    """A path as SQLite takes it in a URI: every character of it as it is.

    ``as_uri`` names a Windows share as the authority (``file://server/…``), which SQLite refuses.
    """
    return f"file:{quote(os.fsencode(path), safe='')}"


def is_cut_off(error: sqlite3.OperationalError) -> bool:
    """Whether a statement ended because someone let it end (``Connection.interrupt``)."""
    return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT


def _reason(error: sqlite3.DatabaseError) -> str:
    code = getattr(error, "sqlite_errorcode", 0)
    if code == _MOVED:
        return "moved"
    return {
        sqlite3.SQLITE_BUSY: "locked",
        sqlite3.SQLITE_LOCKED: "locked",
        sqlite3.SQLITE_READONLY: "read_only",
        sqlite3.SQLITE_FULL: "full",
        sqlite3.SQLITE_NOTADB: "foreign",
        sqlite3.SQLITE_CANTOPEN: "forbidden",
        sqlite3.SQLITE_PERM: "forbidden",
        sqlite3.SQLITE_IOERR: "failing",
    }.get(code & 0xFF, "damaged")
