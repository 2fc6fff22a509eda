"""Files that may also be stdin or stdout, written `-`."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.files import read_whole

STREAM = Path("-")


@contextmanager
def incoming(file: Path) -> Iterator[Path]:
    """The file, or what comes on stdin as one."""
    if file != STREAM:
        yield file
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stdin"
        path.write_bytes(read(file))
        yield path


def read(file: Path) -> bytes:
    if file == STREAM:
        return sys.stdin.buffer.read()
    return read_whole(file)
