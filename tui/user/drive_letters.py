"""Sticks and network drives of Windows, by their letters."""

import ctypes
import string
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

Drive = Literal["stick", "network"]
KINDS: dict[int, Drive] = {2: "stick", 4: "network"}  # as GetDriveTypeW counts them


def lettered(system: Any = None) -> Iterator[tuple[Drive, Path, str]]:
    """The kind, root and name of the removable and the network drives; ``system`` is kernel32."""
    kernel = system or _kernel()
    mask = kernel.GetLogicalDrives()
    for n, letter in enumerate(string.ascii_uppercase):
        root = f"{letter}:\\"
        kind = KINDS.get(kernel.GetDriveTypeW(root)) if mask >> n & 1 else None
        if kind is not None:
            label = _label(kernel, root) if kind == "stick" else ""
            yield kind, Path(root), f"{label} ({letter}:)" if label else f"{letter}:"


def _label(kernel: Any, root: str) -> str:
    """The name that was given to a stick; none where it has none, or no stick is in it."""
    text = ctypes.create_unicode_buffer(261)
    return text.value if kernel.GetVolumeInformationW(root, text, 261, *[None] * 5) else ""


def _kernel() -> Any:
    if sys.platform != "win32":
        raise NotImplementedError
    return ctypes.windll.kernel32
