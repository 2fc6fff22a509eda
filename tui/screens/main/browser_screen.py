"""The screen on which the arrangement is read: its panes, and what one tells the others. What the
objects on it that write ask of it stands here too."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.screens.main.bookmarks import Bookmarks
from tui.screens.main.browser import Browser
from tui.screens.main.folder_watch import FolderWatch
from tui.screens.main.list_filters import ListFilters
from tui.screens.main.panes import PANES, Panes
from tui.screens.main.problem_count import ProblemCount, ProblemsCounted
from tui.screens.main.question import Question
from tui.user.state import PLACE_TYPES, ScreenState
from tui.widgets.header import HeaderLine

if TYPE_CHECKING:
    from tui.forms.parts.form import Form
    from tui.screens.main.handing_on import HandingOn
    from tui.screens.main.slider import Left, Slid
    from tui.screens.main.time_travel import Stood
    from tui.screens.watcher import FoldersWatched
    from tui.store import Store
    from tui.user.drafts import Drafts
    from tui.widgets.widget_messages import Chosen, HeadClicked, Moved


class BrowserScreen(BaseScreen):
    """Holds what reads."""

    def __init__(self, habits: ScreenState, drafts: "Drafts") -> None:
        super().__init__()
        self.state = habits
        self.drafts = drafts
        self.header = HeaderLine()
        self.panes = Panes(habits)
        self.browser = Browser(self.panes, self.header, self.show_hints)
        self.filters = ListFilters(self.browser, self.ask)
        self.bookmarks = Bookmarks(self.browser.pages, self.ask, self.go_to, self.toast)
        self.folders = FolderWatch(self.header)
        self.problems = ProblemCount(self.header)

    def parts(self) -> ComposeResult:
        yield self.browser.travel.slider
        yield self.header
        yield self.panes

    def on_unmount(self) -> None:
        self.folders.stop()
        self.browser.travel.close()

    # the file

    @property
    def ready(self) -> bool:
        """Whether the file is open."""
        return self.browser.opened is not None

    @property
    def store(self) -> "Store":
        """What is read: the file of now, or how it stood."""
        return self.browser.reader()

    def reload(self) -> None:
        """Read everything that shows again; highlights stay where they are."""
        self.browser.reload()
        self.problems.count(self.browser.file())

    @property
    def handing_on(self) -> "HandingOn":
        """What copies, and writes to a file."""
        from tui.screens.main.handing_on import HandingOn

        return HandingOn(self.browser, self.ask, self.toast, self.to_clipboard)

    def copy(self) -> None:
        self.handing_on.copy()

    def to_clipboard(self, text: str) -> None:
        """Let the terminal copy a text."""
        self.app.copy_to_clipboard(text)

    def copy_to_file(self) -> None:
        self.handing_on.choose()

    # the form in the place of the page

    @property
    def form(self) -> "Form | None":
        """The form that is open."""
        raise NotImplementedError

    def open_form(self, form: "Form") -> None:
        """Put a form in the place of the page."""
        raise NotImplementedError

    def close_form(self) -> None:
        """Put the page in its place again."""
        raise NotImplementedError

    def saved(self, text: str, undoable: bool = True, record: str | None = None) -> None:
        """Show what was written, and the record that was added."""
        raise NotImplementedError

    def keep_drafts(self) -> None:
        """Write down what was typed and not saved: no form is open."""
        self.drafts.close()
        self.app.keep_drafts()

    @property
    def busy(self) -> bool:
        """Whether a form is using the file just now."""
        return self.form is not None and self.form.busy

    @property
    def occupied(self) -> bool:
        """Whether a person is at something that a toast would disturb."""
        return self.form is not None or any(self.query(one) for one in ("Question", "Welcome"))

    # what the panes and the header tell

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click on a pane goes there too; a focus that has gone on since goes nowhere."""
        pane = next((pane for pane, name in PANES.items() if event.widget.id == name), None)
        stays = event.widget is self.focused and self.form is None
        if pane is not None and pane != self.state.pane and stays:
            self.browser.navigation.to_pane(pane)

    @guarded
    def on_moved(self, message: "Moved") -> None:
        if not self.busy:  # it would read what the form may take back
            self.browser.moved(message.list_id)

    @guarded
    def on_chosen(self, message: "Chosen") -> None:
        if self.busy:
            return
        if message.list_id == PANES[0]:
            self.go_to(message.key)
        elif message.list_id in PLACE_TYPES.values():
            self.filters.narrow_to(f"{message.list_id}/{message.key}")

    def on_head_clicked(self, message: "HeadClicked") -> None:
        heading = self.browser.lists.heading
        command = heading.command_at(message.x) if message.list_id == PANES[3] else None
        if command is not None:
            self.action_do(command)

    def on_problems_counted(self, message: ProblemsCounted) -> None:
        self.problems.show(message)
        if self.app.screen is self:  # else the footer is of what lies over it
            self.show_hints()

    def on_folders_watched(self, message: "FoldersWatched") -> None:
        self.folders.show(message)
        if self.app.screen is not self:
            self.app.screen.post_message(message)
        elif not (self.occupied or self.toasting) and (told := self.folders.news()):
            self.toast(told, "green", "sync")

    def on_slid(self, message: "Slid") -> None:
        self.browser.travel.make()

    def on_left(self, message: "Left") -> None:
        """From the time line to the pane one was in."""
        self.browser.navigation.to_pane(self.state.pane)

    @guarded
    def on_stood(self, message: "Stood") -> None:
        self.browser.travel.arrived(message)

    # going somewhere

    @guarded
    def go_to(self, record: str | None) -> None:
        """Go to a record, unless none was chosen."""
        if record is not None:
            self.browser.navigation.to_record(record)

    def back(self) -> None:
        """One level back, never out of the app; from the past to how it stands now."""
        if asked := self.query(Question):
            asked.remove()
        elif self.state.pane == 3 and self.browser.marks:
            self.browser.marks.clear()
        elif self.browser.travel.on and (
            self.browser.travel.slider.has_focus or self.browser.navigation.at_rest
        ):
            self.browser.travel.end()
        else:
            self.browser.navigation.back()

    # other screens

    def ask(self, picker: Screen[Any], answer: Callable[[Any], None]) -> None:
        """Put a question over this screen; what was chosen goes to ``answer``."""
        self.push(picker, lambda chosen: None if chosen is None else answer(chosen))
