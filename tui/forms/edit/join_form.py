"""Join a record to another of its kind: choose it, see what follows, and Enter."""

from collections.abc import Sequence

from textual.app import ComposeResult

from storage.errors import Refused
from storage.records.ids import tail_of, type_of
from tui.commands import keymap
from tui.forms.files.file_preview import FilePreview
from tui.forms.form_messages import Done
from tui.forms.model.answer import Answer, Option
from tui.forms.model.choice_answers import One
from tui.forms.model.choice_sources import Records
from tui.forms.model.form_state import WHY, FormState
from tui.forms.parts.fill_form import FillForm
from tui.forms.parts.form import FormTitle
from tui.locale import say
from tui.pages.join_lines import joining_lines
from tui.store import Store
from tui.user.drafts import Drafts
from tui.widgets.footer import KeyHint
from tui.words.called import short_name_of

TURN = "f6"


class JoinForm(FillForm):
    """Which of both stands is turned round with a key; nothing is lost either way."""

    def __init__(self, store: Store, record: str, drafts: Drafts, into: str | None = None) -> None:
        self.store = store
        self.record = record
        self.turned = False
        self._previewed: tuple[object, ...] = ()
        source = Records(store, type_of(record), record)
        self.other = One("joined", say("join.with"), None, say("join.find"), source)
        if into is not None:
            self.other.take(Option(tail_of(into), ""))
        reason = Answer(WHY, say("form.why"), hint=say("form.may_be_empty"))
        code, title = store.title(record)
        heading = FormTitle(
            keymap.letter("join"),
            say("join.title", title=title),
            short_name_of(store, record) if code else "",
        )
        state = FormState(type_of(record), [[self.other, reason]], {})
        super().__init__(heading, state, drafts, f"join {record}")
        self.keys = {**self.keys, TURN: self.turn}

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield FilePreview("joining", focusable=False)

    def on_mount(self) -> None:
        self._preview()  # Textual calls what the form does itself

    def on_hinted(self) -> None:
        self._preview()

    def turn(self) -> None:
        """Let the other one give way."""
        if self.pair is not None:
            self.turned = not self.turned
            self._preview()

    @property
    def pair(self) -> tuple[str, str] | None:
        """The one that gives way and the one that stands, once the other was chosen."""
        if self.other.value is None:
            return None
        other = f"{type_of(self.record)}/{self.other.value}"
        return (other, self.record) if self.turned else (self.record, other)

    def _preview(self) -> None:
        """Show what would follow; a choice that is gone since shows nothing."""
        pair = self.pair
        if (pair, self.asked.open) == self._previewed:
            return
        self._previewed = (pair, self.asked.open)
        seen = self.query_one(FilePreview)
        seen.display = pair is not None and not self.asked.open
        if pair is None:
            return
        try:
            found = self.store.changes.preview_join(*pair)
        except Refused as refused:
            self.other.refuse(refused)
            return
        seen.show(lambda width: list(joining_lines(found, width)))

    def ready(self) -> None:
        if not self.right():
            return
        if self.pair is None:
            self.other.wrong = say("join.choose_first")
            self.go(0)
            return
        record, into = self.pair
        try:
            self.store.join(record, into, self.state.why)
        except Refused as refused:
            self.refuse(refused)
            return
        self.drafts.forget(self.about)
        names = {"name": short_name_of(self.store, record), "into": short_name_of(self.store, into)}
        self.post_message(Done(say("toast.joined", **names), record=into))

    def hints(self) -> Sequence[KeyHint]:
        if self.asked.open:
            return self.asked.list.hints()
        if self.pair is None:
            return super().hints()
        return [
            KeyHint(say("key.enter"), say("command.join")),
            KeyHint(TURN.upper(), say("join.turn")),
            KeyHint(say("key.up_down"), say("command.field")),
            KeyHint(say("key.escape"), say("form.leave")),
        ]
