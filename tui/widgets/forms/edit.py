"""Change the title or the text of an agreement; both in one act."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from storage.errors import Refused
from storage.text import typed
from storage.views import Page
from tui import keys
from tui.locale import refusal, say
from tui.messages import Done
from tui.spans import clean
from tui.store import Store
from tui.widgets.fields import Area, Field
from tui.widgets.footer import Hint
from tui.widgets.forms import Form, Label, Title, Told, label
from tui.words import short_code


class EditForm(Form):
    """Title above, text under it; only what was changed is written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab", "other_field", show=False),
    ]

    def __init__(self, store: Store, page: Page) -> None:
        super().__init__()
        self.store = store
        self.page = page

    def compose(self) -> ComposeResult:
        row = self.page.row
        yield Title(
            keys.letter("edit"), say("edit_form.title", title=row.title), short_code(row.code)
        )
        yield Told()
        with Horizontal(classes="line"):
            yield Label(label(say("edit_form.field_title")))
            yield Field(row.title)
        with Horizontal(classes="block"):
            yield Label(label(say("edit_form.field_text")))
            yield Area(self.page.text or "")

    def action_other_field(self) -> None:
        field, area = self.query_one(Field), self.query_one(Area)
        (area if field.has_focus else field).focus()

    def on_input_submitted(self) -> None:
        self._save()

    def on_area_submitted(self) -> None:
        self._save()

    def _save(self) -> None:
        changed = self._changed()
        if not changed:
            self.action_leave()
            return
        if changed.get("title") == "":
            self._tell(say("edit_form.missing_title"))
            return
        try:
            self.store.edit(self.page.row.id, changed)
        except Refused as refused:
            self._tell(f"! {refusal(refused.key, refused.details)}")
            return
        self.post_message(Done(say("toast.edited", code=clean(short_code(self.page.row.code)))))

    def _changed(self) -> dict[str, object]:
        """What differs from what stood there, as far as it could be typed."""
        before = {"title": typed(self.page.row.title), "text": typed(self.page.text or "")}
        now = {
            "title": typed(self.query_one(Field).value).strip(),
            "text": typed(self.query_one(Area).text),
        }
        changed: dict[str, object] = {
            name: value for name, value in now.items() if value != before[name]
        }
        if changed.get("text") == "":
            changed["text"] = None
        return changed

    def _tell(self, text: str) -> None:
        self.query_one(Told).warn(text)

    def hints(self) -> Sequence[Hint]:
        tab = Hint(say("key.tab"), say("command.field"))
        return [tab, *super().hints()]
