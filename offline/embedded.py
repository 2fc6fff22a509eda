"""An embeddable Python for Windows as an administrator fetched it: looked at, carried whole."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from offline.hashes import sha256
from offline.systems import PYTHONS
from offline.wheels import Failed

PROCESSOR = 0x8664  # what a program for 64-bit Intel and AMD says in its head
LIBRARY = re.compile(r"python(3)(\d\d)\.dll")


@dataclass(frozen=True, slots=True)
class Embedded:
    """The file, which Python it is ("3.13"), as far as its name tells its version, its SHA-256."""

    path: Path
    python: str
    version: str
    digest: str

    def files(self) -> Iterator[tuple[str, bytes]]:
        """All that is in it, by its path in our zip."""
        with ZipFile(self.path) as file:
            for name in sorted(file.namelist()):
                yield f"python/{name}", file.read(name)


def embedded_in(path: Path) -> Embedded:
    """Look at a file. Raises Failed when it is not what our zip for Windows can start with."""
    try:
        with ZipFile(path) as file:
            names = file.namelist()
            broken = file.testzip()
            program = file.read("python.exe") if "python.exe" in names else b""
    except (OSError, BadZipFile) as error:
        raise Failed(f"{path} cannot be read as a zip: {error}") from error
    if broken:
        raise Failed(f"{path} is damaged: {broken} is not as it was packed")
    python = _version(names)
    if python is None or _processor(program) != PROCESSOR:
        raise Failed(
            f"{path} is not an embeddable Python for 64-bit Windows: take the file "
            "python-3.x.y-embed-amd64.zip as it is"
        )
    if python not in PYTHONS:
        raise Failed(f"{path} is Python {python}; the zips are for {', '.join(PYTHONS)}")
    told = re.search(rf"{re.escape(python)}\.\d+", path.name)
    return Embedded(path, python, told[0] if told else python, sha256(path))


def _version(names: list[str]) -> str | None:
    """Of a zip whose files lie as they do in an embeddable Python, and only there."""
    if any("/" in name or "\\" in name or ":" in name for name in names):
        return None
    for name in names:
        if found := LIBRARY.fullmatch(name):
            tail = found[1] + found[2]
            whole = {f"python{tail}._pth", f"python{tail}.zip"} <= set(names)
            return f"{found[1]}.{found[2]}" if whole else None
    return None


def _processor(program: bytes) -> int | None:
    """The processor that a Windows program is for."""
    try:
        (start,) = struct.unpack_from("<I", program, 0x3C)
        signature, processor = struct.unpack_from("<4sH", program, start)
    except struct.error:
        return None
    return int(processor) if signature == b"PE\0\0" else None
