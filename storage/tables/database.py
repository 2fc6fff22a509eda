"""Opening the SQLite file, and every way in which that can go wrong, as a sentence."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.errors import Refused

APPLICATION_ID = 0x41525247  # "ARRG"
VERSION = 3  # of the tables; tables.schema says how they came to be
PATIENCE_MS = 5000


def connect(path: Path) -> sqlite3.Connection:
    """Open an existing arrangement file, writing nothing.

    Raises Refused where the file is missing, foreign, newer, locked or damaged.
    """
    if not path.parent.is_dir():
        raise Refused("no_folder", path=path)
    if not path.is_file():
        raise Refused("no_file", path=path)
    with explained(path):
        connection = _connection(path)
        try:
            _check_ours(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def prepare(path: Path) -> sqlite3.Connection:
    """Make a new, empty arrangement file at a path where nothing stands."""
    from storage.tables.schema import migrate  # noqa: PLC0415 - sqlite_utils stays out of start-up

    with explained(path):
        connection = sqlite3.connect(path)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.close()
        migrate(str(path))
        return _connection(path)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a file into a refusal that a person can read."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise Refused(_reason(error), path=path) from error


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """One write, whole or not at all. Raises Refused for a locked, full or read-only file."""
    with explained(path):
        connection.execute("BEGIN IMMEDIATE")
    try:
        with explained(path):
            yield
            connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled back already
            connection.execute("ROLLBACK")
        raise


def _connection(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
    connection.execute("PRAGMA synchronous = EXTRA")
    return connection


def _check_ours(connection: sqlite3.Connection, path: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise Refused("foreign", path=path)
    if version > VERSION:
        raise Refused("newer", path=path)
    if version < VERSION:
        from storage.tables.schema import migrate  # noqa: PLC0415

        migrate(str(path))
    if not connection.execute("SELECT value FROM meta WHERE key = 'arrangement'").fetchone():
        raise Refused("damaged", path=path)


def _reason(error: sqlite3.DatabaseError) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return {
        sqlite3.SQLITE_BUSY: "locked",
        sqlite3.SQLITE_LOCKED: "locked",
        sqlite3.SQLITE_READONLY: "read_only",
        sqlite3.SQLITE_FULL: "full",
        sqlite3.SQLITE_NOTADB: "foreign",
        sqlite3.SQLITE_CANTOPEN: "forbidden",
        sqlite3.SQLITE_PERM: "forbidden",
        sqlite3.SQLITE_IOERR: "forbidden",
    }.get(code, "damaged")
