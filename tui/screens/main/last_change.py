"""The last change: shown, taken back, done again."""

from typing import TYPE_CHECKING

from tui.locale import say
from tui.words.act_words import describe
from tui.words.called import short_name_of

if TYPE_CHECKING:
    from storage.views.act_row import ActRow
    from tui.screens.main.browser_screen import BrowserScreen


class LastChange:
    """Reads the file again after one, goes to what was changed, and says so in a toast."""

    def __init__(self, host: "BrowserScreen") -> None:
        self._host = host

    def saved(self, text: str, undoable: bool = True, record: str | None = None) -> None:
        """Show what was written, and the record that was added."""
        host = self._host
        host.wrote()
        host.reload()
        host.go_to(record)
        host.toast(text, "green", "undo" if undoable else "")

    def undo(self) -> None:
        """Take back my last act. Raises Refused where there is none."""
        act = self._host.store.undo()
        what = describe(act) if act else say("toast.the_act")
        self._after(act, say("toast.undone", what=what), "redo")

    def redo(self) -> None:
        """Do again what was taken back. Raises Refused where there is nothing."""
        act = self._host.store.redo()
        self._after(act, say("toast.redone", what=describe(act)), "undo")

    def take_source(self) -> None:
        """Take what the source says of what is read, where another value stands before it."""
        store, record = self._host.store, self._host.browser.pages.read_now
        store.changes.take_source(record)
        self._host.saved(say("toast.took_source", name=short_name_of(store, record)))

    def _after(self, act: "ActRow | None", text: str, offers: str) -> None:
        host = self._host
        host.wrote()
        host.reload()
        if act and act.changes:
            host.state.about = None
            host.panes.lists[3].select(act.changes[0].record)
            host.browser.show_page()
        host.toast(text, "green", offers)
