"""One zip from wheels and start files; the same bytes for the same contents and moment."""

import hashlib
import json
import time
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from offline.systems import PROJECT, System

OFFLINE = Path(__file__).parent
UNIX = 3  # the system whose file modes a zip entry carries


def pack(
    target: Path, system: System, version: str, wheels: dict[str, list[Path]], moment: int
) -> None:
    """Write the zip for a system.

    ``wheels`` are those for each Python. ``moment`` is the time that all files get, in seconds
    since 1970; it must grow with the versions: byte code and unzippers tell old from new by it.
    """
    every = {path.name: path for paths in wheels.values() for path in paths}
    with ZipFile(target, "w") as file:
        for name, content in _started_with(system):
            _add(file, name, content, moment, runs=name == system.starter[0])
        _add(file, "offline/wheels.json", _lists(system, version, wheels), moment)
        for name, path in sorted(every.items()):
            _add(file, f"wheels/{name}", path.read_bytes(), moment)


def _started_with(system: System) -> Iterator[tuple[str, bytes]]:
    yield "LEESMIJ.txt", (PROJECT / "docs" / "install.md").read_bytes()
    yield "LICENSE.txt", (PROJECT / "LICENSE").read_bytes()
    docs = PROJECT / "docs"  # the paths are those that the page's commands name
    for path in (docs / "eigen-arrangement.md", *sorted((docs / "voorbeeld").glob("*.toml"))):
        yield path.relative_to(PROJECT).as_posix(), path.read_bytes()
    name, source = system.starter
    text = (OFFLINE / "root" / source).read_bytes()
    yield name, text.replace(b"\n", b"\r\n") if name.endswith(".cmd") else text
    yield "tui.py", (OFFLINE / "root" / "tui.py").read_bytes()
    yield "offline/__init__.py", (OFFLINE / "__init__.py").read_bytes()
    for path in sorted((OFFLINE / "start").glob("*.py")):
        yield f"offline/start/{path.name}", path.read_bytes()


def _lists(system: System, version: str, wheels: dict[str, list[Path]]) -> bytes:
    pythons = {
        python: {"kind": system.kind_of(python), "wheels": {p.name: sha256(p) for p in paths}}
        for python, paths in wheels.items()
    }
    lists = {
        "version": version,
        "system": system.name,
        "machine": system.machine,
        "pythons": pythons,
    }
    return json.dumps(lists, indent=1).encode("ascii")


def sha256(path: Path) -> str:
    """The digest of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _add(file: ZipFile, name: str, content: bytes, moment: int, *, runs: bool = False) -> None:
    entry = ZipInfo(name, time.gmtime(moment)[:6])
    entry.create_system = UNIX
    entry.external_attr = (0o100755 if runs else 0o100644) << 16
    file.writestr(entry, content)
