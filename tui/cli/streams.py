"""Files that may also be stdin or stdout, written `-`, or a pipe."""

import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from storage.errors import Refused
from storage.files.file_errors import cannot_read

STREAM = Path("-")
PIECE = 1 << 20
TRIES, WAIT = 10, 0.1  # how often, and after how many seconds again, a pipe is tried for a writer
LARGEST = 4 << 30  # bytes; no arrangement is larger


@contextmanager
def incoming(file: Path) -> Iterator[Path]:
    """The file, or as one what comes on stdin or through a pipe: it is read more than once."""
    if file != STREAM and not _is_pipe(file):
        yield file
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stdin"
        with path.open("wb") as copy:
            if file == STREAM:
                _copy(sys.stdin.buffer, copy)
            else:
                _from_pipe(file, copy)
        yield path


def _from_pipe(file: Path, target: BinaryIO) -> None:
    """Copy all that someone writes in a pipe. Raises Refused where nobody does."""
    try:
        number = os.open(file, os.O_RDONLY | os.O_NONBLOCK)
    except OSError as error:
        raise cannot_read(file, error) from error
    with open(number, "rb", buffering=0) as pipe:
        for _ in range(TRIES):
            first = pipe.read(PIECE)
            if first != b"":  # something, or None: who has it open is still at it
                break
            time.sleep(WAIT)
        else:
            raise Refused("no_file_to_read", path=file)
        target.write(first or b"")
        os.set_blocking(number, True)
        _copy(pipe, target)


def _copy(source: BinaryIO, target: BinaryIO) -> None:
    """Copy all that comes. Raises Refused for what does not end."""
    while piece := source.read(PIECE):
        if target.tell() > LARGEST:
            raise Refused("stream_too_large", most=LARGEST >> 30)
        target.write(piece)


def _is_pipe(file: Path) -> bool:
    try:
        return stat.S_ISFIFO(file.stat().st_mode)
    except (OSError, ValueError):  # reading it will say what is wrong
        return False
