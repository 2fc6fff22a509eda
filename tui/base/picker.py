"""A list that floats over the screen it was asked on, narrowed by typing."""

import re
from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from tui.base.base_screen import BaseScreen
from tui.commands.command import Command
from tui.commands.common import BACK, DOWN, PAGE_DOWN, PAGE_UP, UP
from tui.draw import signs
from tui.draw.spans import Span, quiet
from tui.locale import number, say
from tui.rows.row import Row
from tui.widgets.footer import KeyHint
from tui.widgets.prompt import Count, Prompt
from tui.widgets.row_list import RowList
from tui.widgets.safe_inputs import LineInput
from tui.widgets.widget_messages import Chosen

PICKER = (Command("do", ("enter",), does="done"), BACK, DOWN, UP, PAGE_DOWN, PAGE_UP)


class Picker(BaseScreen, ModalScreen[str | None]):
    """Gives the key of the row that was chosen, or None."""

    TOPIC = "choosing"
    DOES = PICKER
    sign = signs.PROMPT

    def parts(self) -> ComposeResult:
        with Vertical(id="float"):
            with Horizontal(id="typed"):
                yield Prompt(self.sign, tone="float")
                yield LineInput(placeholder=self.asked)
                yield Count(tone="float")
            yield RowList("commands", tone="float", headed=False)

    asked = ""
    before = ""
    """What was answered before: the text, or the key of the row."""

    def __init__(self) -> None:
        super().__init__()
        self.on_typed: Callable[[str], None] = lambda _: None
        """Called with what stands in the line, as it changes."""

    def found(self, words: str) -> tuple[Sequence[Row], int, int]:
        """The rows for what was typed, how many of them can be chosen, and of how many."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.query_one(RowList).active = True
        self.query_one(LineInput).focus()
        self._find("")
        self.show_before()

    def show_before(self) -> None:
        """Show what was answered before."""
        if self.before:
            self.query_one(RowList).select(self.before)

    def on_input_changed(self, event: LineInput.Changed) -> None:
        self.on_typed(event.value)
        self._find(event.value.strip())

    def on_input_submitted(self) -> None:
        self.done()

    def on_chosen(self, message: Chosen) -> None:
        self.done()

    @property
    def mover(self) -> RowList:
        return self.query_one(RowList)

    def _find(self, words: str) -> None:
        rows, n, total = self.found(words)
        listed = self.query_one(RowList)
        listed.forget()
        listed.show(rows)
        told = say("palette.of", n=number(n), total=number(total)) if total else ""
        self.query_one(Count).say([quiet(told)])
        self.show_hints()

    def done(self) -> None:
        """Go, with what is highlighted."""
        key = self.query_one(RowList).key
        if key is not None:
            self.dismiss(key)

    def hints(self) -> Sequence[KeyHint]:
        return [KeyHint(say("key.up_down"), say("command.choose")), *self.hint("do", "back")]


def typed_marked(text: str, words: str, role: str = "ink") -> list[Span]:
    """A text in which what was typed stands out: all of it together, else each word of it."""
    for typed in ([words], words.split()):
        wanted = "|".join(re.escape(word) for word in typed if word)
        pieces = re.split(f"({wanted})", text, flags=re.IGNORECASE) if wanted else [text]
        if len(pieces) > 1:
            break
    spans = [
        Span(piece, "onmark", True, "mark") if n % 2 else Span(piece, role)
        for n, piece in enumerate(pieces)
    ]
    return [span for span in spans if span.text] or [Span("", role)]
