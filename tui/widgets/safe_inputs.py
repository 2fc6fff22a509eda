"""Where a person types: what could steer the terminal does not get in."""

from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult

from storage.text import LONGEST, typed
from tui.locale import number, say


def _tell_too_long(widget: Widget) -> None:
    """Nothing was typed or pasted, and why."""
    screen: Any = widget.screen
    screen.toast(say("typing.too_long", most=number(LONGEST)), "amber")


class LineInput(Input):
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

    def restricted(self) -> None:
        """What Textual calls when something does not fit."""
        _tell_too_long(self)

    def validate_value(self, value: str) -> str:
        return typed(value).replace("\n", " ")


class TextInput(TextArea):
    """Several lines to type in; Enter is ready."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "submit", show=False),
        Binding("shift+enter", "new_line", show=False),
    ]

    class Submitted(Message):
        """Someone is ready typing."""

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(
            typed(text), id=id, compact=True, soft_wrap=True, tab_behavior="focus",
            highlight_cursor_line=False,
        )  # fmt: skip

    def on_mount(self) -> None:
        self.cursor_blink = self.app.animation_level != "none"

    def edit(self, edit: Edit) -> EditResult:
        edit.text = typed(edit.text)
        before = len(self.text)
        many = before - len(self.get_text_range(edit.top, edit.bottom)) + len(edit.text)
        if self.read_only or many > max(before, LONGEST):
            if not self.read_only:
                _tell_too_long(self)
            return EditResult(edit.bottom, "")
        return super().edit(edit)

    def action_submit(self) -> None:
        self.post_message(self.Submitted())

    def action_new_line(self) -> None:
        self.insert("\n")

    async def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_submit()
