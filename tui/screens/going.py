"""Going somewhere: to a pane, a record, a bookmark, back to where one was."""

from collections.abc import Callable

from storage.errors import Refused
from storage.views.page_content import Page
from tui.base.guard import guarded
from tui.base.option_picker import ChooseScreen, Option
from tui.locale import say
from tui.screens.browsing import TYPES, Browsing
from tui.screens.jump import JumpScreen, Target, say_how
from tui.screens.panes import LISTS, PANES
from tui.user import state
from tui.user.trail import Trail
from tui.widgets.footer import Footer
from tui.widgets.list_messages import Chosen, Moved
from tui.widgets.page_view import Reading
from tui.widgets.row_list import Rows


class Going(Browsing):
    """Moving about in the arrangement, with a way back."""

    def __init__(self, habits: state.State, seen: Callable[[], None]) -> None:
        super().__init__(habits, seen)
        self.trail = Trail()

    def go_pane(self, pane: int) -> None:
        before = self.listing
        if pane in LISTS:
            self.state.about = None
        super().go_pane(pane)
        if self.ready and (pane in LISTS or before != self.listing):
            self.show_page()

    @guarded
    def on_moved(self, message: Moved) -> None:
        if message.list_id == PANES[self.listing]:
            self.state.about = None
            self.show_page()
        elif message.list_id == "page":
            self.show_hints()

    @guarded
    def on_chosen(self, message: Chosen) -> None:
        if message.list_id == "page":
            self.go_to(message.key)

    def leave(self) -> None:
        """Remember where one is, before going elsewhere."""
        self.trail.leave(self.state.place)

    @guarded
    def go_to(self, record: str | None) -> None:
        """Go to a record: in the list where it stands there, else on page 0."""
        if record is None:
            return
        self.leave()
        if self.state.pane in LISTS and record.startswith("agreements/") and self.select(record):
            self.go_pane(3)
            return
        self.state.about = record
        self.go_pane(0)
        self.show_page()

    def select(self, record: str) -> bool:
        """Highlight an agreement in the list; whether it stands there."""
        return self.pane_rows(3).select(record)

    def travel(self, *, back: bool) -> bool:
        """Back to where one was, or forward again; whether there was somewhere."""
        here = self.state.place
        place = self.trail.back(here) if back else self.trail.forward(here)
        if place is None:
            return False
        self.state.go(place)
        self.state.listing = self.listing
        for pane, name in ((1, "region"), (2, "programme"), (3, "agreement")):
            if getattr(place, name) != getattr(here, name):
                self.pane_rows(pane).forget()
        self.reload()
        super().go_pane(place.pane)
        self.show_page()
        return True

    def back(self) -> None:
        """One level back, never out of the app."""
        pane = self.state.pane
        if pane not in LISTS and self.page_widget.forget():
            self.show_hints()
        elif self.large:
            self.enlarge(large=False)
            self.show_page()
        elif self.state.about is not None and self.travel(back=True):
            return
        elif pane not in LISTS:
            self.go_pane(self.listing)
        elif self.roomy:
            self.go_pane(3)
        elif pane == 3:
            self.go_pane(1 if self.state.programme is None else 2)
        else:
            self.go_pane(1)

    def enter(self) -> None:
        """Choose in 1 and 2; from the list into the page; follow a line, or enlarge the page."""
        pane = self.state.pane
        if pane in TYPES:
            self.pane_rows(pane).choose()
        elif pane == 3:
            self.go_pane(0)
        elif pane == 0 and self.page_widget.link is not None:
            self.go_to(self.page_widget.link)
        else:
            self.go_pane(0)
            self.enlarge(large=not self.large)
            self.show_page()

    # jump labels

    def jump(self) -> None:
        """Put a letter at everything in sight that one can go to."""
        panes = [
            pane
            for pane in (*self.query(Rows), *self.query(Reading))
            if pane.display and pane.region
        ]
        self.app.push_screen(JumpScreen(panes), self.jumped)
        say_how(self.query_one(Footer))

    @guarded
    def jumped(self, target: Target | None) -> None:
        """Go to what was typed: a place is chosen, a line is followed."""
        self.show_hints()
        if target is None:
            return
        if target.pane == "page":
            self.go_to(target.key)
            return
        pane = next(pane for pane, name in PANES.items() if name == target.pane)
        self.pane_rows(pane).select(target.key)
        self.go_pane(pane)
        if pane in TYPES:
            self.pane_rows(pane).choose()

    # bookmarks

    def mark(self) -> None:
        """Put a bookmark at what is read, or take it away."""
        record = self.record
        if record is None:
            return
        marks = self.state.marks
        there = record in marks
        self.state.marks = [mark for mark in marks if mark != record]
        if not there:
            self.state.marks.insert(0, record)
        self.toast(say("toast.unmarked" if there else "toast.marked"), "green")

    def choose_mark(self) -> None:
        """Choose a bookmark to go to; what has gone since is left out."""
        options = [found for mark in self.state.marks if (found := self._option(mark))]
        self.app.push_screen(
            ChooseScreen(say("choose.mark"), options, say("choose.no_marks")), self.go_to
        )

    def _option(self, record: str) -> Option | None:
        try:
            found = self.read(record)
        except Refused:
            return None
        if isinstance(found, Page):
            return Option(record, found.row.title, found.row.code)
        kind = record.partition("/")[0]
        return Option(record, found.title, say(f"type.{kind}")) if found else None
