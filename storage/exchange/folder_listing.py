"""What lies in a folder, apart from what other programs keep there for themselves."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from storage.errors import Refused
from storage.files.file_errors import cannot_read, too_long
from storage.views.exchange_folders import SpoiltSegment

DEEPEST = 8  # folders within folders; nobody exchanges deeper, and a loop of mounts ends
_HALF = (".tmp", ".part", ".partial", ".crdownload", ".download", ".!sync", ".filepart")
_OTHERS = (
    "desktop.ini", "thumbs.db", "__macosx", "system volume information", "lost+found",
    "#recycle", "$recycle.bin", "recycler", "@recycle", "@eadir",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FolderFile:
    """A file: where, under which name within the folder, and a ``stamp`` that changes when someone
    writes in it. ``changed`` is when that was last, in nanoseconds."""

    path: Path
    name: str
    stamp: str
    changed: int


@dataclass(frozen=True, slots=True)
class FolderListing:
    """The files in a folder by name, and the folders in it that may not be read."""

    files: tuple[FolderFile, ...]
    closed: tuple[SpoiltSegment, ...]


def listing(place: Path) -> FolderListing:
    """Everything that may be a segment. Raises Refused where the folder is not there or may not be
    read; links are not followed."""
    files: list[FolderFile] = []
    closed: list[SpoiltSegment] = []
    waiting = [(place, 0)]
    while waiting:
        folder, depth = waiting.pop()
        try:
            inside = sorted(os.listdir(folder))
        except (OSError, ValueError) as error:  # a ValueError for a NUL in its name
            if folder == place:
                raise _not_there(place, error) from error
            if not isinstance(error, FileNotFoundError):  # gone since: a synchroniser is at work
                closed.append(SpoiltSegment(folder, cannot_read(folder, error)))
            continue
        for mode, found in _ours(place, folder, inside):
            if stat.S_ISREG(mode):
                files.append(found)
            elif stat.S_ISDIR(mode) and depth < DEEPEST:
                waiting.append((found.path, depth + 1))
    try:
        place.stat()
    except OSError as error:  # gone meanwhile, and with it what was listed
        raise _not_there(place, error) from error
    return FolderListing(tuple(sorted(files, key=lambda one: one.name)), tuple(closed))


def _not_there(place: Path, error: Exception) -> Refused:
    if isinstance(error, (FileNotFoundError, NotADirectoryError)) and not too_long(place):
        return Refused("no_folder", path=place)
    return cannot_read(place, error)


def is_same(file: FolderFile) -> bool:
    """Whether nobody wrote in a file since it was listed."""
    try:
        return _stamp(file.path.lstat()) == file.stamp
    except OSError:
        return False


def found_at(place: Path, path: Path) -> FolderFile:
    """A file of which it is known that it is there. Raises OSError where it is not."""
    seen = path.lstat()
    within = path.relative_to(place).as_posix().encode("utf-8", "backslashreplace").decode()
    return FolderFile(path, within, _stamp(seen), max(seen.st_mtime_ns, seen.st_ctime_ns))


def _stamp(found: os.stat_result) -> str:
    """Size, both times and the number of a file: not even a program that sets its time back hides
    that a file was written, except on Windows, which keeps one time less."""
    return f"{found.st_size}:{found.st_mtime_ns}:{found.st_ctime_ns}:{found.st_ino}"


def _ours(place: Path, folder: Path, names: list[str]) -> Iterator[tuple[int, FolderFile]]:
    for name in names:
        if not _is_anothers(name):
            try:
                mode = (folder / name).lstat().st_mode
                yield mode, found_at(place, folder / name)
            except OSError:  # gone since, or no business of ours
                continue


def _is_anothers(name: str) -> bool:
    """What a synchroniser or a system keeps for itself, threw away, or has not brought whole."""
    small = name.lower()
    return name.startswith((".", "~")) or small.endswith(_HALF) or small in _OTHERS
