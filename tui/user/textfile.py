"""A text kept as a file where people look for what they just saved."""

import os
import re
from itertools import count
from pathlib import Path

from platformdirs import user_downloads_path

from storage.errors import Refused
from storage.files.atomic import write_whole

LONGEST = 80
_UNFIT = re.compile(r"[^\w .&()’-]+")
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def keep_text(text: str, name: str, suffix: str = "txt") -> Path:
    """Write ``<name>.<suffix>`` among the downloads, else at home; a name that is
    taken gets a number.

    Lines end as they do on this system. Raises Refused where nothing can be written.
    """
    path = new_file(name, suffix)
    try:
        write_whole(path, _bytes(text, suffix))
    except Refused:
        path.unlink(missing_ok=True)
        raise
    return path


def new_file(name: str, suffix: str) -> Path:
    """A new, empty file of this name there. Raises Refused where none can be made."""
    downloads = user_downloads_path()
    folder = downloads if downloads.is_dir() else Path.home()
    return _reserved(folder, file_name_of(name), suffix)


def _bytes(text: str, suffix: str) -> bytes:
    """A table for a spreadsheet begins with a mark and has line ends of its own."""
    if suffix == "csv":
        return text.encode("utf-8-sig", "replace")
    return text.replace("\n", os.linesep).encode("utf-8", "replace")


def file_name_of(name: str) -> str:
    """The name as every system allows it for a file."""
    plain = _UNFIT.sub("-", name)[:LONGEST].strip(" .-")
    return f"_{plain}" if not plain or _DEVICES.fullmatch(plain) else plain


def _reserved(folder: Path, name: str, suffix: str) -> Path:
    """A new, empty file: nobody else can take its name meanwhile, and none is written over."""
    for n in count(1):
        path = folder / (f"{name}.{suffix}" if n == 1 else f"{name} ({n}).{suffix}")
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            continue
        except OSError as error:
            raise Refused("cannot_write", path=path, reason=error) from error
        return path
    raise AssertionError
