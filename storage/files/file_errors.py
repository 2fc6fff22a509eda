"""What the system says of a file or a folder, as a refusal that a person can read.

Windows is stricter than the others: it replaces or renames no file that a program has open, and
takes no path that is longer than it was told to.
"""

import os
from pathlib import Path

from storage.errors import Refused

WINDOWS = os.name == "nt"
LONGEST = 259  # characters of a path that Windows takes unless it was told otherwise
ACCESS_DENIED, SHARING, LOCKED, _TOO_LONG = 5, 32, 33, 206  # as Windows numbers errors


def cannot_read(path: Path, error: Exception) -> Refused:
    """The refusal for what the system said when this was to be read."""
    if isinstance(error, FileNotFoundError):
        return Refused("path_too_long" if too_long(path) else "no_file", path=path)
    if windows_number(error) in (SHARING, LOCKED):
        return Refused("in_use", path=path)
    return Refused("cannot_read", path=path, reason=error)


def cannot_write(path: Path, error: Exception) -> Refused:
    """The refusal for what the system said when this was to be written."""
    number = windows_number(error)
    if number in (SHARING, LOCKED) or (number == ACCESS_DENIED and path.is_file()):
        return Refused("in_use", path=path)
    if number == _TOO_LONG or too_long(path):
        return Refused("path_too_long", path=path)
    return Refused("cannot_write", path=path, reason=error)


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


def name_of(path: Path) -> str:
    """The name of a file as a text; what is no text in it shows as such."""
    return os.fsencode(path.name).decode(errors="replace")


def windows_number(error: Exception) -> int | None:
    """How Windows numbers this error; None elsewhere."""
    return getattr(error, "winerror", None)
