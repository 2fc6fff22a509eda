"""Make a note in the logbook of a record: type, and Enter."""

from storage.errors import Refused
from storage.records.fields import ENTRY_KINDS
from storage.views.many import Step
from tui import keys
from tui.forms.answer import LongText, Option
from tui.forms.choices import One, YesNo
from tui.forms.drafts import Drafts
from tui.forms.kinds import Day
from tui.forms.move import About, Move, make
from tui.forms.record import label_of, word_of
from tui.forms.sheet import OWN, Sheet
from tui.forms.sources import Fixed
from tui.forms.watched import LIFE, Watched, sentence
from tui.guard import guarded
from tui.locale import say
from tui.store import Store
from tui.widgets.forms import Title
from tui.widgets.forms.fill import Fill


class NoteForm(Fill):
    """The text first; of what kind it is, of which day and for whom can be said under it.

    ``again`` is a note that is made once more: the form opens with what that says.
    """

    def __init__(
        self,
        store: Store,
        about: About,
        drafts: Drafts,
        kind: str = "remark",
        again: Step | None = None,
    ) -> None:
        self.store = store
        self.of = about
        self.command = "evidence" if kind == "evidence" else "note"
        kinds = Fixed([Option(kind, word_of("entries", "kind", kind)) for kind in ENTRY_KINDS])
        flags = Fixed([Option(word, say(f"value.{word}")) for word in ("yes", "no")])
        said = (again.entry if again is not None else None) or {"kind": kind}
        own = again is not None and again.own
        self.text = LongText("text", label_of("entries", "text"), said.get("text"))
        self.kind = One("kind", label_of("entries", "kind"), said["kind"], "", kinds)
        self.day = Day(
            "date", label_of("entries", "date"), said.get("date"), say("hint.entries.date")
        )
        self.own = YesNo(OWN, say("note_form.own"), own, say("note_form.own_hint"), flags)
        groups = [[self.text, self.kind, self.day, self.own]]
        title = say(
            "evidence_form.title" if kind == "evidence" else "note_form.title", title=about.title
        )
        heading = Title(keys.letter(self.command), title, about.code)
        name = f"{'again' if again is not None else self.command} {about.name}"
        self.watched = None if about.several else Watched(store, about.records[0], {})
        super().__init__(heading, Sheet("entries", groups, {}), drafts, name)

    @guarded
    def elsewhere(self) -> None:
        """A note stands beside what others say; only a deletion is in its way."""
        for one in self.watched.news() if self.watched else ():
            assert self.watched is not None
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
        own = self.own.read() is True
        entry = {"kind": str(kind), "text": text, "date": day}
        label = self.kind.shown(kind)  # never the text: it shows at the bottom of the screen
        told = "toast.noted_own" if own else "toast.noted"
        move = Move(self.command, Step(entry=entry, own=own), label, told)
        try:
            message = make(self.store, self.of.records, move)
        except Refused as refused:
            self.refuse(refused)
            return
        self.drafts.forget(self.about)
        self.post_message(message)
