"""The compiled modules of the app, tried once after unpacking: a rule for programs (AppLocker,
WDAC) may block one."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from importlib.machinery import EXTENSION_SUFFIXES


def blocked(folder: str) -> Iterator[str]:
    """A sentence for the user on each module in a folder of unpacked wheels that does not load."""
    sys.path.insert(0, folder)
    try:
        for file in sorted(_compiled(folder)):
            name = os.path.relpath(file, folder).split(".")[0].replace(os.sep, ".")
            try:
                importlib.import_module(name)
            except (ImportError, OSError) as error:
                yield (
                    f"Deze laptop laat een onderdeel van de app niet toe: {file} ({error}). "
                    "Lezen gaat wel, wijzigen en uitwisselen niet. "
                    "Vraag uw beheerder dit bestand toe te staan (AppLocker of WDAC)."
                )
    finally:
        sys.path.remove(folder)


def _compiled(folder: str) -> Iterator[str]:
    """The modules in machine code; what stands in a folder with a dot in its name is a library."""
    for place, folders, files in os.walk(folder):
        folders[:] = [one for one in folders if "." not in one]
        yield from (os.path.join(place, one) for one in files if _is_module(one))


def _is_module(name: str) -> bool:
    return name.endswith(tuple(EXTENSION_SUFFIXES))
