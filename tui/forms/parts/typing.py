"""Where the line of a form that is asked is typed: one widget for all, as high as its text."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Protocol

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from tui.forms.model.answer import Answer
from tui.forms.parts.side_lines import own_value
from tui.locale import number, say
from tui.widgets.text_input import TextInput

MOST = 10  # lines; a longer text scrolls


class Owner(Protocol):
    """Who knows what a key means on the line that is asked."""

    @property
    def keys(self) -> Mapping[str, Callable[[], None]]:
        """Keys that always belong to the form."""

    def enter(self) -> None: ...
    def arrow(self, by: int) -> None: ...
    def space(self) -> bool: ...
    def drop(self, *, back: bool) -> bool: ...
    def pick(self, by: int) -> bool: ...
    def put_back(self) -> bool: ...
    def begin(self) -> None: ...


class Typing(TextInput):
    """A text to type in. At its edges the arrows leave it; with nothing typed, Backspace, Delete
    and the arrows go to what was chosen.

    Every key is done here, in the order in which they come. Left to Textual's bindings, letters
    that are typed on while the screen is busy would overtake the Tab before them.
    """

    EDITING: ClassVar[dict[str, str]] = {
        key: binding.action
        for binding in TextArea.BINDINGS
        if isinstance(binding, Binding)
        for key in binding.key.split(",")
    } | {"ctrl+a": "select_all", "ctrl+u": "clear"}

    def __init__(self, owner: Owner) -> None:
        super().__init__(classes="first")
        self.owner = owner
        self.lines = False
        self.chooses = False
        self.undecided = False

    def put(self, answer: Answer) -> None:
        """Show an answer to type in; one that is selected is replaced by what is typed."""
        self.lines, self.chooses, self.read_only = answer.long, answer.chooses, answer.too_long
        text, hint = answer.text, answer.hint
        if answer.too_long:
            text, hint = "", say("typing.in_editor", many=number(len(text)))
        if answer.undecided:
            text, hint = "", own_value(answer)
        self.undecided = answer.undecided
        self.placeholder = Content(hint)
        self.text = text
        self.move_cursor(self.document.end)
        if answer.selected or (answer.chooses and not answer.unchosen):
            self.select_all()  # but what chose nothing is typed on
        self.fit()

    def put_in_place(self, text: str) -> None:
        """Another text in the place of what stands here; it can be taken back like typing."""
        if text != self.text:
            self.replace(text, self.document.start, self.document.end)
            self.move_cursor(self.document.end)

    def fit(self) -> None:
        """Be as high as the text."""
        self.styles.height = max(min(self.wrapped_document.height, MOST), 1)

    def edit(self, edit: Edit) -> EditResult:
        if not self.lines:
            edit.text = edit.text.replace("\r\n", "\n").replace("\n", " ")
        return super().edit(edit)

    def on_text_area_changed(self) -> None:
        self.fit()

    def on_resize(self) -> None:
        self.fit()

    # keys

    async def on_key(self, event: events.Key) -> None:
        key = event.key
        if key in self.owner.keys:
            self.owner.keys[key]()
        elif key in ("enter", "ctrl+s"):
            self.owner.enter()
        elif key == "shift+enter":
            self.insert("\n")
        elif key == "space" and self.owner.space():
            pass
        elif key in self.EDITING:
            await self.app.run_action(self.EDITING[key], self)
        else:
            if self.undecided and event.is_printable:
                self.owner.begin()
            return
        event.stop()
        event.prevent_default()

    @property
    def untouched(self) -> bool:
        """Whether nothing was typed since the text was shown, or there is none."""
        return not self.text or self.selected_text == self.text

    def action_cursor_up(self, select: bool = False) -> None:
        edge = self.navigator.is_first_wrapped_line(self.cursor_location)
        if not select and (edge or self.chooses):
            self.owner.arrow(-1)
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        edge = self.navigator.is_last_wrapped_line(self.cursor_location)
        if not select and (edge or self.chooses):
            self.owner.arrow(1)
        else:
            super().action_cursor_down(select)

    def action_cursor_left(self, select: bool = False) -> None:
        if self.text or not self.owner.pick(-1):
            super().action_cursor_left(select)

    def action_cursor_right(self, select: bool = False) -> None:
        if self.text or not self.owner.pick(1):
            super().action_cursor_right(select)

    def action_clear(self) -> None:
        """All that stands here goes, also what stands on other lines; it can be taken back."""
        self.put_in_place("")

    def action_undo(self) -> None:
        if self.text or not self.owner.put_back():
            super().action_undo()

    def action_delete_left(self) -> None:
        if self.text or not self.owner.drop(back=True):
            super().action_delete_left()

    def action_delete_right(self) -> None:
        if self.text or not self.owner.drop(back=False):
            super().action_delete_right()
