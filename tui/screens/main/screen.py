"""The main screen: the arrangement is read there, and changed by forms in the place of the page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

from tui.base.guard import guarded
from tui.commands import keymap
from tui.commands.command import Command
from tui.commands.common import MOVES
from tui.locale import say, say_count
from tui.screens.main.action_ticks import ActionTicks
from tui.screens.main.browser_screen import BrowserScreen
from tui.screens.main.change_forms import ChangeForms
from tui.screens.main.commands import MAIN, READY
from tui.screens.main.desk import Desk
from tui.screens.main.file_forms import FileForms
from tui.screens.main.follow_ups import FollowUps
from tui.screens.main.footers import pane_hints
from tui.screens.main.jump import JumpScreen, JumpTarget, say_how
from tui.screens.main.last_change import LastChange
from tui.screens.main.opened_document import OpenedDocument
from tui.screens.main.opened_overviews import OpenedOverviews
from tui.screens.main.overlays import Overlays
from tui.screens.main.question import Question
from tui.screens.main.record_forms import RecordForms
from tui.screens.main.searching import Searching
from tui.screens.main.welcome import Welcome
from tui.widgets.footer import Footer, KeyHint

if TYPE_CHECKING:
    from tui.base.app_messages import Work
    from tui.forms.form_messages import Closed, Compared, Done, Prepared, ToDivide
    from tui.forms.parts.form import Form
    from tui.store import Store
    from tui.user.drafts import Drafts
    from tui.user.state import ScreenState
    from tui.widgets.widget_messages import Hinted


class MainScreen(BrowserScreen):
    """What it holds does the work; here the parts are put together, and what forms tell reaches
    them."""

    DOES = MAIN

    def __init__(self, habits: "ScreenState", drafts: "Drafts", *, first: bool = False) -> None:
        super().__init__(habits, drafts)
        self.first = first
        self._early = ""
        """What was asked before the file was open, and is done then."""
        self.desk = Desk(self)
        self.last_change = LastChange(self)
        self.records = RecordForms(self)
        self.changes = ChangeForms(self, self.records.edit)
        self.files = FileForms(self)
        self.ticks = ActionTicks(self)
        self.overviews = OpenedOverviews(self)
        self.document = OpenedDocument(self)
        follow_ups = FollowUps(self, self.changes, self.records, self.document)
        self.searching = Searching(self, self.document)
        self.overlays = Overlays(self, self.files, follow_ups)

    def parts(self) -> ComposeResult:
        yield from super().parts()
        if self.first:
            yield Welcome()

    def on_mount(self) -> None:
        self.browser.lists.begin()
        self.panes.go(self.state.pane if self.state.pane in self.panes.order else 0)

    # the file

    @guarded
    def open(self, store: "Store") -> None:
        """Show a file that has just been opened, where it was left."""
        self.folders.open(store)
        self.browser.open(store)
        self.problems.count(store)
        self.wrote()
        self.do_later(self._early)

    def tell_first(self) -> None:
        """Say what someone who has just opened the file must know: one thing."""
        totals = self.browser.totals
        if totals is None or self.toasting:
            return
        if totals.runs:
            self.toast(say("meeting.still_runs"), "green", "meetings")
        elif totals.unsent:
            self.toast(say_count("caution.unsent", totals.unsent), "amber", "export")

    @guarded
    def follow(self, meeting: str) -> None:
        """Follow a meeting that runs elsewhere."""
        self.overlays.watch(meeting)

    def let_go(self) -> None:
        """The file is closed: it cannot be read any more."""
        self.browser.close()
        self.desk.close()
        self.folders.stop()
        self.problems.stop()

    def read_again(self) -> None:
        """Someone else wrote in the file: a form may have something to say of it."""
        self.reload()
        self.desk.elsewhere()

    @guarded
    def worded(self, chosen: str | None) -> None:
        """Say everything again: the language or the signs may be others now. A command that was
        chosen there comes after that."""
        if self.ready:
            self.reload()
        self.show_hints()
        self.do_later(chosen)

    # forms in the place of the page

    @property
    def form(self) -> "Form | None":
        return self.desk.form

    def open_form(self, form: "Form") -> None:
        self.desk.open(form)

    def close_form(self) -> None:
        self.desk.close()

    def on_hinted(self, message: "Hinted") -> None:
        self.show_hints()

    def on_closed(self, message: "Closed") -> None:
        self.desk.closed(message)

    @guarded
    def on_done(self, message: "Done") -> None:
        self.changes.made(message.change)
        self.overlays.last_import = message.brought or self.overlays.last_import
        self.desk.done(message)

    def on_prepared(self, message: "Prepared") -> None:
        self.desk.prepared(message)

    def on_compared(self, message: "Compared") -> None:
        self.overlays.difference(message)

    def on_to_divide(self, message: "ToDivide") -> None:
        self.document.divide(message)

    @guarded
    def on_work(self, message: "Work") -> None:
        """Something ended that used the file, and may have written in it for a moment; what came in
        waits no longer."""
        self.folders.look()
        self.wrote()
        self.reload()
        self.app.arrived()
        if self.form is not None:
            self.form.busy = False

    def saved(self, text: str, undoable: bool = True, record: str | None = None) -> None:
        """Show what was written; now and then ask who writes."""
        self.last_change.saved(text, undoable, record)
        if Question.is_due(self.store):
            self.mount(Question(), after=self.header)

    # jumping

    def jump(self) -> None:
        """Put a letter at everything in sight that one can go to."""
        self.push(JumpScreen(self.panes.in_sight), self._jumped)
        say_how(self.query_one(Footer))

    def _jumped(self, target: JumpTarget | None) -> None:
        self.show_hints()
        if target is not None:
            self.browser.navigation.to_target(target)

    # keys

    @property
    def made_commands(self) -> Sequence[Command]:
        return self.searching.saved

    def on_key(self, event: events.Key) -> None:
        """A key that a person gave to a query that was saved."""
        name = keymap.saved_on(event.key) if self.form is None and not self.typing else None
        if name is not None and self.command(name) is not None:
            event.stop()
            event.prevent_default()
            self.action_do(name)

    def action_do(self, name: str) -> None:
        command = self.command(name)
        if command not in MOVES:
            self.query(Welcome).remove()
        if command is not None and READY in command.needs and not self.ready:
            self._early = name
            return
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

    def back(self) -> None:
        """From a hit of search back to where one was before it."""
        if self.searching.walk.is_here and not self.query(Question):
            self.searching.walk.leave()
        else:
            super().back()

    def hints(self) -> Sequence[KeyHint]:
        if self.form:
            return self.form.hints()
        return [*self.searching.walk.hints(), *pane_hints(self, self.changes.repeats)]
