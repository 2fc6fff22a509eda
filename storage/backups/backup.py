"""A copy of the whole file, and going back to one."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from storage.acts import digest
from storage.errors import Refused
from storage.files.atomic import file_beside, move
from storage.files.file_errors import cannot_write
from storage.identity.device_identity import new_id
from storage.tables import database, meta, migrations, opening
from storage.tables.chunks import CHUNK

SET_ASIDE = "-vervangen-"
"""What the name of a file has before the moment at which a backup took its place."""


def backup(connection: sqlite3.Connection, target: Path, like: Path | None = None) -> None:
    """Write a copy beside the target, flush it, rename it. Raises Refused where that fails.

    The copy has a token that no device shares: whoever writes in it is a new device. Only its
    owner may read it, or by whom the file ``like`` may be read, where one is given.
    """
    with file_beside(target, private=True) as made:
        _copy(connection, made, target)
        if like is not None:
            shutil.copymode(like, made)


def restore_backup(source: Path, target: Path) -> Path | None:
    """Put a backup in the place of a file; what stood there is kept beside it.

    Returns where the old file is kept, or None when there was none. The backup is opened first
    and copied whole before anything moves: what fails changes nothing.
    """
    kept: Path | None = None
    with closing(opening.connect(source)) as connection:
        if not is_whole(connection):
            raise Refused("damaged", path=source)
        try:
            with file_beside(target, private=True) as made:
                _copy(connection, made, target)
                if target.exists():
                    shutil.copymode(target, made)
                kept = _set_aside(target)
        except Refused:
            if kept is not None:
                _move_all(kept, target)
            raise
    return kept if kept is not None and kept.exists() else None


def is_whole(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds every page of the file in order, and each body has the bytes that its
    id names."""
    if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
        return False
    last = 0
    query = "SELECT n, id, body FROM acts WHERE NOT erased AND n > ? ORDER BY n LIMIT ?"
    while rows := connection.execute(query, (last, CHUNK)).fetchall():
        if any(not isinstance(body, str) or digest(body.encode()) != id_ for _, id_, body in rows):
            return False
        last = rows[-1][0]
    return True


def is_sound(connection: sqlite3.Connection) -> bool:
    """The same, and whether all tables are what the acts make; those of an older version are made
    anew when it is opened."""
    from storage.tables.integrity import faults

    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return is_whole(connection) and (version < migrations.VERSION or not faults(connection))


def _copy(connection: sqlite3.Connection, made: Path, target: Path) -> None:
    """Fill a file with what a connection reads."""

    def no_waiting(status: int, _left: int, _all: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):  # sqlite3 asks for ever
            raise Refused("locked", path=target)

    with database.explained(target), closing(sqlite3.connect(made)) as copy:
        connection.backup(copy, progress=no_waiting)
        meta.write(copy, {meta.TOKEN: new_id()})
        copy.commit()


def _set_aside(path: Path) -> Path | None:
    """Give a file, with what SQLite has beside it, another name; None where nothing stands."""
    if not any(os.path.lexists(one) for one in (path, *kept_beside(path))):
        return None
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    name, number = f"{path.stem}{SET_ASIDE}{stamp}", 1
    kept = path.with_name(f"{name}{path.suffix}")
    while os.path.lexists(kept):
        number += 1
        kept = path.with_name(f"{name}-{number}{path.suffix}")
    _move_all(path, kept)
    return kept


def _move_all(source: Path, target: Path) -> None:
    """With the journal that a crash left: beside another file it would spoil that one.

    Raises Refused where one of them cannot be moved; then all stand where they stood.
    """
    pairs = [(source, target), *zip(kept_beside(source), kept_beside(target), strict=True)]
    moved: list[tuple[Path, Path]] = []
    try:
        for old, new in pairs:
            if os.path.lexists(old):
                move(old, new)
                moved.append((old, new))
    except OSError as error:
        for old, new in moved:
            move(new, old)
        raise cannot_write(source, error) from error


def arrangement_at(path: Path, *, sound: bool = False) -> str | None:
    """Which arrangement is in a file, as far as it can be read; None also where it must be
    sound and is not. Nothing is written."""
    try:
        with closing(opening.connect(path, bring_up=False)) as connection:
            if sound and not is_sound(connection):
                return None
            return meta.arrangement_in(connection)
    except Refused:
        return None


def kept_beside(path: Path) -> list[Path]:
    """What SQLite may have put beside a file."""
    return [path.with_name(f"{path.name}{end}") for end in database.BESIDE]
