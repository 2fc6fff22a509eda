"""The main screen: its panes, the forms that stand in the place of the page, and what one comes
back to from every other screen."""

from collections.abc import Callable, Sequence
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from storage.views.arrangement_counts import Totals
from tui.base.app_messages import Work
from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.forms.form_messages import Closed, Compared, Done, Prepared, ToDivide
from tui.forms.parts.form import Form
from tui.locale import say
from tui.screens.main.action_ticks import ActionTicks
from tui.screens.main.bookmarks import Bookmarks
from tui.screens.main.browser import Browser
from tui.screens.main.change_forms import ChangeForms
from tui.screens.main.commands import MAIN
from tui.screens.main.desk import Desk
from tui.screens.main.file_forms import FileForms
from tui.screens.main.folder_watch import FolderWatch
from tui.screens.main.follow_ups import FollowUps
from tui.screens.main.footers import FOOTERS
from tui.screens.main.jump import JumpScreen, JumpTarget, say_how
from tui.screens.main.last_change import LastChange
from tui.screens.main.list_filters import ListFilters
from tui.screens.main.opened_overviews import OpenedOverviews
from tui.screens.main.overlays import Overlays
from tui.screens.main.panes import PANES, Panes
from tui.screens.main.problem_count import ProblemCount, ProblemsCounted
from tui.screens.main.question import Question
from tui.screens.main.record_forms import RecordForms
from tui.screens.main.slider import Left, Slid
from tui.screens.main.time_travel import Stood
from tui.screens.main.welcome import Welcome
from tui.screens.watcher import FoldersWatched
from tui.store import Store
from tui.user import state
from tui.user.drafts import Drafts
from tui.user.state import PLACE_TYPES
from tui.widgets.footer import Footer, KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.toast import Toast
from tui.widgets.widget_messages import Chosen, HeadClicked, Hinted, Moved
from tui.words.contents.plain_text import page_name as called_in_text
from tui.words.contents.plain_text import page_text


