"""Files that may also be stdin or stdout, written `-`, or a pipe."""

import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from storage.errors import Refused

STREAM = Path("-")
PIECE = 1 << 20
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
                with file.open("rb") as pipe:
                    _copy(pipe, copy)
        yield path


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
