"""Nothing outside the folders of the game is written, whatever the game types."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

WRITES = {
    "os.mkdir": (0,), "os.rename": (0, 1), "os.remove": (0,), "os.rmdir": (0,), "os.link": (1,),
    "os.symlink": (1,), "os.truncate": (0,), "os.chmod": (0,), "os.utime": (0,),
    "shutil.rmtree": (0,), "sqlite3.connect": (0,),
}  # fmt: skip
ALWAYS = ("/dev/", "/proc/self/")


class _Inside:
    folders: tuple[str, ...] = ()
    hooked = False


@contextmanager
def only_inside(*folders: Path) -> Iterator[None]:
    """While this lasts, a write elsewhere is refused as by a system that does not allow it."""
    if not _Inside.hooked:
        sys.addaudithook(_look)  # it cannot be taken away, only told that all is well
        _Inside.hooked = True
    before = _Inside.folders
    _Inside.folders = tuple(os.path.realpath(folder) for folder in folders)
    try:
        yield
    finally:
        _Inside.folders = before


def _look(event: str, args: tuple[Any, ...]) -> None:
    if not _Inside.folders:
        return
    if event == "open":
        path, mode, flags = args
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) or set(str(mode or "")) & set("wax+"):
            _check(path)
    elif event in WRITES:
        for place in WRITES[event]:
            _check(args[place])


def _check(path: Any) -> None:
    if not isinstance(path, (str, bytes, os.PathLike)):
        return
    name = os.fsdecode(path)
    if not name or name.startswith((*ALWAYS, ":memory:", "file:")) or "__pycache__" in name:
        return
    try:
        real = os.path.realpath(name)
    except (OSError, ValueError):
        return
    folders = _Inside.folders
    if folders and not any(real == one or real.startswith(one + os.sep) for one in folders):
        raise PermissionError(13, "outside the game", name)
