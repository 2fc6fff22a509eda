"""Where a person keeps files: their own folders, sticks and drives; and what lies there.

Only names, sizes and dates are read. Looking takes as long as the drive wants, and on one that
is gone for ever: do it beside the screen.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import islice
from pathlib import Path
from typing import Literal, NamedTuple

import platformdirs

Kind = Literal["last", "downloads", "desktop", "documents", "stick", "drive", "network", "home"]
RANK: tuple[Kind, ...] = (
    "last", "downloads", "desktop", "documents", "stick", "drive", "network", "home"
)  # fmt: skip
MOUNTED = ("stick", "drive", "network")
Endings = tuple[str, ...]
"""The ends of the names of the files that are looked for, in lower case."""
ENDING = ".json"
MOST = 300  # files of one place
SEEN = 5000  # names looked at in one folder
SUBFOLDERS = 50


class FilePlace(NamedTuple):
    """A folder that people know; ``name`` is that of a stick, a drive or the folder used last."""

    kind: Kind
    folder: Path
    name: str = ""


class FoundFile(NamedTuple):
    """A file, or a folder, with the time at which it was written last (seconds since 1970)."""

    path: Path
    when: float
    size: int
    place: FilePlace | None = None
    is_folder: bool = False


def own(last: Path | None = None) -> list[FilePlace]:
    """The folders that every user has, and the one used last; none of them twice."""
    places = [
        FilePlace("downloads", Path(platformdirs.user_downloads_dir())),
        FilePlace("desktop", Path(platformdirs.user_desktop_dir())),
        FilePlace("documents", Path(platformdirs.user_documents_dir())),
        FilePlace("home", Path.home()),
    ]
    if last is not None:
        places.append(FilePlace("last", last, last.name or str(last)))
    by_folder: dict[Path, FilePlace] = {}
    for place in places:
        by_folder.setdefault(place.folder, place)
    return in_order(by_folder.values())


def in_order(places: Iterable[FilePlace]) -> list[FilePlace]:
    """In the order in which they are shown."""
    return sorted(places, key=lambda place: (RANK.index(place.kind), place.name, place.folder))


def mounts() -> list[tuple[Kind, Path]]:
    """The folders under which this system puts sticks and drives; Windows has letters instead."""
    if sys.platform == "darwin":
        return [("drive", Path("/Volumes"))]
    user = os.environ.get("USER") or Path.home().name
    return [
        ("stick", Path("/media") / user),
        ("stick", Path("/run/media") / user),
        ("drive", Path("/mnt")),
    ]


def mounted(under: Sequence[tuple[Kind, Path]]) -> list[FilePlace]:
    """What is put under these folders; the start-up disk stands there as a link, and is left."""
    found: list[FilePlace] = []
    for kind, parent in under:
        try:
            with os.scandir(parent) as entries:  # asks nothing of a drive that is gone
                folders = [entry for entry in entries if entry.is_dir(follow_symlinks=False)]
        except OSError:
            continue  # this system puts none there
        found += [FilePlace(kind, Path(folder.path), folder.name) for folder in folders]
    return found


def drives() -> list[FilePlace]:
    """Sticks and drives that are there now."""
    if sys.platform == "win32":
        from tui.user.drive_letters import lettered

        return [FilePlace(*one) for one in lettered()]
    return mounted(mounts())


def files_in(place: FilePlace, endings: Endings) -> list[FoundFile]:
    """The newest files of a place with such a name; on a drive also one level deeper.

    Raises OSError where the place is missing or may not be read.
    """
    found = [one for one in _entries(place.folder, place) if not one.path.name.startswith(".")]
    files = [one for one in found if _is_wanted(one, endings)]
    if place.kind in MOUNTED:
        folders = (one.path for one in found if one.is_folder)
        for folder in islice(folders, SUBFOLDERS):
            files += _files_deeper(folder, place, endings)
    return nlargest(MOST, files, key=lambda one: one.when)


def _files_deeper(folder: Path, place: FilePlace, endings: Endings) -> list[FoundFile]:
    try:
        return [one for one in _entries(folder, place) if _is_wanted(one, endings)]
    except OSError:
        return []  # every drive has folders of the system that nobody may read


def inside(folder: Path, start: str, endings: Endings) -> list[FoundFile]:
    """What a path may go on with: folders by name, then files, newest first.

    Raises OSError where the folder is missing or may not be read.
    """
    start = start.casefold()
    found = [
        one
        for one in _entries(folder, None)
        if one.path.name.casefold().startswith(start)
        and (start or not one.path.name.startswith("."))
    ]
    folders = sorted(one for one in found if one.is_folder)
    wanted = (one for one in found if _is_wanted(one, endings))
    files = nlargest(MOST, wanted, key=lambda one: one.when)
    return [*folders[:MOST], *files]


def _is_wanted(one: FoundFile, endings: Endings) -> bool:
    name = one.path.name
    return not one.is_folder and name.lower().endswith(endings) and not name.startswith(".")


def _entries(folder: Path, place: FilePlace | None) -> Iterator[FoundFile]:
    with os.scandir(folder) as entries:
        for entry in islice(entries, SEEN):
            try:
                is_folder = entry.is_dir()
                seen = entry.stat()
            except OSError:
                continue  # a link to nowhere, or gone since
            path = Path(entry.path)
            yield FoundFile(path, seen.st_mtime, seen.st_size, place, is_folder)
