"""The main screen: its panes, and the forms that stand in the place of page 0."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

from storage.identity.remembered import first_time
from storage.records.fields import type_of
from storage.views.act_row import ActRow
from storage.views.import_preview import Preview
from tui.base.app_messages import Work
from tui.base.guard import guarded
from tui.commands.main import MAIN
from tui.draw.spans import cut
from tui.forms.form_messages import Closed, Done, Hinted, Prepared
from tui.forms.parts.form import Form
from tui.locale import say
from tui.screens.bringing import Bringing
from tui.screens.marking import Marking
from tui.screens.panes import PANES
from tui.user import state
from tui.user.drafts import Drafts
from tui.widgets.footer import Hint
from tui.widgets.header import Header
from tui.widgets.list_messages import Chosen, Moved
from tui.widgets.question import Question
from tui.widgets.toast import Toast
from tui.widgets.welcome import Welcome
from tui.words.act_words import describe

if TYPE_CHECKING:
    from tui.app import ArrangementApp
    from tui.forms.model.named_change import About, Move
    from tui.screens.exchange.screen import ToSync
    from tui.screens.problems.screen import ToMend
    from tui.screens.source.deciding import ToDecide

PLACES = ("enter", "search", "clear_filter", "ours", "jump", "view", "behind", "conflicts",
          "problems", "import", "export", "exchange")  # fmt: skip
LABEL = 24  # cells for what is repeated
FOOTERS: dict[int, tuple[str, ...]] = {
    1: PLACES,
    2: PLACES,
    3: ("search", "restore", "edit", "status", "repeat", "note", "undo", "view", "ours", "arrange",
        "mark_one", "jump", "history", "source", "matrix", "conflicts", "problems", "import",
        "export", "exchange"),
    0: ("search", "restore", "edit", "edit_field", "status", "repeat", "note", "tick_off", "undo",
        "these", "behind", "jump", "copy", "mark", "history", "source", "matrix", "conflicts",
        "problems"),
}  # fmt: skip


class MainScreen(Bringing, Marking):
    """The panes, and everything that is written in them."""

    DOES = MAIN
    app: "ArrangementApp"

    def __init__(
        self, habits: state.State, seen: Callable[[], None], *, first: bool = False
    ) -> None:
        super().__init__(habits, seen)
        self.first = first
        self.form: Form | None = None
        self.behind: Form | None = None  # the form that a preview stands before
        self.last_move: Move | None = None
        self.brought: Preview | None = None
        """What came in last, since the app was opened."""
        self._was_large = self._behind_large = False
        self.drafts = Drafts()
        self._of_marked = Drafts()  # of several agreements; gone with their marks when one leaves
        self._asked: date | None = None

    @property
    def topic(self) -> str:
        if self.slider.has_focus:
            return "past"
        return "form" if self.form is not None else f"pane_{self.state.pane}"

    @property
    def busy(self) -> bool:
        """Whether something is using the file just now."""
        return self.form is not None and self.form.busy

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click on a pane goes there too; a focus that has gone on since goes nowhere."""
        pane = next((pane for pane, name in PANES.items() if event.widget.id == name), None)
        stays = event.widget is self.focused and self.form is None
        if pane is not None and pane != self.state.pane and stays:
            self.go_pane(pane)
        self.show_hints()

    @property
    def filling(self) -> bool:
        return self.form is not None

    @property
    def occupied(self) -> bool:
        return self.form is not None or bool(self.query(Question))

    def open_form(self, form: Form, *, large: bool = False) -> None:
        """Put a form in the place of page 0."""
        if self.behind is None:
            self._was_large = self.large
        self.form = form
        self.light(0)
        self.enlarge(large=large)
        self.query_one("#page").display = False
        self.query_one("#sheet").mount(form)
        self.query_one(Toast).hide()
        self.query(Question).remove()
        self.show_hints()

    def close_form(self) -> None:
        """Page 0 again, and the focus where it was."""
        form, self.form = self.form, None
        if form is None:
            return
        self.drafts.close()
        self.app.keep_drafts()
        if self.behind is not None:
            self.behind.remove()
            self.behind = None
        self.query_one("#page").display = True
        self.go_pane(self.state.pane)
        self.enlarge(large=self._was_large and self.state.pane == 0)
        form.remove()

    def keep_typed(self) -> None:
        """Keep what is being typed just now as a draft."""
        if self.form is not None and not self.form.ended:
            self.form.keep()

    def elsewhere(self) -> None:
        """Someone else wrote in the file: an open form may have something to say of it."""
        if self.form is not None and not self.form.ended:
            self.form.elsewhere()

    def show_drafts(self) -> None:
        """Show what was typed and not saved."""
        from tui.screens.drafts.screen import DraftsScreen

        self.app.push_screen(DraftsScreen(self.drafts), self._go_on)

    @guarded
    def _go_on(self, about: str | None) -> None:
        """Back from the drafts: to the form of one, or not now."""
        from tui.commands.drafting import go_on

        self.drafts.close()
        self.app.keep_drafts()
        if about is not None:
            go_on(self, about)

    def ask_who(self) -> None:
        """Ask for a name, once a day, after a change by someone who never gave one."""
        today = date.today()
        if self._asked == today:
            return
        who = self.store.who()
        if (
            who.author is None
            or who.told
            or not first_time(self.store.path, "who", today.isoformat())
        ):
            return
        self._asked = today
        self.mount(Question(), after=self.query_one(Header))

    def back(self) -> None:
        if asked := self.query(Question):
            asked.remove()
        else:
            super().back()

    def on_chosen(self, message: Chosen) -> None:
        """While something uses the file a click on a pane would read what it may take back."""
        if self.busy:
            message.prevent_default()

    def on_moved(self, message: Moved) -> None:
        if self.busy:
            message.prevent_default()

    @guarded
    def on_work(self, message: Work) -> None:
        """Something ended that used the file, and may have written in it for a moment."""
        self.seen()
        self.reload()
        self.app.arrived()
        if self.form is not None:
            self.form.busy = False

    def on_hinted(self, message: Hinted) -> None:
        self.show_hints()

    def on_closed(self, message: Closed) -> None:
        form = self.form
        if self.behind is not None:
            self._back_to_form()
        else:
            self.close_form()
            if form is not None and form.resume is not None:
                form.resume(message.text, False)
                return
            if form is not None and form.back_to:
                self.action_do(form.back_to)
        if message.text:
            self.toast(message.text, "amber")

    @guarded
    def on_done(self, message: Done) -> None:
        form = self.form
        self.close_form()
        if message.move is not None and message.move.of_life:
            self.marked.clear()
        elif message.move is not None:
            self.last_move = message.move
        self.brought = message.brought or self.brought
        self.saved(message.text, message.undoable, message.record)
        if message.brought is not None and not message.undoable:
            self.toast(message.text, "green", "brought")
        if form is not None and form.resume is not None:
            form.resume(message.text, True)

    # changes in what was marked, or in what is read

    @property
    def about(self) -> "About":
        """What a form of a change is about."""
        from tui.forms.model.named_change import about

        return about(self.store, self.targets)

    @property
    def drafts_here(self) -> Drafts:
        """Where a form of a change keeps what is typed."""
        return self._of_marked if len(self.targets) > 1 else self.drafts

    def make(self, move: "Move") -> None:
        """Make a change: in one record at once, in several after a look. Raises Refused."""
        from tui.forms.change_maker import make

        message = make(self.store, self.targets, move)
        if isinstance(message, Done):
            self.on_done(message)
        else:
            self.on_prepared(message)

    def repeat(self) -> None:
        """The last change once more; never a deletion."""
        move = self.last_move
        if move is None:
            return
        if move.writes_only:
            from tui.forms.edit.note_form import NoteForm

            kind = str((move.step.entry or {}).get("kind"))
            self.open_form(NoteForm(self.store, self.about, Drafts(), kind, move.step))
        else:
            self.make(move)

    @guarded
    def tick_off(self, action: str | None) -> None:
        """Say of an action that it is done, or no longer; None where none was chosen."""
        from tui.commands.ticking import tick

        if action is not None:
            tick(self, action)

    def on_prepared(self, message: Prepared) -> None:
        """Show what a change would do in several agreements; a form that asked for it waits."""
        from tui.forms.parts.change_preview_form import PreviewForm

        self.behind, self._behind_large = self.form, self.large
        if self.behind is not None:
            self.behind.display = False
        self.open_form(PreviewForm(self.store, message.would, message.move), large=True)

    def _back_to_form(self) -> None:
        """What was filled in, after a look at what it would do."""
        preview, self.form, self.behind = self.form, self.behind, None
        if self.form is None or preview is None:
            return
        preview.remove()
        self.form.display = True
        self.enlarge(large=self._behind_large)
        self.form.take_focus()
        self.show_hints()

    def parts(self) -> ComposeResult:
        yield from super().parts()
        if self.first:
            yield Welcome()

    def action_do(self, name: str) -> None:
        self.query(Welcome).remove()
        if self.form is not None and self.busy and name == "quit":
            self.form.action_leave()
            return
        if self.form is not None and name not in ("quit", "help"):
            self.form.keep_focus()
            return
        super().action_do(name)

    def saved(self, text: str, undoable: bool = True, record: str | None = None) -> None:
        """Show what was written, and the record that was added."""
        self.seen()
        self.reload()
        self.go_to(record)
        self.toast(text, "green", "undo" if undoable else "")
        self.ask_who()

    @guarded
    def settled(self, told: str | None) -> None:
        """Back from the conflicts; the last one that was settled is told here."""
        if told:
            self.saved(told)
        else:
            self.reload()

    @guarded
    def from_problems(self, found: "ToMend | None") -> None:
        """Back from the problems: to a record, to a form of it, or to joining it."""
        from tui.screens.problems.screen import mend

        self.reload()
        if found is not None:
            mend(self, found)

    @guarded
    def from_exchange(self, found: "ToSync | None") -> None:
        """Back from the exchange: to syncing with a folder, or only from what was tried again."""
        self.reload()
        if found is not None:
            self.sync(found.place, back_to="exchange")

    def sync(self, place: Path | None, *, back_to: str = "") -> None:
        """See what would come and go, in a folder that is given or is to be chosen."""
        from tui.forms.files.sync_form import SyncForm

        self.open_form(SyncForm(self.store, self.state, place, back_to), large=True)

    @guarded
    def worded(self, chosen: str | None) -> None:
        """Say everything again: the language or the signs may be others now. A command that was
        chosen there comes after that."""
        if self.ready:
            self.reload()
        self.show_hints()
        self.do_later(chosen)

    def found(self, record: str | None) -> None:
        """Go to what was found: a passage of the document is read there."""
        if record is not None and type_of(record) == "passages":
            self.open_source(record)
        else:
            super().found(record)

    def open_source(
        self, record: str | None, at: str = "", told: tuple[str, bool] = ("", False)
    ) -> None:
        """Read the document at the places of a record, or at a passage, by id or by locator."""
        from tui.screens.source.screen import SourceScreen

        self.app.push_screen(SourceScreen(self.store, record, at, told), self.from_source)

    def open_coverage(self, at: str = "", told: tuple[str, bool] = ("", False)) -> None:
        """Show what the document gave, at a passage by its locator."""
        from tui.screens.source.coverage_screen import CoverageScreen

        self.app.push_screen(CoverageScreen(self.store, at, told), self.from_source)

    @guarded
    def from_source(self, chosen: "str | ToDecide | None") -> None:
        """Back from the document: to a record that was chosen there, to a command, or to what is
        to be done with a passage; there, too, something can have been taken back."""
        self.reload()
        if isinstance(chosen, tuple):
            from tui.screens.source.deciding import decide

            decide(self, chosen)
        elif chosen is not None and self.command(chosen):
            self.call_after_refresh(self.action_do, chosen)
        else:
            self.go_to(chosen)

    def taken_back(self, act: ActRow | None) -> None:
        what = describe(act) if act else say("toast.the_act")
        self._after(act, say("toast.undone", what=what), "redo")

    def done_again(self, act: ActRow) -> None:
        self._after(act, say("toast.redone", what=describe(act)), "undo")

    def _after(self, act: ActRow | None, text: str, offers: str) -> None:
        self.seen()
        self.reload()
        if act and act.changes:
            self.state.about = None
            self.select(act.changes[0].record)
            self.show_page()
        self.toast(text, "green", offers)

    # footer

    def hints(self) -> Sequence[Hint]:
        if self.form is not None:
            return self.form.hints()
        hints = [
            hint._replace(word=self._what_repeats()) if hint.command == "repeat" else hint
            for hint in self.hint(*FOOTERS.get(self.state.pane, FOOTERS[0]))
            if hint.command != "problems" or self.wrong
        ]
        if self.slider.has_focus:
            return self.slider.hints()
        if self.travels:
            moves = [Hint(say("key.left_right"), say("command.day_after"))]
            leave = Hint(say("key.escape"), say("command.to_now"), "to_now")
            hints = [*moves, leave, *self.hint("known", "past"), *hints]
        if self.state.pane == 0 and self.page_widget.link is not None:
            hints.insert(0, Hint(say("key.enter"), say("command.follow"), "enter"))
        return hints

    def _what_repeats(self) -> str:
        move = self.last_move
        return say("repeat.what", what=cut(move.label, LABEL)) if move else ""
