"""What others brought to exchange folders, told in the header and once in a toast."""

from collections.abc import Mapping
from pathlib import Path

from storage.errors import Refused
from storage.views.exchange_folders import Bringer, Waiting
from tui.base.app_messages import Watched, Work
from tui.screens.minding import Minding
from tui.screens.watcher import Watcher
from tui.store import Store
from tui.widgets.header import Header
from tui.words.contents.waiting_words import brought, newest


class Bringing(Minding):
    """Has the folders looked at for as long as the file is open."""

    watched: Mapping[Path, Waiting | Refused] = {}
    """What waits in each folder, or why it cannot be read, as it was at the last look."""
    _watcher: Watcher | None = None
    _told: tuple[Bringer, ...] = ()

    def open(self, store: Store) -> None:
        super().open(store)
        self.watch_no_longer()
        self._watcher = Watcher(store.path, store.brings, self.post_message)

    def look_at_folders(self) -> None:
        """Look at once, where something changed in one."""
        if self._watcher is not None:
            self._watcher.look()

    def watch_no_longer(self) -> None:
        """Let go of the file."""
        if self._watcher is not None:
            self._watcher.stop()

    def on_unmount(self) -> None:
        self.watch_no_longer()

    @property
    def waits(self) -> Waiting | None:
        """The folder with the latest of what waits."""
        return newest(self.watched.values())

    def on_work(self, message: Work) -> None:
        """What came in waits no longer."""
        self.look_at_folders()

    def on_watched(self, message: Watched) -> None:
        self.watched = message.found
        waits = self.waits
        self.query_one(Header).bring(waits)
        if self.app.screen is not self:
            self.app.screen.post_message(message)
        elif waits and waits.bringers != self._told and not (self.occupied or self.toasting):
            self._told = waits.bringers
            self.toast(brought(waits), "green", "sync")

    @property
    def occupied(self) -> bool:
        """Whether a person is at something that a toast would disturb."""
        return False
