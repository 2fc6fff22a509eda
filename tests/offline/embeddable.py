"""Stand-ins for an embeddable Python: laid out as the real one, with heads of programs only."""

import struct
from pathlib import Path
from zipfile import ZipFile

INTEL, ARM = 0x8664, 0xAA64


def program(processor: int) -> bytes:
    """The head of a Windows program for a processor."""
    return b"MZ".ljust(0x3C, b"\0") + struct.pack("<I4sH", 0x40, b"PE\0\0", processor)


def stand_in(
    path: Path, tail: str = "312", processor: int = INTEL, without: str = "", beside: str = ""
) -> Path:
    """Write one; ``without`` a file that belongs in it, or with one ``beside`` that does not."""
    names = (
        "python.exe", "pythonw.exe", f"python{tail}.dll", "python3.dll", "vcruntime140.dll",
        f"python{tail}.zip", f"python{tail}._pth", "_sqlite3.pyd", "sqlite3.dll", "LICENSE.txt",
        beside,
    )  # fmt: skip
    with ZipFile(path, "w") as file:
        for name in names:
            if name and name != without:
                head = name.endswith((".exe", ".dll", ".pyd"))
                file.writestr(name, program(processor) if head else f"{name}\r\n")
    return path
