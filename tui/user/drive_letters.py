"""Sticks and network drives of Windows, by their letters."""

import ctypes
import string
import sys
from pathlib import Path
from typing import Any

from tui.user.places import Kind, Place

KINDS: dict[int, Kind] = {2: "stick", 4: "network"}  # as GetDriveTypeW counts them


def lettered(system: Any = None) -> list[Place]:
    """The removable and the network drives; ``system`` is kernel32."""
    kernel = system or _kernel()
    mask = kernel.GetLogicalDrives()
    found = []
    for n, letter in enumerate(string.ascii_uppercase):
        root = f"{letter}:\\"
        kind = KINDS.get(kernel.GetDriveTypeW(root)) if mask >> n & 1 else None
        if kind is not None:
            label = _label(kernel, root) if kind == "stick" else ""
            found.append(Place(kind, Path(root), f"{label} ({letter}:)" if label else f"{letter}:"))
    return found


def _label(kernel: Any, root: str) -> str:
    """The name that was given to a stick; none where it has none, or no stick is in it."""
    text = ctypes.create_unicode_buffer(261)
    return text.value if kernel.GetVolumeInformationW(root, text, 261, *[None] * 5) else ""


def _kernel() -> Any:
    if sys.platform != "win32":
        raise NotImplementedError
    return ctypes.windll.kernel32
