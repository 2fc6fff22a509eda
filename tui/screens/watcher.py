"""Looking at exchange folders time and again, beside the screen.

A thread of its own, which ends with the app: a drive that is gone may never answer. It has the
file open for itself, and only reads.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from textual.message import Message

from storage.errors import Refused

if TYPE_CHECKING:
    from storage.store import Store
    from storage.views.exchange_folders import Waiting
    from storage.views.seed_release import Brings

SOON, EVERY = 1.0, 20.0
"""Seconds before the first look and between two: nobody waits for it."""

NAME = "folders"


@dataclass
class FoldersWatched(Message):
    """What waits in each folder that the file was synced with, or why it cannot be read now."""

    found: Mapping[Path, "Waiting | Refused"]


class Watcher:
    """Tells what waits in every folder that the file was synced with, or why one cannot be read."""

    def __init__(
        self, path: Path, brings: "Brings", tell: Callable[[FoldersWatched], object]
    ) -> None:
        self._path = path
        self._brings = brings
        self._tell = tell
        self._wanted = Event()
        self._stopped = False
        Thread(target=self._run, name=NAME, daemon=True).start()

    def look(self) -> None:
        """Look at once."""
        self._wanted.set()

    def stop(self) -> None:
        """Look no more, and let go of the file."""
        self._stopped = True
        self._wanted.set()

    def _run(self) -> None:
        store: Store | None = None
        pause = SOON
        try:
            while not self._stopped:
                self._wanted.wait(pause)
                self._wanted.clear()
                pause = EVERY
                if not self._stopped:
                    store = self._look(store)
        finally:
            if store is not None:
                store.close()

    def _look(self, store: "Store | None") -> "Store | None":
        """One look at all; the file may be busy or gone just now, and then the next one tells."""
        try:
            if store is None:
                from storage.store import Store as Opening

                store = Opening.open(self._path, brings=self._brings)
            found: Mapping[Path, Waiting | Refused] = {
                folder.place: waiting_in(store, folder.place) for folder in store.exchange.folders()
            }
        except Refused:
            return store
        if not self._stopped:
            self._tell(FoldersWatched(found))
        return store


def waiting_in(store: "Store", place: Path) -> "Waiting | Refused":
    """What waits in a folder, or why it cannot be read now."""
    try:
        return store.exchange.waiting(place)
    except Refused as refused:  # unplugged, closed, or another arrangement's by now
        return refused
