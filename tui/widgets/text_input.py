"""Where a person types several lines; the first frame needs none, and Textual's text area takes
long to load."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from storage.text import LONGEST, typed
from tui.widgets.safe_inputs import SafeInput, tell_too_long


class TextInput(SafeInput, TextArea):
    """Several lines to type in; Enter is ready."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "submit", show=False),
        Binding("shift+enter", "new_line", show=False),
    ]

    class Submitted(Message):
        """Someone is ready typing."""

    def __init__(
        self, text: str = "", *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(
            typed(text), id=id, classes=classes, soft_wrap=True, tab_behavior="focus",
            highlight_cursor_line=False,
        )  # fmt: skip

    def on_mount(self) -> None:
        self.cursor_blink = self.app.animation_level != "none"

    def render_line(self, y: int) -> Strip:
        """Textual cannot wrap a hint at no width, which is what it has while a form gets another
        place."""
        return super().render_line(y) if self.content_size.width > 0 else Strip.blank(0)

    def edit(self, edit: Edit) -> EditResult:
        edit.text = typed(edit.text)
        before = len(self.text)
        many = before - len(self.get_text_range(edit.top, edit.bottom)) + len(edit.text)
        if self.read_only or many > max(before, LONGEST):
            if not self.read_only:
                tell_too_long(self)
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
