"""Make a note in the logbook of an agreement."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from storage.errors import Refused
from storage.records.fields import ENTRY_KINDS
from storage.text import typed
from storage.views import Page
from tui import keys
from tui.locale import refusal, say
from tui.messages import Done
from tui.spans import clean, ink
from tui.store import Store
from tui.widgets.fields import Area
from tui.widgets.footer import Hint
from tui.widgets.forms import Form, Label, Title, Told, label
from tui.words import short_code


class NoteForm(Form):
    """The text, and of what kind it is; Tab takes the next kind."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "kind(1)", show=False),
        Binding("shift+tab", "kind(-1)", show=False),
    ]

    def __init__(self, store: Store, page: Page) -> None:
        super().__init__()
        self.store = store
        self.page = page
        self.index = ENTRY_KINDS.index("remark")

    @property
    def kind(self) -> str:
        return ENTRY_KINDS[self.index]

    def compose(self) -> ComposeResult:
        row = self.page.row
        yield Title(
            keys.letter("note"), say("note_form.title", title=row.title), short_code(row.code)
        )
        yield Label(id="kind")
        yield Told()
        with Horizontal(classes="block"):
            yield Label(label(say("note_form.text")))
            yield Area()

    def on_mount(self) -> None:
        self._show()
        self.take_focus()

    def action_kind(self, by: int) -> None:
        self.index = (self.index + by) % len(ENTRY_KINDS)
        self._show()

    def _show(self) -> None:
        said = [*label(say("field.kind").capitalize()), ink(say(f"entry_kind.{self.kind}"))]
        self.query_one("#kind", Label).say(said)

    def on_area_submitted(self) -> None:
        text = typed(self.query_one(Area).text).strip()
        if not text:
            self._tell(say("note_form.missing"))
            return
        try:
            self.store.note(self.page.row.id, text, kind=self.kind)
        except Refused as refused:
            self._tell(f"! {refusal(refused.key, refused.details)}")
            return
        self.post_message(Done(say("toast.noted", code=clean(short_code(self.page.row.code)))))

    def _tell(self, text: str) -> None:
        self.query_one(Told).warn(text)

    def hints(self) -> Sequence[Hint]:
        tab = Hint(say("key.tab"), say("command.other_kind"))
        return [tab, *super().hints()]
