"""Writing a file so that it is there whole or not at all, also when the power fails."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.errors import Refused


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A new, empty file next to this one, renamed over it when all has gone well.

    Others may read it as they may any file that is made there: it is meant to be handed on.
    Raises Refused where the folder is missing or the system does not allow it.
    """
    if not path.parent.is_dir():
        raise Refused("no_folder", path=path.parent)
    try:
        made = path.with_name(f".{path.name[:40]}.{os.urandom(4).hex()}")
        made.touch(exist_ok=False)
    except (OSError, ValueError) as error:  # no name, or a NUL in it
        raise _cannot_write(path, error) from error
    try:
        yield made
        made.replace(path)
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        made.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the target, flush to disk, rename over it; clean up when that fails."""
    with beside(path) as made, made.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def read_whole(path: Path) -> bytes:
    """The bytes of a file. Raises Refused where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Refused("no_file", path=path) from error
    except (OSError, ValueError) as error:
        raise Refused("cannot_read", path=path, reason=_reason(error)) from error


def _cannot_write(path: Path, error: Exception) -> Refused:
    return Refused("cannot_write", path=path, reason=_reason(error))


def _reason(error: Exception) -> str:
    """What the system says of it."""
    return getattr(error, "strerror", None) or str(error)
