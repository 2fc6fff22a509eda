"""What makes the files of the other engines safe on disk."""

import os
from pathlib import Path


def append(path: Path, data: bytes) -> None:
    """Behind what is there, flushed; a length before it tells where a torn one begins."""
    with path.open("ab") as file:
        file.write(len(data).to_bytes(8, "big") + data)
        file.flush()
        os.fsync(file.fileno())


def replace(path: Path, data: bytes) -> None:
    """Beside it, flushed, renamed over it."""
    beside = path.with_suffix(".new")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
