"""What lies in a folder, apart from what other programs keep there for themselves."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from storage.files import cannot_read, check_folder
from storage.views.exchange import Spoilt

DEEPEST = 8  # folders within folders; nobody exchanges deeper, and a loop of mounts ends
_HALF = (".tmp", ".part", ".partial", ".crdownload", ".download", ".!sync", ".filepart")
_OTHERS = (
    "desktop.ini", "thumbs.db", "__macosx", "system volume information", "lost+found",
    "#recycle", "$recycle.bin", "recycler", "@recycle", "@eadir",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A file: where, under which name within the folder, and a ``stamp`` that changes when someone
    writes in it. ``changed`` is when that was last, in nanoseconds."""

    path: Path
    name: str
    stamp: str
    changed: int


@dataclass(frozen=True, slots=True)
class Listing:
    """The files in a folder by name, and the folders in it that may not be read."""

    files: tuple[Found, ...]
    closed: tuple[Spoilt, ...]


def listing(place: Path) -> Listing:
    """Everything that may be a segment. Raises Refused where the folder is not there or may not be
    read; links are not followed."""
    check_folder(place / "x")
    files: list[Found] = []
    closed: list[Spoilt] = []
    waiting = [(place, 0)]
    while waiting:
        folder, depth = waiting.pop()
        try:
            inside = sorted(os.listdir(folder))
        except FileNotFoundError:  # gone since it was seen: the synchroniser is at work
            check_folder(place / "x")
            continue
        except OSError as error:
            if folder == place:
                raise cannot_read(place, error) from error
            closed.append(Spoilt(folder, cannot_read(folder, error)))
            continue
        for mode, found in _ours(place, folder, inside):
            if stat.S_ISREG(mode):
                files.append(found)
            elif stat.S_ISDIR(mode) and depth < DEEPEST:
                waiting.append((found.path, depth + 1))
    return Listing(tuple(sorted(files, key=lambda one: one.name)), tuple(closed))


def is_same(file: Found) -> bool:
    """Whether nobody wrote in a file since it was listed."""
    try:
        return _stamp(file.path.lstat()) == file.stamp
    except OSError:
        return False


def found_at(place: Path, path: Path) -> Found:
    """A file of which it is known that it is there. Raises OSError where it is not."""
    seen = path.lstat()
    within = path.relative_to(place).as_posix().encode("utf-8", "backslashreplace").decode()
    return Found(path, within, _stamp(seen), max(seen.st_mtime_ns, seen.st_ctime_ns))


def _stamp(found: os.stat_result) -> str:
    """Size, both times and the number of a file: not even a program that sets its time back hides
    that a file was written, except on Windows, which keeps one time less."""
    return f"{found.st_size}:{found.st_mtime_ns}:{found.st_ctime_ns}:{found.st_ino}"


def _ours(place: Path, folder: Path, names: list[str]) -> Iterator[tuple[int, Found]]:
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
