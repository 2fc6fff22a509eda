"""From an unpacked zip to a folder that the app can run from."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from offline.start import older
from offline.start.lists import Lists, Stop
from offline.start.modules import blocked
from offline.start.unpacking import unpack, unpacked


@contextmanager
def prepare(home: str) -> Iterator[str]:
    """The folder with the unpacked wheels, held while the app runs.

    ``home`` is the folder of the zip. Ends the process with a sentence and exit code 1 when the app
    cannot start from here.
    """
    try:
        lists = Lists(home)
        wheels = lists.for_this_python()
        there = unpacked(home, wheels)
        folder = there or unpack(home, wheels)
    except Stop as stop:
        sys.exit(str(stop))
    for sentence in blocked(folder) if there is None else ():
        print(sentence, file=sys.stderr, flush=True)
    older.remove(os.path.dirname(folder), keep=lists.folders())
    older.remove_wheels(home, keep=lists.names())
    with older.hold(folder):
        yield folder
