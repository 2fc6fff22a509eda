"""What earlier versions left behind is removed, unless someone still runs it.

Whoever runs from an unpacked folder holds its mark open, with a shared lock on it. The lock tells
that a folder is in use; on Windows a folder in which a file is open cannot be renamed. An older
folder is renamed before it is removed, so that no start ever finds half of it.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

from offline.start.unpacking import MARK

if sys.platform != "win32":
    import fcntl

DAY = 24 * 60 * 60  # seconds; what is half unpacked for longer was left behind
OURS = re.compile(r"[0-9a-f]{12}(\.[0-9a-f]{4})*")


@contextmanager
def hold(folder: str) -> Iterator[None]:
    """Keep other starts from removing the folder."""
    with open(os.path.join(folder, MARK), "rb") as mark:
        _lock(mark, alone=False)
        yield


def remove(place: str, keep: set[str]) -> None:
    """Remove the folders in a place that are not to be kept and that nobody uses."""
    import shutil

    for name in set(os.listdir(place)) - keep:
        folder = os.path.join(place, name)
        with suppress(OSError):  # it stays: the next start tries again
            if OURS.fullmatch(name) and _unused(folder):
                away = f"{folder}.{os.urandom(2).hex()}"
                os.rename(folder, away)
                shutil.rmtree(away, ignore_errors=True)


def remove_wheels(home: str, keep: set[str]) -> None:
    """Remove the wheels of the version over which this one was unpacked."""
    folder = os.path.join(home, "wheels")
    with suppress(OSError):  # of no use any more, and in nobody's way
        for name in set(os.listdir(folder)) - keep:
            os.remove(os.path.join(folder, name))


def _unused(folder: str) -> bool:
    mark = os.path.join(folder, MARK)
    if not os.path.isfile(mark):
        return time.time() - os.path.getmtime(folder) > DAY
    with open(mark, "rb") as file:
        return _lock(file, alone=True)


def _lock(file: IO[bytes], *, alone: bool) -> bool:
    """Whether the lock was given; a file system without locks gives none."""
    if sys.platform != "win32":
        try:
            fcntl.flock(file, fcntl.LOCK_NB | (fcntl.LOCK_EX if alone else fcntl.LOCK_SH))
        except OSError:
            return False
    return True
