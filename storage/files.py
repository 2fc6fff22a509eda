"""Writing a file so that it is there whole or not at all, also when the power fails."""

import os
import tempfile
from pathlib import Path

from storage.errors import Refused


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the target, flush to disk, rename over it; clean up when that fails.

    Raises Refused where the folder is missing or the system does not allow it.
    """
    if not path.parent.is_dir():
        raise Refused("no_folder", path=path)
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
        temporary = None
    except OSError as error:
        raise Refused("cannot_write", path=path, reason=error.strerror or str(error)) from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def read_whole(path: Path) -> bytes:
    """The bytes of a file. Raises Refused where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused("cannot_read", path=path, reason=error.strerror or str(error)) from error
