"""The exchange: the folders and what waits in them, who sent what, and what was set apart of it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Container

from storage.errors import Refused
from storage.views.exchange_folders import Folder, Waiting
from storage.views.laptops import Device
from storage.views.set_apart import Quarantined
from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.draw.spans import Line, clean, cut, ink, quiet, width_of
from tui.locale import say, say_count
from tui.pages.folder_page import nothing_lines
from tui.screens.exchange.commands import EXCHANGE
from tui.screens.exchange.lines import folder_told
from tui.screens.exchange.rows import Listed, exchange_key, exchange_rows
from tui.screens.watcher import FoldersWatched
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.line_pane import Draw, LinePane
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Chosen, Moved
from tui.words.contents.waiting_words import place_to_sync
from tui.words.source_waiting import Accepting, acceptable


class ToSync(NamedTuple):
    """The folder to sync with; None for one that is to be chosen."""

    place: Path | None


class ExchangeScreen(BaseScreen):
    """A list in parts; of the row with the bar what there is to know of it."""

    TOPIC = "exchange"
    DOES = EXCHANGE

    def __init__(self, store: Store, wrong: int, watched: Mapping[Path, Waiting | Refused]) -> None:
        """``wrong`` is how much the header tells to be wrong or doubtful, ``watched`` what waits in
        the folders as far as that is known."""
        super().__init__()
        self.store = store
        self.accepting = Accepting(store)
        self.wrong = wrong
        self.watched = watched
        self.folders: Sequence[Folder] = ()
        self.devices: Sequence[Device] = ()
        self.apart: Sequence[Quarantined] = ()
        self._asked: int | None = None
        """The number of what was asked of whether it may go for good."""

    def parts(self) -> ComposeResult:
        yield HeaderLine()
        with Container(classes="twice"):
            yield RowList("exchange", tone="sunken")
            yield LinePane("told")

    @guarded
    def on_mount(self) -> None:
        self.rows.focus()
        self.read()

    @guarded
    def refreshed(self) -> None:
        """Someone else wrote: there may be more now."""
        self.read()

    def read(self) -> None:
        """Read all that shows, and show it. Raises Refused where that cannot be done."""
        self.folders = self.store.exchange.folders()
        self.devices, self.apart = self.store.log.devices(), self.store.quarantine.all()
        self.offer = self.store.snapshots.offered()
        self.query_one(HeaderLine).show(self.store.totals())
        self.query_one(HeaderLine).mind(wrong=self.wrong)
        self.rows.head([ink(say("exchange.title"), bold=True)])
        self._list()

    def _list(self) -> None:
        rows = exchange_rows(self.offer, self.folders, self.watched, self.devices, self.apart)
        self.rows.show(list(rows), even=True)
        self._tell()

    @guarded
    def on_folders_watched(self, message: FoldersWatched) -> None:
        """Something else waits, or a folder is there again."""
        if message.found != self.watched:
            self.watched = message.found
            self._list()

    @property
    def rows(self) -> RowList:
        return self.query_one("#exchange", RowList)

    @property
    def beside(self) -> LinePane:
        return self.query_one("#told", LinePane)

    @property
    def lit(self) -> Listed | None:
        """What has the bar."""
        offers = [self.offer] if self.offer else []
        every: list[Listed] = [*offers, *self.folders, *self.devices, *self.apart]
        return next((one for one in every if exchange_key(one) == self.rows.key), None)

    @property
    def lit_folder(self) -> Folder | None:
        """The folder that has the bar."""
        return self.lit if isinstance(self.lit, Folder) else None

    @property
    def lit_apart(self) -> Quarantined | None:
        """What was set apart and has the bar."""
        return self.lit if isinstance(self.lit, Quarantined) else None

    @property
    def acceptable(self) -> bool:
        """Whether what has the bar is of the source, or in its name."""
        return acceptable(self.lit)

    @property
    def can_go(self) -> bool:
        """Whether what has the bar can be forgotten or thrown away."""
        return isinstance(self.lit, (Folder, Quarantined))

    @guarded
    def on_moved(self, message: Moved) -> None:
        self._asked = None
        self._tell()

    @guarded
    def on_chosen(self, message: Chosen) -> None:
        self._tell()

    # syncing

    def sync(self) -> None:
        """See what waits in the folder with the bar; else where something does, or choose one."""
        folder = self.lit_folder
        place = folder.place if folder else place_to_sync(self.folders, self.watched)
        self.dismiss(ToSync(place))

    def see_it(self) -> None:
        """The same of a folder with the bar; of anything else to what there is to know of it."""
        if self.lit_folder is not None:
            self.sync()
        else:
            self.other_side()

    def choose_folder(self) -> None:
        """Sync with a folder that is to be chosen."""
        self.dismiss(ToSync(None))

    # doing something about it

    def retry(self) -> None:
        """Try all again that was set apart. Raises Refused where the file cannot be written."""
        tried = self.store.quarantine.retry([one.n for one in self.apart])
        self._after()
        taken = say_count("exchange.retried", tried.new + tried.known)
        if tried.left:
            left = say_count("exchange.still_apart", len(tried.left))
            self.toast(left if not tried.new + tried.known else f"{taken}, {left}", "amber")
        else:
            self.toast(taken)

    def accept(self) -> None:
        """Take in what has the bar and is of the source, or in its name. Raises Refused where the
        file cannot be written."""
        if acceptable(self.lit):
            told = self.accepting.accept(self.lit)
            self._after()
            self.toast(told)

    def drop(self) -> None:
        """Forget the folder with the bar; ask whether what was set apart may go for good, and the
        second time it does. Raises Refused where the file cannot be written."""
        if self.lit_folder is not None:
            self.store.exchange.forget(self.lit_folder.place)
            self._after()
            self.toast(say("exchange.forgotten"))
            return
        one = self.lit_apart
        if one is None:
            return
        if self._asked != one.n:
            self._asked = one.n
            self._tell()
            return
        self.store.quarantine.drop([one.n])
        self._after()
        self.toast(say("exchange.dropped"))

    def _after(self) -> None:
        self._asked = None
        self.wrote()
        self.read()

    def other_side(self) -> None:
        """Between the list and what is read beside it."""
        (self.beside if self.rows.has_focus else self.rows).focus()

    def back(self) -> None:
        """What was asked is not wanted; else to the list, and from there away."""
        if self._asked is not None:
            self._asked = None
            self._tell()
        elif self.beside.has_focus:
            self.rows.focus()
        else:
            self.dismiss(None)

    # drawing

    def _tell(self) -> None:
        """Show what there is to know of the row with the bar."""
        lit = self.lit
        if lit is None:
            self.beside.show(lambda width: list(nothing_lines(width)))
        else:
            waiting = self.watched.get(lit.place) if isinstance(lit, Folder) else None
            asked, colour = self._asked is not None, not self.app.no_color
            told = folder_told(self.store, self.accepting, lit, waiting, colour=colour, asked=asked)
            self._show(*told)
        self.show_hints()

    def _show(self, title: str, draw: Draw) -> None:
        def head(width: int, more: bool) -> tuple[Line, Line]:
            right = [quiet(say("page.more"))] if more else []
            room = max(width - 6 - width_of(right), 1)
            return [ink(cut(clean(title), room), bold=True)], right

        self.beside.show(draw, head)

    def hints(self) -> Sequence[KeyHint]:
        if self._asked is not None:
            return [*self.hint("drop"), KeyHint(say("key.escape"), say("command.leave"), "back")]
        accepts = ["accept"] if self.acceptable else []
        return self.hint(
            *accepts, "sync", "new_folder", "retry_apart", "drop", "back", "other_side"
        )
