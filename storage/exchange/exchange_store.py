"""What a file does with exchange folders."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from storage.bulk import many_objects
from storage.progress import Progress, Watch, unwatched
from storage.tables.damage import face

if TYPE_CHECKING:
    from storage.journal.held_file import WrittenFile
    from storage.views.exchange_folders import Exchanged, Folder, FolderLook, Synced, Waiting
    from storage.views.laptops import Person


@face("_connection")
class Exchange:
    """The folders that a file is synced with."""

    def __init__(self, file: "WrittenFile") -> None:
        self._file = file
        self._connection = file.connection
        self._waited: dict[Path, tuple[object, Waiting]] = {}

    def sync(self, place: Path, profile: str | None = None, watch: Watch = unwatched) -> "Synced":
        """Bring a folder and this file to the same acts: what is there comes in, what it lacks
        goes out under a profile, which is remembered for this folder. Without one it is what was
        chosen for it before, where file and laptop agree on that (``agreed``).

        Raises Refused, and changes nothing, for a folder that cannot be read, for one of another
        arrangement, and for a part of an exchange folder. One that cannot be written gives what it
        has.
        """
        from storage.exchange.consents import agree, agreed
        from storage.exchange.folder_root import check_root
        from storage.exchange.readers import remember_readers
        from storage.exchange.sync import sync
        from storage.queries.history.unsent import remember_sent

        check_root(place)
        progress = Progress(watch)
        known, was = agreed(self._connection, self._file.path, place)
        with many_objects():
            done, authors = sync(
                self._connection, self._file.journal, place, profile or known, self._file.brings,
                today=self._file.today, progress=progress,
            )  # fmt: skip
        if profile is not None:
            agree(self._file.path, place, profile)
        remember_readers(
            self._connection, self._file.path, place, authors, wrote=bool(done.written)
        )
        if done.unwritten is None:
            remember_sent(self._connection, self._file.path, None)
        return done if profile is not None else replace(done, was=was)

    def look_into(self, place: Path, watch: Watch = unwatched) -> "FolderLook":
        """What a sync with a folder would bring and take there; nothing is written, here or
        there."""
        from storage.exchange.consents import agreed
        from storage.exchange.folder_register import profile_in
        from storage.exchange.folder_root import check_root
        from storage.exchange.readers import exchanged, readers
        from storage.exchange.receive import look_into
        from storage.views.exchange_folders import FolderLook

        check_root(place)
        progress = Progress(watch)
        with many_objects():
            preview, going, authors, spoilt = look_into(
                self._connection, self._file.journal, place, self._file.brings,
                today=self._file.today, progress=progress,
            )  # fmt: skip
        profile, was = agreed(self._connection, self._file.path, place)
        return FolderLook(
            preview, going, profile_in(self._connection, place) is not None, profile, was,
            readers(self._connection, self._file.path, place, self._file.author, authors),
            exchanged(self._connection, self._file.path, place, self._file.author), spoilt,
        )  # fmt: skip

    def readers(self, place: Path) -> "tuple[Person, ...]":
        """Who else exchanges in a folder, as far as something came through it."""
        from storage.exchange.readers import readers

        return readers(self._connection, self._file.path, place, self._file.author)

    def exchanged(self, place: Path) -> "Exchanged":
        """When something really came out of a folder last, and of whom, and went in."""
        from storage.exchange.readers import exchanged

        return exchanged(self._connection, self._file.path, place, self._file.author)

    def waiting(self, place: Path) -> "Waiting":
        """What a folder holds that was not taken in yet. Quick where nothing changed since it was
        asked last: it may be asked time and again. Raises Refused where the folder cannot be read.
        """
        from storage.exchange.folder_listing import listing
        from storage.exchange.inbox import folder_waiting

        there = listing(place), self._file.version()
        if place not in self._waited or self._waited[place][0] != there:
            found = folder_waiting(self._connection, place, there[0], self._file.brings)
            self._waited[place] = there, found
        return self._waited[place][1]

    def folders(self) -> "tuple[Folder, ...]":
        """The folders that were synced with, the latest first."""
        from storage.exchange.consents import agreed
        from storage.exchange.folder_register import folders

        found = []
        for one in folders(self._connection):
            profile, was = agreed(self._connection, self._file.path, one.place)
            found.append(replace(one, profile=profile, was=was))
        return tuple(found)

    def forget(self, place: Path) -> None:
        """Sync with a folder no longer; what lies there stays. Raises Refused for one that is
        not known."""
        from storage.exchange.folder_register import forget_folder

        forget_folder(self._connection, place)
