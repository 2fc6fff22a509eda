"""Before acts are taken back: what that changes, for everyone, and why."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal

from storage.errors import Refused
from storage.views.act_row import ActRow
from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.draw.spans import Line, amber, ink, quiet, room_in, row, wrap
from tui.draw.text_signs import warned
from tui.forms.parts.form import Label, label
from tui.locale import refusal, say, say_count
from tui.pages.act_page import taking_back_lines
from tui.screens.history.commands import TAKING_BACK
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.line_pane import LinePane
from tui.widgets.safe_inputs import LineInput
from tui.words.act_words import told_act

SHOWN = 12  # acts that are named one by one


class TakeBackScreen(BaseScreen):
    """Enter takes them back together; gives what is then told, or None."""

    TOPIC = "taking_back"
    DOES = TAKING_BACK

    def __init__(self, store: Store, acts: Sequence[ActRow]) -> None:
        super().__init__()
        self.store = store
        self.acts = acts
        self.found = store.changes.preview_undo([act.id for act in acts])
        self.of_others = not all(act.here for act in acts)

    def parts(self) -> ComposeResult:
        yield HeaderLine()
        yield LinePane("undoing", tone="canvas")
        with Horizontal(id="why"):
            yield Label(label(say("conflict.why")), tone="canvas")
            yield LineInput(placeholder=say("undo.why" if self.of_others else "undo.why_free"))
        yield Label(tone="canvas", id="warning")

    @guarded
    def on_mount(self) -> None:
        self.query_one(HeaderLine).show(self.store.totals())
        self.query_one(LinePane).show(lambda width: list(self._lines(width)), self._head)
        self.query_one(LineInput).focus()
        self.show_hints()

    def _head(self, width: int, more: bool) -> tuple[Line, Line]:
        title = say_count("undo.question", len(self.acts))
        return [ink(title, bold=True)], [quiet(say("page.more"))] if more else ()

    def _lines(self, width: int) -> Iterator[Line]:
        room, edge = room_in(width), room_in(width) + 4
        if self.of_others:
            for line in wrap(say("undo.for_everyone"), room, "amber"):
                yield row(edge, line)
            yield row(edge, [])
        for act in self.acts[:SHOWN]:
            for line in wrap(told_act(act), room, "quiet"):
                yield row(edge, line)
        if len(self.acts) > SHOWN:
            yield row(edge, [quiet(say_count("undo.more_acts", len(self.acts) - SHOWN))])
        yield from taking_back_lines(self.found, width, colour=not self.app.no_color)

    def on_input_submitted(self) -> None:
        try:
            self.store.changes.undo_chosen(
                [act.id for act in self.acts], self.query_one(LineInput).value
            )
        except Refused as refused:
            told = refusal(refused.key, refused.details)
            self.query_one("#warning", Label).say([amber(warned(told))])
            return
        self.dismiss(say_count("undo.done", len(self.acts)))

    @property
    def mover(self) -> LinePane:
        return self.query_one(LinePane)

    def on_input_changed(self) -> None:
        self.query_one("#warning", Label).say(())

    def hints(self) -> Sequence[KeyHint]:
        return [KeyHint(say("key.enter"), say("undo.word")), *self.hint("back")]
