"""Where a person types: what could steer the terminal does not get in."""

from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input

from storage.text import LONGEST, typed
from tui.locale import number, say


class SafeInput:
    """A widget in which letters are part of a text."""


def tell_too_long(widget: Widget) -> None:
    """Nothing was typed or pasted, and why."""
    screen: Any = widget.screen
    screen.toast(say("typing.too_long", most=number(LONGEST)), "amber")


class LineInput(SafeInput, Input):
    """One line to type in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "submit", show=False),
    ]

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(
            value, placeholder=placeholder, id=id, compact=True, select_on_focus=False,
            max_length=LONGEST,
        )  # fmt: skip

    def on_mount(self) -> None:
        self.cursor_blink = self.app.animation_level != "none"

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor belongs; Textual puts it one cell too far at the end."""
        return super().cursor_screen_offset - (int(self.cursor_at_end), 0)

    def on_paste(self, event: events.Paste) -> None:
        """All lines of what is pasted, one behind the other; Textual keeps the first one only."""
        event.prevent_default()
        event.stop()
        text = " ".join(line for line in typed(event.text).split("\n") if line.strip())
        self.replace(text, *self.selection)

    def restricted(self) -> None:
        """What Textual calls when something does not fit."""
        tell_too_long(self)

    def validate_value(self, value: str) -> str:
        return typed(value).replace("\n", " ")
