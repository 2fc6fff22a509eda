"""A copy of the whole file, and going back to one."""

import os
import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from storage.errors import Refused
from storage.tables import database


def backup(connection: sqlite3.Connection, target: Path) -> None:
    """Write a copy beside the target, flush it, rename it. Raises Refused where that fails."""
    if not target.parent.is_dir():
        raise Refused("no_folder", path=target)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    except OSError as error:
        raise Refused("cannot_write", path=target, reason=error.strerror) from error
    os.close(handle)
    made = Path(name)
    try:
        with database.explained(target), closing(sqlite3.connect(made)) as copy:
            connection.backup(copy)
        _flush(made)
        made.replace(target)
    except OSError as error:
        raise Refused("cannot_write", path=target, reason=error.strerror) from error
    finally:
        made.unlink(missing_ok=True)


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
            target.rename(kept)
        try:
            backup(connection, target)
        except Refused:
            if kept is not None:
                kept.rename(target)
            raise
    return kept


def _aside(target: Path) -> Path:
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    return target.with_name(f"{target.stem}-vervangen-{stamp}{target.suffix}")


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
