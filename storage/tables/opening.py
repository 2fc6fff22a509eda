"""Opening an arrangement file, and giving one of an older version the tables of this one."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from storage.errors import Refused
from storage.files.file_errors import check_folder, too_long
from storage.tables import meta
from storage.tables.database import (
    APPLICATION_ID,
    PATIENCE_MS,
    Connection,
    WrittenRecords,
    explained,
    raw_connection,
    transaction,
    wait_at_most,
)
from storage.tables.migrations import VERSION, migrate


def connect(path: Path, *, bring_up: bool = True) -> Connection:
    """Open an existing arrangement file; one of an older version gets this version's tables.

    Without ``bring_up`` that is left too, and nothing at all is written. Raises Refused where
    the file is missing, foreign, newer, locked or damaged.
    """
    try:
        check_folder(path)
        if not path.is_file():
            gone = "path_too_long" if too_long(path) else "no_file"
            raise Refused("foreign" if path.exists() else gone, path=path)
    except OSError as error:
        raise Refused("forbidden", path=path) from error
    with explained(path):
        connection = raw_connection(path)
        try:
            version = _version(connection, path)
            if bring_up:
                connection.in_wal = _in_wal(connection) and not _put_back(connection)
                if version < VERSION:
                    _bring_up(path)
            if meta.read(connection, meta.ARRANGEMENT) is None:
                raise Refused("damaged", path=path)
        except BaseException:
            connection.close()
            raise
        return connection


def prepare(path: Path) -> Connection:
    """Make a new, empty arrangement file at a path where nothing stands."""
    with explained(path):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _bring_up(path)
        return raw_connection(path)


def in_memory() -> Connection:
    """This version's tables, empty, for a while and in memory only."""
    connection = sqlite3.connect(":memory:", isolation_level=None, factory=Connection)
    connection.path = Path(":memory:")
    connection.written = WrittenRecords()
    migrate(connection)
    return connection


def _bring_up(path: Path) -> None:
    """Give the file this version's tables; its acts stay as they are."""
    from storage.tables.clocks import redate
    from storage.tables.insert import settle_stubs
    from storage.tables.projection import merge_stale
    from storage.tables.search_words import make_index_anew

    with closing(sqlite3.connect(path)) as connection:
        migrate(connection)
    with closing(raw_connection(path)) as connection:
        with transaction(connection):
            settle_stubs(connection)
            merge_stale(connection)
            make_index_anew(connection)
            redate(connection)
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the tables of a file of ours."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise Refused("foreign", path=path)
    if version > VERSION:
        raise Refused("newer", path=path)
    return int(version)


def _in_wal(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA journal_mode").fetchone() == ("wal",))


def _put_back(connection: sqlite3.Connection) -> bool:
    """Switch a file back to the rollback journal: WAL keeps changes in a file beside it, which a
    network drive or a copy may lose. Whether that was possible: nobody else must have it open."""
    wait_at_most(connection, 0)
    try:
        with suppress(Refused):
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        return not _in_wal(connection)
    finally:
        wait_at_most(connection, PATIENCE_MS)
