"""Writing a file so that it is there whole or not at all, also when the power fails.

Windows flushes no folders, so none is flushed; and a virus scanner there has every new file open
for a moment.
"""

import errno
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from storage.files.file_errors import (
    ACCESS_DENIED,
    LOCKED,
    SHARING,
    cannot_write,
    check_folder,
    make_folder,
    windows_number,
)
from storage.progress import ALONE, Progress

CHUNK = 4 << 20  # bytes that go to a slow stick before someone may stop it
WAITS = (0.05, 0.1, 0.2, 0.4)  # seconds; a virus scanner is done within them
DAY = 24 * 60 * 60  # seconds
_HALF = ".half"
_LEFT = rf"(?s)\..*\.[0-9a-f]{{8}}\{_HALF}(-journal)?"


@contextmanager
def file_beside(path: Path, *, private: bool = False) -> Iterator[Path]:
    """A new, empty file next to this one, flushed and renamed over it when all has gone well.

    Others may read it as they may any file that is made there: it is meant to be handed on. One
    that is ``private`` only its owner may read.
    Raises Refused where the folder is missing or the system does not allow it.
    """
    try:
        check_folder(path)
        sweep(path.parent)
        made = path.with_name(f".{path.name[:40]}.{os.urandom(4).hex()}{_HALF}")
        made.touch(0o600 if private else 0o666, exist_ok=False)
    except (OSError, ValueError) as error:  # no name, or a NUL in it
        raise cannot_write(path, error) from error
    try:
        yield made
        with made.open("rb+") as file:
            os.fsync(file.fileno())
        move(made, path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        with suppress(OSError):  # what went wrong before matters more than what is left
            made.unlink(missing_ok=True)


class _Tried(Exception):  # noqa: N818 - what has happened
    """A file can be made here."""


def check_place(path: Path) -> None:
    """Raises Refused where no file can be put under this name, before that is done of which it is
    to hold the outcome."""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        with suppress(FileNotFoundError):
            os.lstat(path)  # also says that a name is too long
    except (OSError, ValueError) as error:
        raise cannot_write(path, error) from error
    with suppress(_Tried), file_beside(path):
        raise _Tried


def sweep(folder: Path) -> None:
    """Take away what a program that was killed left half, once nobody can be writing it still."""
    try:
        left = [one for one in os.scandir(folder) if re.fullmatch(_LEFT, one.name)]
    except OSError:  # one that may be written in, but not looked at
        return
    for one in left:
        with suppress(OSError):  # gone since, or not ours to take away
            if time.time() - one.stat().st_mtime > DAY:
                os.unlink(one)


def write_whole(
    path: Path, data: bytes, progress: Progress = ALONE, *, private: bool = False
) -> None:
    """Write beside the target, flush to disk, rename over it; clean up when that fails."""
    with writing(path, private=private) as write:
        for start in range(0, len(data), CHUNK):
            progress.step(start, len(data))
            write(data[start : start + CHUNK])
        progress.step(1, 1)


def write_own(path: Path, data: bytes) -> None:
    """Write a file of this user's own, which nobody else may read, and its folder where that is
    missing. Raises Refused where that fails."""
    make_folder(path)
    write_whole(path, data, private=True)


@contextmanager
def writing(
    path: Path, *, private: bool = False, packed: bool = False
) -> Iterator[Callable[[bytes], None]]:
    """Write a file piece by piece beside the target; whole and on disk it is renamed over it.

    ``packed`` compresses it; the same pieces give the same bytes, whenever and under any name.
    """
    with file_beside(path, private=private) as made, made.open("wb") as file:
        if not packed:
            yield _to_disk(file, file.write)
        else:
            from gzip import GzipFile

            with GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as pack:
                yield _to_disk(file, pack.write)


def _to_disk(file: BinaryIO, write: Callable[[bytes], object]) -> Callable[[bytes], None]:
    """Write, and have the disk keep it now and then: then the end does not take long."""
    on_disk = 0

    def put(data: bytes) -> None:
        nonlocal on_disk
        write(data)
        if file.tell() >= on_disk + CHUNK:
            file.flush()
            os.fsync(file.fileno())
            on_disk = file.tell()

    return put


def move(source: Path, target: Path) -> None:
    """Rename over whatever stands there; where Windows has one of both open, wait a moment."""
    for seconds in WAITS:
        try:
            source.replace(target)
            return
        except PermissionError as error:
            if windows_number(error) not in (ACCESS_DENIED, SHARING, LOCKED):
                raise
            time.sleep(seconds)
    source.replace(target)
