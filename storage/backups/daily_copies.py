"""The copies that the program keeps by itself: one for each day on which something changed.

They lie in a folder beside the file. Whoever may read the file may read them and no one else,
they are found without a setting after the folder was moved or the file taken to another laptop,
and who erases something knows where it still stands. A stick that is lost takes them along:
against that there are exports and ``arrangement backup``.
"""

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

from storage.backups.backup import SET_ASIDE, arrangement_at, backup, is_whole
from storage.errors import Refused
from storage.files.file_errors import cannot_write
from storage.tables import opening

KEPT = 7


class Copy(NamedTuple):
    """A copy of the file, as it was before the first change of a day."""

    day: date
    path: Path


def folder_of(path: Path) -> Path:
    """Where the copies of a file lie."""
    return path.with_name(f"{path.stem}-reservekopieen")


def copies(path: Path) -> list[Copy]:
    """The copies of a file, newest first; other files in their folder are no business of ours.

    One of a day that is still to come, made while the clock was wrong, counts as the oldest.
    """
    name = re.compile(
        rf"{re.escape(path.stem)}-(\d{{4}}-\d\d-\d\d){re.escape(path.suffix)}", re.IGNORECASE
    )
    try:
        found = [*_named(folder_of(path), name)]
    except OSError:  # no folder, or none that may be read: no copies
        return []
    today = date.today()
    return sorted(found, key=lambda copy: (copy.day <= today, copy.day), reverse=True)


def replaced(path: Path) -> list[Path]:
    """What stood in the place of a file before a backup was put back, kept beside it."""
    name = re.compile(
        rf"{re.escape(path.stem + SET_ASIDE)}[\d-]+{re.escape(path.suffix)}", re.IGNORECASE
    )
    try:
        return sorted(one for one in path.parent.iterdir() if name.fullmatch(one.name))
    except OSError:  # no folder that may be read
        return []


def _named(folder: Path, name: re.Pattern[str]) -> Iterator[Copy]:
    for one in folder.iterdir():
        match = name.fullmatch(one.name)
        if match and one.is_file():
            try:
                yield Copy(date.fromisoformat(match[1]), one)
            except ValueError:  # a 31 February is not ours
                continue


def newest(path: Path) -> Copy | None:
    """The newest copy of a file that opens and is sound, and of the same arrangement."""
    ours = arrangement_at(path)
    for copy in copies(path):
        theirs = arrangement_at(copy.path, sound=True)
        if theirs is not None and ours in (None, theirs):
            return copy
    return None


class DailyCopy:
    """Keeps the copy of today, once, before the first change.

    ``failed`` is why there is none: the change goes on without it, and who shows the change
    tells.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._day: date | None = None
        self.asked = False
        self.failed: Refused | None = None

    def keep(self) -> None:
        """See to it that today's copy is there; looks once a day.

        Reads through a connection of its own what stands in the file: within a transaction that
        has not yet written much, that is what stood there before it.
        """
        self.asked = True
        today = date.today()
        if self._day == today:
            return
        self._day, self.failed = today, None
        path = self._path
        copy = folder_of(path) / f"{path.stem}-{today.isoformat()}{path.suffix}"
        try:
            if not copy.exists():
                self._make(copy)
        except Refused as refused:
            self.failed = refused
        except OSError as error:
            self.failed = cannot_write(copy, error)

    def _make(self, copy: Path) -> None:
        """One that is whole: else seven days of a damaged file would push out the good ones."""
        with closing(opening.connect(self._path)) as connection:
            if connection.execute("SELECT 1 FROM acts LIMIT 1").fetchone() is None:
                self._day = None  # nothing to lose yet; the next change looks again
                return
            if not is_whole(connection):
                raise Refused("damaged", path=self._path)
            copy.parent.mkdir(exist_ok=True)
            backup(connection, copy, like=self._path)
        for old in copies(self._path)[KEPT:]:
            old.path.unlink()
