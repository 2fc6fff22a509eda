"""In which exchange folder a folder lies: whoever syncs with a part of one meets nobody."""

import os
import re
from pathlib import Path

from storage.errors import Refused
from storage.formats.segment_layout import ENDING

_MONTH = re.compile(r"\d{4}-\d{2}")


def check_root(place: Path) -> None:
    """Refuse a folder that lies within an exchange folder, with that one."""
    root = root_of(place)
    if root is not None:
        raise Refused("inside_exchange_folder", path=place, root=root)


def root_of(place: Path) -> Path | None:
    """The exchange folder in which a folder lies, the outermost; None where it lies in none."""
    used = [folder for folder in Path(os.path.abspath(place)).parents if _is_used(folder)]
    return used[-1] if used else None


def _is_used(folder: Path) -> bool:
    """Whether segments lie in a folder, by months, as every sync puts them there."""
    return any(
        name.endswith(ENDING)
        for month in _names(folder)
        if _MONTH.fullmatch(month)
        for name in _names(folder / month)
    )


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except (OSError, ValueError):  # what cannot be looked into is no folder that one exchanges in
        return []
