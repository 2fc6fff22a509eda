"""Files that may also be stdin or stdout, written `-`, or a pipe."""

import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STREAM = Path("-")


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
                shutil.copyfileobj(sys.stdin.buffer, copy)
            else:
                with file.open("rb") as pipe:
                    shutil.copyfileobj(pipe, copy)
        yield path


def _is_pipe(file: Path) -> bool:
    try:
        return stat.S_ISFIFO(file.stat().st_mode)
    except (OSError, ValueError):  # reading it will say what is wrong
        return False
