"""Before several agreements change at once: which they are, what each says now and is to say."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from storage.errors import Refused
from storage.views.change import ChangePreview
from tui.commands import keymap
from tui.draw.text_signs import warned
from tui.forms.form_messages import Closed, Done
from tui.forms.model.named_change import NamedChange
from tui.forms.parts.form import Form, FormNote, FormTitle
from tui.locale import number, refusal, say, say_count
from tui.rows.touched import TouchedRows
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Chosen, Moved


class PreviewForm(Form):
    """Enter changes all of them in one act, Esc goes back to what was filled in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
        Binding("home,g", "ends(False)", show=False),
        Binding("end,G", "ends(True)", show=False),
        Binding("enter", "save", show=False),
    ]

    def __init__(self, store: Store, preview: ChangePreview, named: NamedChange) -> None:
        super().__init__()
        self.store = store
        self.preview = preview
        self.named = named
        self.title = FormTitle(keymap.letter(named.command), "", "")
        self.told = FormNote()
        self.rows = RowList("touched", tone="page", headed=False)

    def compose(self) -> ComposeResult:
        yield self.title
        yield self.told
        yield self.rows

    def on_mount(self) -> None:
        self.look(self.preview)
        self.take_focus()

    def take_focus(self) -> None:
        self.rows.focus()

    def look(self, preview: ChangePreview) -> None:
        """Show what it would do."""
        self.preview = preview
        n, left = len(preview.touched), len(preview.skipped)
        self.title.name_it(say_count("preview.title", n, what=self.named.label))
        why = preview.change.reason
        if not n:
            self.told.warn(say("preview.nothing"))
        elif left:
            told = say("preview.left", n=number(left), total=number(n + left))
            self.told.warn(warned(told))
        elif why:
            self.told.explain(say("preview.why", why=why))
        self.told.display = not n or bool(left or why)
        self.rows.show(TouchedRows(preview, self.store), even=True)

    def action_save(self) -> None:
        records = tuple(self.preview.touched)
        if not records:
            self.action_leave()
            return
        try:
            self.store.apply(self.preview.change._replace(records=records))
        except Refused as refused:
            self._refused(refused)
            return
        life = self.preview.change.sets.get("life")
        key = f"toast.many_{life}" if self.named.of_life else "toast.many"
        told = say_count(key, len(records), what=self.named.label)
        self.post_message(Done(told, change=self.named))

    def _refused(self, refused: Refused) -> None:
        """Say why not; where someone else was first, show what it would do now."""
        if refused.key not in ("not_in_all", "nothing_changed", "deleted"):
            self.told.alert(refusal(refused.key, refused.details))
            return
        try:
            self.look(self.store.changes.preview(self.preview.change))
        except Refused:
            self.post_message(Closed(say("preview.nothing")))

    # keys

    def action_move(self, by: int) -> None:
        self.rows.move(by)

    def action_turn(self, by: int) -> None:
        self.rows.page(by)

    def action_ends(self, last: bool) -> None:
        self.rows.ends(last=last)

    def on_moved(self, message: Moved) -> None:
        message.stop()

    def on_chosen(self, message: Chosen) -> None:
        message.stop()

    def hints(self) -> Sequence[KeyHint]:
        save = [KeyHint(say("key.enter"), say("preview.save"))] if self.preview.touched else []
        return [
            *save,
            KeyHint(say("key.up_down"), say("command.read")),
            KeyHint(say("key.escape"), say("command.back")),
        ]
