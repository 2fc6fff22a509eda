"""Reading a file whole, or piece by piece. What cannot be read is refused in a sentence."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from storage.errors import Refused
from storage.files.file_errors import cannot_read
from storage.progress import ALONE, Progress

LARGEST = 64 << 20  # bytes of a file that is read whole
PIECE = 4 << 20  # bytes that come from a slow stick before someone may stop it


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
    while piece := file.read(PIECE):
        done += len(piece)
        progress.step(min(done, size), size)
        yield piece
