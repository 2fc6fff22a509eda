"""Make a note in the logbook of a record: type, and Enter."""

from storage.errors import Refused
from storage.records.fields import ENTRY_KINDS
from tui import keys
from tui.called import called
from tui.forms.answer import LongText, Option
from tui.forms.choices import One, YesNo
from tui.forms.drafts import Drafts
from tui.forms.kinds import Day
from tui.forms.record import label_of, word_of
from tui.forms.sheet import OWN, Sheet
from tui.forms.sources import Fixed
from tui.forms.watched import LIFE, Watched, sentence
from tui.guard import guarded
from tui.locale import say
from tui.messages import Done
from tui.store import Store
from tui.widgets.forms import Title
from tui.widgets.forms.fill import Fill


class NoteForm(Fill):
    """The text first; of what kind it is, of which day and for whom can be said under it."""

    def __init__(self, store: Store, record: str, drafts: Drafts, kind: str = "remark") -> None:
        self.store = store
        self.record = record
        code, title = store.title(record)
        kinds = Fixed([Option(kind, word_of("entries", "kind", kind)) for kind in ENTRY_KINDS])
        flags = Fixed([Option(word, say(f"value.{word}")) for word in ("yes", "no")])
        self.text = LongText("text", label_of("entries", "text"))
        self.kind = One("kind", label_of("entries", "kind"), kind, "", kinds)
        self.day = Day("date", label_of("entries", "date"), hint=say("hint.entries.date"))
        self.own = YesNo(OWN, say("note_form.own"), False, say("note_form.own_hint"), flags)
        groups = [[self.text, self.kind, self.day, self.own]]
        heading = Title(
            keys.letter("note"),
            say("note_form.title", title=title),
            called(store, record) if code else "",
        )
        self.watched = Watched(store, record, {})
        super().__init__(heading, Sheet("entries", groups, {}), drafts, f"note {record}")

    @guarded
    def elsewhere(self) -> None:
        """A note stands beside what others say; only a deletion is in its way."""
        for one in self.watched.news():
            self.watched.tell(one)
            if one.field == LIFE:
                self.warn(sentence(one, None, None, mine=False))

    def ready(self) -> None:
        if not self.right():
            return
        text, kind, day = (answer.read() for answer in (self.text, self.kind, self.day))
        if not isinstance(text, str):
            self.text.wrong = say("note_form.missing")
            self.go(0)
            return
        try:
            self.store.note(
                self.record, text, str(kind), date=str(day) if day else None,
                own=self.own.read() is True,
            )  # fmt: skip
        except Refused as refused:
            self.refuse(refused)
            return
        self.drafts.forget(self.about)
        own = "_own" if self.own.read() is True else ""
        told = say(f"toast.noted{own}", code=called(self.store, self.record))
        self.post_message(Done(told))
