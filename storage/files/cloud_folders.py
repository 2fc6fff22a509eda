"""Whether a file lies in a folder that a program copies to a server or to other laptops.

SQLite counts on it that whoever writes sees what another writes. In such a folder each laptop
has its own copy of the file, and the program that copies puts one over the other.
"""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")  # as Windows has them set

_BY_NAME = {
    "OneDrive": r"OneDrive( - .+|-.+)?",
    "Dropbox": r"Dropbox( \(.+\)|-.+)?",
    "Google Drive": r"Google ?Drive(-.+)?|DriveFS|(My|Mijn) Drive|(Shared|Gedeelde) drives",
    "iCloud": r"iCloud ?Drive|Mobile Documents",
    "Nextcloud": r"Nextcloud-.+",
}
"""Folders that have these names wherever they are; macOS adds the account."""

_BY_MARK = {
    "Dropbox": r"\.dropbox|\.dropbox\.cache/",  # a folder .dropbox is in every user's home
    "Google Drive": r"\.tmp\.drive(up|down)load/|\.shortcut-targets-by-id/",
    "iCloud": r"\..+\.icloud",
    "ownCloud": r"\.owncloudsync\.log",
    "Nextcloud": r"\.nextcloudsync\.log|\._?sync_.+\.db",
    "Syncthing": r"\.stfolder/?",
}
"""What these programs keep in the folder that they copy; the name of a folder ends in a slash."""

_NAMES = [(service, re.compile(name, re.IGNORECASE)) for service, name in _BY_NAME.items()]
_MARKS = [(service, re.compile(name, re.IGNORECASE)) for service, name in _BY_MARK.items()]


def synced_by(path: Path, environment: Mapping[str, str]) -> str | None:
    """The program that copies the folder of a file, or one above it; None where none is known.

    Looks at names only, and at links as what they lead to.
    """
    real = Path(os.path.realpath(path))
    for name in ONEDRIVE:
        folder = environment.get(name)
        if folder and real.is_relative_to(os.path.realpath(folder)):
            return "OneDrive"
    return next(_services(real), None)


def _services(path: Path) -> Iterator[str]:
    for folder in path.parents:
        yield from (service for service, name in _NAMES if name.fullmatch(folder.name))
        inside = _inside(folder)
        yield from (service for service, mark in _MARKS if any(map(mark.fullmatch, inside)))


def _inside(folder: Path) -> list[str]:
    """The hidden names in a folder; none of one that may not be read."""
    try:
        with os.scandir(folder) as found:
            return [
                f"{one.name}/" if one.is_dir() else one.name
                for one in found
                if one.name.startswith(".")
            ]
    except OSError:
        return []
