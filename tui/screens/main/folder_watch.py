"""What others brought to exchange folders, told in the header and once in a toast."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tui.screens.watcher import FoldersWatched, Watcher
from tui.words.contents.waiting_words import newest_waiting, waiting_line

if TYPE_CHECKING:
    from storage.errors import Refused
    from storage.views.exchange_folders import Bringer, Waiting
    from tui.store import Store
    from tui.widgets.header import HeaderLine


class FolderWatch:
    """Has the folders looked at for as long as the file is open; what is found comes to the
    header as ``FoldersWatched``."""

    def __init__(self, header: "HeaderLine") -> None:
        self.found: Mapping[Path, Waiting | Refused] = {}
        """What waits in each folder, or why it cannot be read, as it was at the last look."""
        self._header = header
        self._watcher: Watcher | None = None
        self._told: tuple[Bringer, ...] = ()

    def open(self, store: "Store") -> None:
        """Watch the folders of another file."""
        self.stop()
        self._watcher = Watcher(store.path, store.brings, self._header.post_message)

    def look(self) -> None:
        """Look at once, where something changed in one."""
        if self._watcher is not None:
            self._watcher.look()

    def stop(self) -> None:
        """Let go of the file."""
        if self._watcher is not None:
            self._watcher.stop()

    @property
    def waits(self) -> "Waiting | None":
        """The folder with the latest of what waits."""
        return newest_waiting(self.found.values())

    def show(self, message: FoldersWatched) -> None:
        """Tell in the header what was found."""
        self.found = message.found
        self._header.bring(self.waits)

    def news(self) -> str:
        """The sentence about what waits, the first time that it is asked; else ""."""
        waits = self.waits
        if waits is None or waits.bringers == self._told:
            return ""
        self._told = waits.bringers
        return waiting_line(waits)
