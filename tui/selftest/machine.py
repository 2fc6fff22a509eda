"""What the app itself runs on: its Python, compiled modules, SQLite, and what reads documents."""

import platform
import re
import struct
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path, PurePath

from tui import VERSION
from tui.locale import say
from tui.selftest.finding import Finding, from_home

OWN = "arrangement"
READERS = {"word": "mammoth", "pdf": "pypdf"}


def program() -> Iterator[Finding]:
    """Which version runs, and from where."""
    yield Finding("version", VERSION)
    yield Finding("place", from_home(Path(__file__).parents[2]))


def python() -> Iterator[Finding]:
    """Which Python runs, on what, and in which encoding it names files."""
    bits = struct.calcsize("P") * 8
    kind = f"{platform.python_implementation()} {platform.python_version()}"
    yield Finding("version", say("selftest.bits", what=kind, n=bits))
    yield Finding("place", from_home(sys.executable))
    yield Finding("system", f"{platform.platform()} {platform.machine()}")
    yield Finding("encoding", sys.getfilesystemencoding())


def compiled() -> Iterator[Finding]:
    """Each module in machine code that came with the app: a rule for programs may block one."""
    for file in sorted(set(_compiled_files(OWN, set()))):
        module = ".".join((*file.parts[:-1], file.name.split(".")[0]))
        try:
            import_module(module)
        except (ImportError, OSError) as error:
            yield Finding("blocked", f"{file}: {error}", wrong=True)
        else:
            yield Finding("loads", str(file))


def engine() -> Iterator[Finding]:
    """SQLite, and its search."""
    from storage.tables.features import lacking_features, version

    missing = lacking_features()
    yield Finding("version", version())
    value = say("selftest.lacks", what=", ".join(missing)) if missing else say("selftest.works")
    yield Finding("search", value, wrong=bool(missing))


def readable_documents() -> Iterator[Finding]:
    """Which kinds of document can be read; a zip has all, an environment only what was asked."""
    for name, module in READERS.items():
        there = find_spec(module) is not None
        yield Finding(name, say("selftest.works" if there else "selftest.not_installed"))


def _compiled_files(name: str, seen: set[str]) -> Iterator[PurePath]:
    """Files of what a distribution needs, directly or by way of others."""
    try:
        found: Distribution = distribution(name)
    except PackageNotFoundError:  # what only another system or an extra needs
        return
    seen.add(name)
    for file in found.files or ():
        if file.name.endswith(tuple(EXTENSION_SUFFIXES)):
            yield PurePath(file)
    for requirement in found.requires or ():
        needed = re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]
        if "extra ==" not in requirement and needed not in seen:
            yield from _compiled_files(needed, seen)
