"""One zip from wheels, pages and start files; the same bytes for the same contents and moment."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Template
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from offline.bill import bill
from offline.embedded import Embedded
from offline.hashes import sha256
from offline.licences import licences
from offline.pages import pages
from offline.systems import PROJECT, PYTHONS, System

OFFLINE = Path(__file__).parent
UNIX = 3  # the system whose file modes a zip entry carries


def pack(
    target: Path,
    system: System,
    version: str,
    wheels: Mapping[str, Sequence[Path]],
    moment: int,
    *,
    embedded: Embedded | None = None,
) -> None:
    """Write the zip for a system.

    ``wheels`` are those for each Python, the app's own first. ``moment`` is the time that all files
    get, in seconds since 1970; it must grow with the versions: byte code and unzippers tell old
    from new by it. ``embedded`` is a Python to carry along.
    """
    every = {path.name: path for paths in wheels.values() for path in paths}
    own = next(iter(wheels.values()))[0]
    with ZipFile(target, "w") as file:
        for name, content in _started_with(system, version, embedded):
            _add(file, name, content, moment, runs=name == system.starter[0])
        _add(file, "offline/wheels.json", _lists(system, version, wheels, embedded), moment)
        for name, content in sorted(licences(every.values()).items()):
            _add(file, name, content, moment)
        _add(file, "sbom.cdx.json", bill(system, wheels, own, moment, embedded), moment)
        for name, content in embedded.files() if embedded else ():
            _add(file, name, content, moment)
        for name, path in sorted(every.items()):
            _add(file, f"wheels/{name}", path.read_bytes(), moment)


def _started_with(
    system: System, version: str, embedded: Embedded | None
) -> Iterator[tuple[str, bytes]]:
    yield "LEESMIJ.txt", _lines(_read_me(system, version, embedded), system)
    yield "LICENSE.txt", (PROJECT / "LICENSE").read_bytes()
    yield from pages(version)
    for path in sorted((PROJECT / "docs" / "voorbeeld").glob("*.toml")):
        yield path.relative_to(PROJECT).as_posix(), path.read_bytes()
    name, source = system.starter
    yield name, _lines((OFFLINE / "root" / source).read_text(encoding="ascii"), system)
    yield "tui.py", (OFFLINE / "root" / "tui.py").read_bytes()
    yield "offline/__init__.py", (OFFLINE / "__init__.py").read_bytes()
    for path in sorted((OFFLINE / "start").glob("*.py")):
        yield f"offline/start/{path.name}", path.read_bytes()


def _lines(text: str, system: System) -> bytes:
    """With the line ends that a system's own programs want."""
    return text.replace("\n", system.line_end).encode("ascii")


def _read_me(system: System, version: str, embedded: Embedded | None) -> str:
    """What LEESMIJ.txt says of this zip."""
    python = (
        f"Python {embedded.version} zit erin, in de map python. De SHA-256 van het bestand\n"
        f"waar die uit komt ({embedded.path.name}):\n"
        f"{embedded.digest}"
        if embedded
        else "Python zit er niet in. Nodig is een gewone 64-bits Python\n"
        f"{', '.join(PYTHONS[:-1])} of {PYTHONS[-1]}."
    )
    text = (OFFLINE / "root" / "LEESMIJ.txt").read_text(encoding="ascii")
    return Template(text).substitute(
        version=version,
        system=system.name,
        starter=system.starter[0],
        command=r".\arrangement" if embedded else system.command,
        python=python,
    )


def _lists(
    system: System,
    version: str,
    wheels: Mapping[str, Sequence[Path]],
    embedded: Embedded | None,
) -> bytes:
    pythons = {
        python: {"kind": system.kind_of(python), "wheels": {p.name: sha256(p) for p in paths}}
        for python, paths in wheels.items()
    }
    lists: dict[str, object] = {
        "version": version,
        "system": system.name,
        "machine": system.machine,
        "pythons": pythons,
    }
    if embedded:
        lists["embedded"] = {embedded.path.name: embedded.digest}
    return json.dumps(lists, indent=1).encode("ascii")


def _add(file: ZipFile, name: str, content: bytes, moment: int, *, runs: bool = False) -> None:
    entry = ZipInfo(name, time.gmtime(moment)[:6])
    entry.create_system = UNIX
    entry.external_attr = (0o100755 if runs else 0o100644) << 16
    packed = name.endswith((".whl", ".zip"))
    entry.compress_type = ZIP_STORED if packed else ZIP_DEFLATED
    file.writestr(entry, content)
