"""The fields of a record under each other, each with a letter that opens it."""

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult

from tui.draw.spans import Line, accent, clean, cut, ink, quiet, row
from tui.forms.model.form_fields import OneField
from tui.forms.parts.form import Form, FormTitle
from tui.locale import say
from tui.widgets.footer import KeyHint
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Chosen
from tui.words.labels import LABEL


class FieldList(Form):
    """A letter goes to its field at once; the arrows and Enter do too."""

    def __init__(
        self, title: FormTitle, fields: Sequence[OneField], choose: Callable[[str], None]
    ) -> None:
        super().__init__()
        self.title = title
        self.by_letter = {field.letter: field.key for field in fields if field.letter}
        self.choose = choose
        self.list = RowList("fields", tone="page", headed=False)
        self.rows = [FieldRow(field) for field in fields]

    def compose(self) -> ComposeResult:
        yield self.title
        yield self.list

    def take_focus(self) -> None:
        self.list.focus()

    def on_mount(self) -> None:
        self.list.show(self.rows, even=True)
        self.take_focus()

    def on_key(self, event: events.Key) -> None:
        """Every key is the list's: a letter means a field here, and no command."""
        moves: dict[str, Callable[[], None]] = {
            "down": lambda: self.list.move(1),
            "up": lambda: self.list.move(-1),
            "pagedown": lambda: self.list.page(1),
            "pageup": lambda: self.list.page(-1),
            "home": lambda: self.list.ends(last=False),
            "end": lambda: self.list.ends(last=True),
        }
        if event.key in moves:
            moves[event.key]()
        elif event.key == "enter":
            self._go(self.list.key)
        elif event.character in self.by_letter:
            self._go(self.by_letter[event.character])
        elif not event.is_printable:
            return
        event.stop()
        event.prevent_default()

    def on_chosen(self, message: Chosen) -> None:
        message.stop()
        self._go(message.key)

    def _go(self, key: str | None) -> None:
        if key is not None:
            self.choose(key)

    def hints(self) -> Sequence[KeyHint]:
        return [
            KeyHint(say("key.letter"), say("command.edit_field")),
            KeyHint(say("key.up_down"), say("command.choose")),
            KeyHint(say("key.enter"), say("command.edit_field")),
            KeyHint(say("key.escape"), say("command.back")),
        ]


class FieldRow:
    """A field: its letter in the gutter, its label, what it says."""

    height = 1

    def __init__(self, field: OneField) -> None:
        self.key: str | None = field.key
        self.field = field

    def draw(self, width: int) -> Sequence[Line]:
        field = self.field
        sign = accent(field.letter, bold=True) if field.letter else None
        said = ink(cut(clean(field.said), max(width - LABEL - 4, 1)))
        return [row(width, [quiet(cut(field.label, LABEL - 1).ljust(LABEL)), said], (), sign)]
