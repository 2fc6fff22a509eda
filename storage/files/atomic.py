"""Writing a file so that it is there whole or not at all, also when the power fails.

Windows is stricter than the others: it replaces or renames no file that a program has open, and
a virus scanner has every new file open for a moment. It flushes no folders, so none is flushed.
"""

import errno
import os
import re
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from storage.errors import Refused
from storage.progress import ALONE, Progress

LARGEST = 64 << 20  # bytes of a file that is read whole
CHUNK = 4 << 20  # bytes that go to a slow stick before someone may stop it

WINDOWS = os.name == "nt"
LONGEST = 259  # characters of a path that Windows takes unless it was told otherwise
WAITS = (0.05, 0.1, 0.2, 0.4)  # seconds; a virus scanner is done within them
DAY = 24 * 60 * 60  # seconds
_HALF = ".half"
_LEFT = re.compile(rf"\..*\.[0-9a-f]{{8}}{re.escape(_HALF)}(-journal)?", re.DOTALL)
_ACCESS_DENIED, _SHARING, _LOCKED, _TOO_LONG = 5, 32, 33, 206  # as Windows numbers errors


@contextmanager
def beside(path: Path, *, private: bool = False) -> Iterator[Path]:
    """A new, empty file next to this one, renamed over it when all has gone well.

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
    with suppress(_Tried), beside(path):
        raise _Tried


def sweep(folder: Path) -> None:
    """Take away what a program that was killed left half, once nobody can be writing it still."""
    try:
        left = [one for one in os.scandir(folder) if _LEFT.fullmatch(one.name)]
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


@contextmanager
def writing(
    path: Path, *, private: bool = False, packed: bool = False
) -> Iterator[Callable[[bytes], None]]:
    """Write a file piece by piece beside the target; whole and on disk it is renamed over it.

    ``packed`` compresses it; the same pieces give the same bytes, whenever and under any name.
    """
    with beside(path, private=private) as made, made.open("wb") as file:
        if not packed:
            yield _to_disk(file, file.write)
        else:
            from gzip import GzipFile

            with GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as pack:
                yield _to_disk(file, pack.write)
        file.flush()
        os.fsync(file.fileno())


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
            if _number(error) not in (_ACCESS_DENIED, _SHARING, _LOCKED):
                raise
            time.sleep(seconds)
    source.replace(target)


def read_whole(path: Path, progress: Progress = ALONE, *, most: int = LARGEST) -> bytes:
    """The bytes of a file. Raises Refused where it cannot be read, and for one of more than
    ``most`` bytes: it is all in memory."""
    with reading(path) as file:
        if os.fstat(file.fileno()).st_size > most:
            raise Refused("file_too_large", path=path, most=most >> 20)
        return b"".join(_pieces(file, progress))


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """The file, opened. Raises Refused where it cannot be read, now or later on, and for what is
    no file: a device gives bytes for ever, and a pipe nobody writes in waits as long."""
    try:
        if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
            raise Refused("no_file_to_read", path=path)
        with path.open("rb") as file:
            yield file
    except (OSError, ValueError) as error:
        raise cannot_read(path, error) from error


def hash_of(path: Path, progress: Progress = ALONE) -> str:
    """The lower-case hex SHA-256 of a file. Raises Refused where it cannot be read."""
    from hashlib import sha256

    found = sha256()
    with reading(path) as file:
        for piece in _pieces(file, progress):
            found.update(piece)
    return found.hexdigest()


def _pieces(file: BinaryIO, progress: Progress) -> Iterator[bytes]:
    size = os.fstat(file.fileno()).st_size
    done = 0
    while piece := file.read(CHUNK):
        done += len(piece)
        progress.step(min(done, size), size)
        yield piece


def name_of(path: Path) -> str:
    """The name of a file as a text; what is no text in it shows as such."""
    return os.fsencode(path.name).decode(errors="replace")


def check_folder(path: Path) -> None:
    """Raises Refused where the folder of a file is not there."""
    if not path.parent.is_dir():
        raise Refused("path_too_long" if too_long(path) else "no_folder", path=path.parent)


def make_folder(path: Path) -> None:
    """Make the folder of a file where it is not there. Raises Refused where that fails."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from error


def too_long(path: Path) -> bool:
    """Whether Windows says of a path that it is not there because it is too long."""
    return WINDOWS and len(str(path.absolute())) > LONGEST


def cannot_read(path: Path, error: Exception) -> Refused:
    """The refusal for what the system said when this was to be read."""
    if isinstance(error, FileNotFoundError):
        return Refused("path_too_long" if too_long(path) else "no_file", path=path)
    if _number(error) in (_SHARING, _LOCKED):
        return Refused("in_use", path=path)
    return Refused("cannot_read", path=path, reason=error)


def cannot_write(path: Path, error: Exception) -> Refused:
    """The refusal for what the system said when this was to be written."""
    number = _number(error)
    if number in (_SHARING, _LOCKED) or (number == _ACCESS_DENIED and path.is_file()):
        return Refused("in_use", path=path)
    if number == _TOO_LONG or too_long(path):
        return Refused("path_too_long", path=path)
    return Refused("cannot_write", path=path, reason=error)


def _number(error: Exception) -> int | None:
    """How Windows numbers an error; None elsewhere."""
    return getattr(error, "winerror", None)
