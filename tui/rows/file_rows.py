"""Files and places in a list: what it is, and quietly where it lies and since when."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tui.draw.spans import Line, clean, cut, gap, ink, quiet, row, width_of
from tui.locale import decimal, number, say
from tui.rows.row import Row
from tui.user.places import FilePlace, FoundFile
from tui.words import dates

KILO, MEGA, GIGA = 1_000, 1_000_000, 1_000_000_000


def file_key(path: Path) -> str:
    """The key of a row; it may hold what no screen can show."""
    return str(path)


def file_place_name(place: FilePlace) -> str:
    """A place as people call it."""
    return say(f"place.{place.kind}", name=clean(place.name))


def size_of(size: int) -> str:
    """A size as people read it: 1,2 MB."""
    if size < MEGA:
        return say("size.kilo", n=number(-(-size // KILO)))
    if size < GIGA:
        return say("size.mega", n=decimal(size / MEGA))
    return say("size.giga", n=decimal(size / GIGA))


def _moment(when: float) -> str:
    try:
        at = datetime.fromtimestamp(when, UTC)
    except (ValueError, OverflowError, OSError):
        return say("date.unknown")
    return dates.moment_in_words(at.isoformat())


class FileRow:
    """A file in two lines: name and size; place, and when it was written."""

    height = 2

    def __init__(self, found: FoundFile) -> None:
        self.found = found
        self.key: str | None = file_key(found.path)

    def draw(self, width: int) -> Sequence[Line]:
        right = quiet(size_of(self.found.size))
        room = max(width - 5 - width_of([right]), 1)
        name = ink(cut(clean(self.found.path.name), room))
        place = self.found.place
        when = quiet(_moment(self.found.when))
        where = [quiet(file_place_name(place)), gap(3)] if place else []
        return [row(width, [name], [right]), row(width, [*where, when])]


class FolderRow:
    """A folder to go on into."""

    height = 1

    def __init__(self, found: FoundFile) -> None:
        self.key: str | None = file_key(found.path)
        self.name = clean(found.path.name)

    def draw(self, width: int) -> Sequence[Line]:
        right = quiet(say("place.folder"))
        room = max(width - 5 - width_of([right]), 1)
        return [row(width, [ink(cut(self.name, room))], [right])]


class HereRow:
    """The folder in which one is, to choose it and not what is in it."""

    height = 1

    def __init__(self, folder: Path) -> None:
        self.key: str | None = file_key(folder)
        self.folder = folder

    def draw(self, width: int) -> Sequence[Line]:
        name = ink(say("place.here"))
        room = width - 7 - width_of([name])
        return [
            row(width, [name], [quiet(cut(clean(folder_from_home(self.folder)), max(room, 0)))])
        ]


def found_rows(found: Iterable[FoundFile]) -> list[Row]:
    """Rows of files and folders."""
    return [FolderRow(one) if one.is_folder else FileRow(one) for one in found]


class FilePlaceRow:
    """A place, and quietly the folder that it stands for."""

    height = 1

    def __init__(self, place: FilePlace) -> None:
        self.place = place
        self.key: str | None = file_key(place.folder)

    def draw(self, width: int) -> Sequence[Line]:
        name = ink(file_place_name(self.place))
        room = width - 7 - width_of([name])
        folder = quiet(cut(clean(folder_from_home(self.place.folder)), max(room, 0)))
        return [row(width, [name], [folder])]


def folder_from_home(folder: Path) -> str:
    """The folder as people write it, from home where it lies there."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)


def file_fits(found: FoundFile, words: Sequence[str]) -> bool:
    """Whether a file has all these words in its name or in that of its place."""
    place = file_place_name(found.place) if found.place else ""
    text = f"{found.path.name} {place}".casefold()
    return all(word in text for word in words)
