"""A copy of the whole file, and going back to one."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from storage.errors import Refused
from storage.files import beside
from storage.identity import new_id
from storage.tables import database


def backup(connection: sqlite3.Connection, target: Path) -> None:
    """Write a copy beside the target, flush it, rename it. Raises Refused where that fails.

    The copy has a token that no device shares: whoever writes in it is a new device.
    """
    with beside(target) as made:
        with database.explained(target), closing(sqlite3.connect(made)) as copy:
            connection.backup(copy)
            copy.execute("UPDATE meta SET value = ? WHERE key = 'token'", (new_id(),))
            copy.commit()
        _flush(made)


def restore_backup(source: Path, target: Path) -> Path | None:
    """Put a backup in the place of a file; what stood there is kept beside it.

    Returns where the old file is kept, or None when there was none. The backup is opened first:
    one that does not open changes nothing.
    """
    with closing(database.connect(source)) as connection:
        if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise Refused("damaged", path=source)
        kept = _aside(target) if target.exists() else None
        if kept is not None:
            _move(target, kept)
        try:
            backup(connection, target)
        except Refused:
            if kept is not None:
                _move(kept, target)
            raise
    return kept


def _move(source: Path, target: Path) -> None:
    """With the journal that a crash left: beside another file it would spoil that one."""
    try:
        source.rename(target)
        if database.journal_of(source).exists():
            database.journal_of(source).rename(database.journal_of(target))
    except OSError as error:
        raise Refused("cannot_write", path=source, reason=error.strerror) from error


def _aside(target: Path) -> Path:
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    return target.with_name(f"{target.stem}-vervangen-{stamp}{target.suffix}")


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
