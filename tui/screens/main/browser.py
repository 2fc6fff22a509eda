"""Reading the arrangement: the file that is open, or how it stood, in the lists and on the
page."""

from collections.abc import Callable
from typing import cast

from storage.errors import Refused
from storage.views.arrangement_counts import Totals
from tui.screens.main.kept_bars import KeptBars
from tui.screens.main.list_panes import ListPanes
from tui.screens.main.marks import Marks
from tui.screens.main.navigation import Navigation
from tui.screens.main.page_panes import PagePanes
from tui.screens.main.panes import PANES, Panes
from tui.screens.main.time_travel import TimeTravel
from tui.store import Store
from tui.widgets.header import HeaderLine
from tui.words import locator


class Browser:
    """Everything that reads the file for the panes; ``show_hints`` shows what works by then."""

    def __init__(self, panes: Panes, header: HeaderLine, show_hints: Callable[[], None]) -> None:
        self.state = panes.state
        self.opened: Store | None = None
        self.totals: Totals | None = None
        """The numbers of the header; None while the file is on its way."""
        self.marks = Marks(self.show_marks)
        self.lists = ListPanes(panes, self.marks, self.reader, lambda: self.travel.on)
        self.pages = PagePanes(panes, self.lists, self.reader)
        self.navigation = Navigation(panes, self.show_page, self.reload)
        self.travel = TimeTravel(header, self.file, self.show_again)
        self.panes = panes
        self._header = header
        self._show_hints = show_hints
        self._bars = KeptBars(panes.lists)

    def file(self) -> Store:
        """The open file. Raises Refused while it is on its way."""
        if self.opened is None:
            raise Refused("loading")
        return self.opened

    def reader(self) -> Store:
        """What is read: the file of now, or how it stood, in which nothing can be written."""
        return self.file() if self.travel.past is None else cast("Store", self.travel.past)

    @property
    def last_year(self) -> str:
        """The year in which the arrangement ends; "" where that is not known."""
        return self.totals.last_year if self.totals else ""

    @property
    def has_conflicts(self) -> bool:
        """Whether there are any, as far as is known."""
        return self.totals is None or bool(self.totals.conflicts)

    def open(self, store: Store) -> None:
        """Show a file that has just been opened, where it was left."""
        self.opened = store
        tops = self.state.list_top, self.state.page_top
        bars = {1: self.state.bar_in_regions, 2: self.state.bar_in_programmes}
        self.reload()
        moved = [self.panes.lists[pane].select(key) for pane, key in bars.items()]
        if any(moved):
            self.show_page()
        if self.state.large and self.state.pane == 0:
            self.panes.enlarge(large=True)
        self.panes.call_after_refresh(self.panes.to_lines, *tops)  # they have sizes by then

    def close(self) -> None:
        """The file is closed: it cannot be read any more."""
        self.opened = None
        self.pages.clear()

    def reload(self) -> None:
        """Read everything that shows again; highlights stay where they are."""
        locator.call_by(self._headings)
        self.totals = self.reader().totals()
        self._header.show(self.totals)
        self.show_lists()

    def _headings(self) -> locator.Names:
        """What the document calls its headings."""
        from seed.document.heading_names import called

        return called(self.opened) if self.opened is not None else None

    def show_lists(self) -> None:
        """Show the three lists again, and the page."""
        self.lists.show()
        self.show_page()

    def show_page(self) -> None:
        """Show what is to be read by now, and where the bars are."""
        if self.opened is None:
            return
        self.lists.show_heading()
        self.lists.note_bars()
        self.pages.show()
        self._show_hints()

    def moved(self, list_id: str) -> None:
        """Another row has the bar: it is read, where it is in the list that one is in or came
        from."""
        if list_id == PANES[self.panes.listing]:
            self.state.about = None
            self.show_page()
        elif list_id == PANES[0]:
            self._show_hints()

    def to_arrangement(self) -> None:
        """Go to the page of the arrangement itself, which stands in no list."""
        self.navigation.to_record(f"arrangement/{self.reader().arrangement}")

    def show_marks(self) -> None:
        """Show the marks as they are now."""
        self.panes.lists[3].refresh()
        self.lists.show_heading()
        self._show_hints()

    def show_again(self) -> None:
        """Show everything as it is on the day that shows now, and the same highlights as soon as
        what they were on is there again."""
        self._bars.note()
        self.reload()
        self._bars.put_back()
        self.show_page()
        if not self.travel.on:
            self._bars.forget()
            self.navigation.to_pane(self.state.pane)
