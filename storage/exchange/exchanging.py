"""What a file does with exchange folders."""

from pathlib import Path
from typing import TYPE_CHECKING

from storage.bulk import many_objects
from storage.progress import Progress, Watch, unwatched
from storage.reader import Reader

if TYPE_CHECKING:
    from storage.journal import Journal
    from storage.views.exchange import Folder, Synced


class Exchanging(Reader):
    """A file that can be synced with folders."""

    if TYPE_CHECKING:

        @property
        def journal(self) -> Journal: ...

    def sync(self, place: Path, profile: str | None = None, watch: Watch = unwatched) -> "Synced":
        """Bring a folder and this file to the same acts: what is there comes in, what it lacks
        goes out under a profile, which is remembered for this folder.

        Raises Refused, and changes nothing, for a folder that cannot be read, and for one of
        another arrangement. One that cannot be written gives what it has.
        """
        from storage.exchange.sync import sync
        from storage.reading.unsent import remember_sent

        progress = Progress(watch)
        with many_objects():
            done = sync(
                self.connection, self.journal, place, profile,
                today=self.today, progress=progress,
            )  # fmt: skip
        if done.unwritten is None:
            remember_sent(self.connection, self.path, None)
        return done

    def folders(self) -> "tuple[Folder, ...]":
        """The folders that were synced with, the latest first."""
        from storage.exchange.folders import folders

        return folders(self.connection)

    def forget_folder(self, place: Path) -> None:
        """Sync with a folder no longer; what lies there stays. Raises Refused for one that is
        not known."""
        from storage.exchange.folders import forget_folder

        forget_folder(self.connection, place)
