"""What other programs write in the file that is open."""

from typing import Protocol

from storage.errors import SPOILT, Refused
from tui.base.base_app import BaseApp
from tui.base.base_screen import BaseScreen
from tui.base.job_screen import JobScreen
from tui.locale import say
from tui.store import Store


class Rereader(Protocol):
    """The screen under all others, on which forms are filled in."""

    @property
    def busy(self) -> bool: ...
    @property
    def form(self) -> object | None: ...
    def read_again(self) -> None: ...
    def refuse(self, refused: Refused) -> None: ...


class WriteWatch:
    """Has it shown, and says so on the screen that shows."""

    def __init__(self, app: BaseApp) -> None:
        self.clones_due = True
        """Whether to look if another laptop writes under the same number: at the start, and once
        others' changes have come in."""
        self._app = app
        self._version: object = None

    def seen(self, store: Store) -> None:
        """What is in the file now has been shown, or will be at once."""
        self._version = store.version()

    def missed(self) -> None:
        """What could not be read now is read again at a next look."""
        self._version = None

    def look(self, store: Store, main: Rereader) -> None:
        """Show what was written since the last look, unless something uses the file just now."""
        screen = self._app.screen
        if not self._app.is_running or not screen.is_mounted:
            return  # closing, or on its way
        if main.busy or (isinstance(screen, JobScreen) and screen.busy):
            return  # using the file: the next look is in a second
        try:
            if isinstance(screen, BaseScreen):
                self._caution(store, screen)
            version = store.version()
            if version == self._version:
                return
            main.read_again()
        except Refused as refused:
            if refused.key in SPOILT:
                main.refuse(refused)
            return  # else busy just now; the next look is in a second
        missed, self._version = self._version is None, version
        if isinstance(screen, BaseScreen) and main.form is None:  # a form says it at its lines
            try:
                screen.refreshed()
            except Refused as refused:
                screen.refuse(refused)
                return
            if not screen.FOLLOWS:
                screen.toast(say("toast.free" if missed else "toast.elsewhere"))

    def _caution(self, store: Store, screen: BaseScreen) -> None:
        """Say what is to be known of the file, after what the change itself had to say."""
        from tui.user import cautions

        told = None
        if store.no_copy is not None and not screen.toasting:
            told = cautions.no_copy(store)
        if told is None and self.clones_due and not screen.toasting:
            told = cautions.clone(store)
            self.clones_due = False
        if told is not None:
            screen.toast(told, "amber")
