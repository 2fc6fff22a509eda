"""Files that may also be stdin or stdout, written `-`."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STREAM = Path("-")


@contextmanager
def incoming(file: Path) -> Iterator[Path]:
    """The file, or what comes on stdin as one."""
    if file != STREAM:
        yield file
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stdin"
        with path.open("wb") as copy:
            shutil.copyfileobj(sys.stdin.buffer, copy)
        yield path
