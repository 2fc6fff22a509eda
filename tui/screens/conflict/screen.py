"""A conflict: the values side by side, equal, and a key to choose."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal

from storage.errors import Refused
from storage.views.disagreement import Conflict
from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.draw.spans import quiet
from tui.forms.edit.settle_form import SettleForm
from tui.forms.form_messages import Closed, ValueGiven
from tui.forms.parts.form import Form, Label
from tui.locale import refusal, say
from tui.pages.conflict_lines import conflict_text
from tui.screens.conflict.commands import CONFLICT
from tui.screens.conflict.conflict_hints import conflict_hints
from tui.screens.conflict.open_conflicts import OpenConflicts
from tui.screens.conflict.surrounding_panes import SurroundingPanes
from tui.screens.conflict.value_panes import SMALL, ValuePanes
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.safe_inputs import LineInput
from tui.words.act_words import describe
from tui.words.alike import Alike

LEAST_WIDE, LEAST_HIGH = 73, 18


class ConflictScreen(BaseScreen):
    """One field with several values. None of them is called new: nobody saw the other's."""

    TOPIC = "conflict"
    DOES = CONFLICT

    def __init__(self, store: Store, first: str | None = None, last_year: str = "") -> None:
        """``first`` is the record of which a conflict shows first."""
        super().__init__()
        self.store = store
        self.conflicts = OpenConflicts(store)
        self.values = ValuePanes(store, self.conflicts, last_year)
        self.around = SurroundingPanes(self.conflicts)
        self.telling = False
        self.asked_alike: Alike | None = None
        self.form: Form | None = None
        self._first = first

    def parts(self) -> ComposeResult:
        yield HeaderLine()
        yield self.around.about
        yield self.values
        yield self.around.before
        with Horizontal(id="why"):
            yield Label([quiet(say("conflict.reason").ljust(12))], tone="canvas")
            yield LineInput(placeholder=say("conflict.reason_hint"))
        yield self.around.after
        yield self.around.story

    @guarded
    def on_mount(self) -> None:
        self.conflicts.read()
        self.go(self.conflicts.of(self._first) or 0)

    def on_resize(self) -> None:
        """In little room the values stand below one another, and what is around them gives way."""
        was = self.has_class(SMALL)
        self.set_class(self.size.width < LEAST_WIDE or self.size.height < LEAST_HIGH, SMALL)
        if was != self.has_class(SMALL):
            self._show()

    # what is looked at

    def shown_name(self) -> str:
        return self.conflicts.name

    def shown_text(self) -> str:
        seen = self.conflicts.seen
        return conflict_text(seen, self.conflicts.proposal) if seen else ""

    def go(self, place: int) -> None:
        """Show a conflict; leave when there is none any more."""
        if not self.conflicts.all:
            self.dismiss()
            return
        self.conflicts.go(place)
        self.query_one(LineInput).value = ""
        self.select(0)

    def select(self, index: int) -> None:
        """Put the bar along one of the values."""
        self.conflicts.select(index)
        self.asked_alike = None
        self.telling = False
        self.remove_class("asking")
        self._show()
        self.values.take_focus()

    def step(self, by: int) -> None:
        """Put the bar along the next value, or the one before."""
        self.select(self.conflicts.index + by)

    def next_conflict(self) -> None:
        """The next conflict; this one stays."""
        self.go(self.conflicts.place + 1)

    def to_reason(self) -> None:
        """Type why; it may stay empty."""
        self.add_class("asking")
        self.query_one(LineInput).focus()

    def back(self) -> None:
        """From the reason back to the values, and from those back to the main screen."""
        if self.telling or self.asked_alike or isinstance(self.focused, LineInput):
            self.step(0)
        else:
            self.dismiss()

    def tell_story(self) -> None:
        """Tell how it came to this in the place of the values; asked again, show those."""
        if self.telling:
            self.step(0)
            return
        self.telling = True
        self._show()
        self.around.story.focus()

    # settling

    @property
    def why(self) -> str | None:
        """The reason that was typed."""
        return self.query_one(LineInput).value.strip() or None

    def take(self, number: int) -> None:
        """Settle the conflict with one of its values, counted from one; the number after those is
        for a value of one's own, as in a form."""
        if number > len(self.conflicts.values):
            self.type_third()
        elif self.conflicts.now is not None:
            self._settle_now(self.conflicts.values[number - 1])

    def take_chosen(self) -> None:
        """Take the value with the bar; where it is asked, alike in all conflicts that showed."""
        if self.asked_alike is not None:
            self._settle(self.asked_alike.settled, self.why)
        else:
            self.take(self.conflicts.index + 1)

    def take_proposal(self) -> None:
        """Take the words of both, as proposed."""
        self._settle_now(self.conflicts.proposal)

    def ask_alike(self) -> None:
        """Show what would be settled alike; Enter does it."""
        self.asked_alike = self.conflicts.alike
        self._show()

    def _settle_now(self, value: object, why: str | None = None) -> None:
        """Settle the conflict that is looked at, with any value."""
        if self.conflicts.now is not None:
            self._settle([(self.conflicts.now, value)], why or self.why)

    def _settle(self, settled: Sequence[tuple[Conflict, object]], why: str | None) -> None:
        try:
            told = self.conflicts.settle(settled, why)
        except Refused as refused:
            self.toast(refusal(refused.key, refused.details), "red")
            return
        self.wrote()
        self.conflicts.read()
        if self.conflicts.all:
            self.go(min(self.conflicts.place, len(self.conflicts.all) - 1))
            self.toast(told, "green", "undo")
        else:
            self.dismiss(told)

    def undo(self) -> None:
        """Take back my last act, and show what is in conflict then."""
        told = say("toast.undone", what=describe(self.store.undo()))
        self.wrote()
        self.refreshed()
        self.toast(told, "green")

    def on_input_submitted(self) -> None:
        self.action_do("take")

    def type_third(self) -> None:
        """Put the field's own form in the place of the values."""
        if (now := self.conflicts.now) is None:
            return
        self.form = SettleForm(self.store, now, self.conflicts.begin, self.why or "")
        self.add_class("third")
        self.mount(self.form, before=self.values)
        self.show_hints()

    def action_do(self, name: str) -> None:
        if self.form is not None and name not in ("quit", "help"):
            self.form.keep_focus()
            return
        super().action_do(name)

    def on_closed(self, message: Closed) -> None:
        self._close_form()
        self.step(0)

    def on_value_given(self, message: ValueGiven) -> None:
        self._close_form()
        self._settle_now(message.value, message.why)

    def on_hinted(self) -> None:
        self.show_hints()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.remove()
        self.form = None
        self.remove_class("third")

    @guarded
    def refreshed(self) -> None:
        """What someone else settled goes; what is being typed stays."""
        before = self.conflicts.now
        self.conflicts.read()
        place = self.conflicts.of(before.record, before.field) if before else None
        if self.form is not None and place is not None:
            self.conflicts.place = place
            return
        self._close_form()
        self.go(place or 0)

    # drawing

    def _show(self) -> None:
        if (seen := self.conflicts.seen) is None:
            return
        self.query_one(HeaderLine).show(self.store.totals())
        self.values.show(seen)
        self.set_class(self.conflicts.of_life, "life")
        self.set_class(self.telling, "telling")
        self.around.show(seen, self.asked_alike)
        self.show_hints()

    def hints(self) -> Sequence[KeyHint]:
        if self.form is not None:
            return self.form.hints()
        alike = self.asked_alike is not None
        return conflict_hints(self, self.conflicts, alike=alike, telling=self.telling)