class MainScreen(BaseScreen):
    """Reading the arrangement and writing in it. What it holds does the work; here the parts are
    put together, and what one of them tells reaches the others."""

    DOES = MAIN

    def __init__(
        self,
        habits: state.ScreenState,
        seen: Callable[[], None],
        drafts: Drafts,
        *,
        first: bool = False,
    ) -> None:
        super().__init__()
        self.state = habits
        self.seen = seen
        self.first = first
        self.header = HeaderLine()
        self.panes = Panes(habits)
        self.browser = Browser(self.panes, self.header, self.show_hints)
        self.filters = ListFilters(self.browser, self.ask)
        self.bookmarks = Bookmarks(self.browser.pages, self.ask, self.go_to, self.toast)
        self.folders = FolderWatch(self.header)
        self.problems = ProblemCount(self.header)
        self.drafts = drafts
        self.desk = Desk(self)
        self.last_change = LastChange(self)
        self.records = RecordForms(self)
        self.changes = ChangeForms(self, self.records.edit)
        self.files = FileForms(self)
        self.ticks = ActionTicks(self)
        self.overviews = OpenedOverviews(self)
        self.overlays = Overlays(self, self.files, FollowUps(self, self.changes, self.records))

    def parts(self) -> ComposeResult:
        yield self.browser.travel.slider
        yield self.header
        yield self.panes
        if self.first:
            yield Welcome()

    def on_mount(self) -> None:
        self.browser.lists.begin()
        self.panes.go(self.state.pane if self.state.pane in self.panes.order else 0)

    def on_unmount(self) -> None:
        self.folders.stop()
        self.browser.travel.close()

    # the file

    @property
    def ready(self) -> bool:
        """Whether the file is open."""
        return self.browser.opened is not None

    @property
    def store(self) -> Store:
        """What is read: the file of now, or how it stood."""
        return self.browser.reader()

    @property
    def totals(self) -> Totals | None:
        """The numbers of the header; None while the file is on its way."""
        return self.browser.totals

    @property
    def last_year(self) -> str:
        """The year in which the arrangement ends; "" where that is not known."""
        return self.totals.last_year if self.totals else ""

    @guarded
    def open(self, store: Store) -> None:
        """Show a file that has just been opened, where it was left."""
        self.folders.open(store)
        self.browser.open(store)
        self.problems.count(store)
        self.seen()

    def let_go(self) -> None:
        """The file is closed: it cannot be read any more."""
        self.browser.close()
        self.desk.close()
        self.folders.stop()
        self.problems.stop()

    def reload(self) -> None:
        """Read everything that shows again; highlights stay where they are."""
        self.browser.reload()
        self.problems.count(self.browser.file())

    @property
    def record(self) -> str | None:
        """The id of what is read."""
        return self.browser.pages.record

    def shown_text(self) -> str:
        page = self.browser.pages.page
        return page_text(page, self.last_year) if page is not None else ""

    def shown_name(self) -> str:
        page = self.browser.pages.page
        return called_in_text(page) if page is not None else ""

    @property
    def has_conflicts(self) -> bool:
        """Whether there are any, as far as is known."""
        return self.totals is None or bool(self.totals.conflicts)

    # what its parts tell

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click on a pane goes there too; a focus that has gone on since goes nowhere."""
        pane = next((pane for pane, name in PANES.items() if event.widget.id == name), None)
        stays = event.widget is self.focused and self.form is None
        if pane is not None and pane != self.state.pane and stays:
            self.go_pane(pane)

    @guarded
    def on_moved(self, message: Moved) -> None:
        if not self.busy:  # it would read what the form may take back
            self.browser.moved(message.list_id)

    @guarded
    def on_chosen(self, message: Chosen) -> None:
        if self.busy:
            return
        if message.list_id == PANES[0]:
            self.go_to(message.key)
        elif message.list_id in PLACE_TYPES.values():
            self.filters.narrow_to(f"{message.list_id}/{message.key}")

    def on_head_clicked(self, message: HeadClicked) -> None:
        command = (
            self.browser.lists.heading.command_at(message.x) if message.list_id == "list" else None
        )
        if command is not None:
            self.action_do(command)

    def on_problems_counted(self, message: ProblemsCounted) -> None:
        self.problems.show(message)
        if self.app.screen is self:  # else the footer is of what lies over it
            self.show_hints()

    def on_folders_watched(self, message: FoldersWatched) -> None:
        self.folders.show(message)
        if self.app.screen is not self:
            self.app.screen.post_message(message)
        elif not (self.occupied or self.toasting) and (told := self.folders.news()):
            self.toast(told, "green", "sync")

    def on_slid(self, message: Slid) -> None:
        self.browser.travel.make()

    def on_left(self, message: Left) -> None:
        """From the time line to the pane one was in."""
        self.go_pane(self.state.pane)

    @guarded
    def on_stood(self, message: Stood) -> None:
        self.browser.travel.arrived(message)

    # going somewhere

    def go_pane(self, pane: int) -> None:
        self.browser.navigation.to_pane(pane)

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

    def clear_filter(self) -> None:
        """Take away the last filter."""
        self.action_do(self.browser.lists.chips()[-1].command)

    def jump(self) -> None:
        """Put a letter at everything in sight that one can go to."""
        self.app.push_screen(JumpScreen(self.panes.in_sight), self._jumped)
        say_how(self.query_one(Footer))

    @guarded
    def _jumped(self, target: JumpTarget | None) -> None:
        self.show_hints()
        if target is not None:
            self.browser.navigation.to_target(target)

    @guarded
    def to_now(self) -> None:
        """Back to how it stands now."""
        self.browser.travel.end()

    # forms in the place of the page

    @property
    def form(self) -> Form | None:
        """The form that is open."""
        return self.desk.form

    @property
    def busy(self) -> bool:
        """Whether something is using the file just now."""
        return self.desk.busy

    @property
    def occupied(self) -> bool:
        """Whether a person is at something that a toast would disturb."""
        return self.form is not None or bool(self.query(Question))

    def open_form(self, form: Form, *, large: bool = False) -> None:
        """Put a form in the place of the page."""
        self.desk.open(form, large=large)

    def close_form(self) -> None:
        """Put the page in its place again."""
        self.desk.close()

    def clear_asked(self) -> None:
        """A form has the screen: what was told and asked beside it goes."""
        self.query_one(Toast).hide()
        self.query(Question).remove()
        self.show_hints()

    def on_hinted(self, message: Hinted) -> None:
        self.show_hints()

    def on_closed(self, message: Closed) -> None:
        self.desk.closed(message)

    @guarded
    def on_done(self, message: Done) -> None:
        self.changes.made(message.change)
        self.overlays.last_import = message.brought or self.overlays.last_import
        self.desk.done(message)

    def on_prepared(self, message: Prepared) -> None:
        self.desk.prepared(message)

    def on_compared(self, message: Compared) -> None:
        self.overlays.difference(message)

    def on_to_divide(self, message: ToDivide) -> None:
        self.overlays.divide(message)

    @guarded
    def on_work(self, message: Work) -> None:
        """Something ended that used the file, and may have written in it for a moment; what came in
        waits no longer."""
        self.folders.look()
        self.seen()
        self.reload()
        self.app.arrived()
        if self.form is not None:
            self.form.busy = False

    def keep_drafts(self) -> None:
        """Write down what was typed and not saved: no form is open."""
        self.drafts.close()
        self.app.keep_drafts()

    def saved(self, text: str, undoable: bool = True, record: str | None = None) -> None:
        """Show what was written; now and then ask who writes."""
        self.last_change.saved(text, undoable, record)
        if Question.is_due(self.store):
            self.mount(Question(), after=self.header)

    # other screens

    def ask(self, picker: Screen[Any], answer: Callable[[Any], None]) -> None:
        """Put a question over this screen; what was chosen goes to ``answer``."""

        @guarded
        def answered(screen: MainScreen, chosen: Any) -> None:
            if chosen is not None:
                answer(chosen)

        self.app.push_screen(picker, lambda chosen: answered(self, chosen))

    def push(self, screen: Screen[Any], answer: Callable[[Any], None] | None = None) -> None:
        """Put another screen over this one; what that gives goes to ``answer``."""
        self.app.push_screen(screen, answer)

    def open_source(
        self, record: str | None, at: str = "", told: tuple[str, bool] = ("", False)
    ) -> None:
        """Read the document at the places of a record, or at a passage, by id or by locator."""
        self.overlays.open_source(record, at, told)

    def open_coverage(self, at: str = "", told: tuple[str, bool] = ("", False)) -> None:
        """Show what the document gave, at a passage by its locator."""
        self.overlays.coverage(at, told)

    @guarded
    def worded(self, chosen: str | None) -> None:
        """Say everything again: the language or the signs may be others now. A command that was
        chosen there comes after that."""
        if self.ready:
            self.reload()
        self.show_hints()
        self.do_later(chosen)

    def action_do(self, name: str) -> None:
        self.query(Welcome).remove()
        if self.form is not None and self.busy and name == "quit":
            self.form.action_leave()
            return
        if self.form is not None and name not in ("quit", "help"):
            self.form.keep_focus()
            return
        super().action_do(name)

    @property
    def typing(self) -> bool:
        return super().typing or self.browser.travel.slider.has_focus

    @property
    def topic(self) -> str:
        if self.browser.travel.slider.has_focus:
            return "past"
        return "form" if self.form is not None else f"pane_{self.state.pane}"

    def hints(self) -> Sequence[KeyHint]:
        if self.form is not None:
            return self.form.hints()
        hints = [
            hint._replace(word=self.changes.repeats) if hint.command == "repeat" else hint
            for hint in self.hint(*FOOTERS.get(self.state.pane, FOOTERS[0]))
            if hint.command != "problems" or self.problems.wrong
        ]
        if self.browser.travel.slider.has_focus:
            return self.browser.travel.slider.hints()
        if self.browser.travel.on:
            moves = [KeyHint(say("key.left_right"), say("command.day_after"))]
            leave = KeyHint(say("key.escape"), say("command.to_now"), "to_now")
            hints = [*moves, leave, *self.hint("known", "past"), *hints]
        if self.state.pane == 0 and self.panes.page.link is not None:
            hints.insert(0, KeyHint(say("key.enter"), say("command.follow"), "enter"))
        return hints
