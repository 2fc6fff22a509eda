"""Make a note in the logbook of a record: type, and Enter."""

from storage.errors import Refused
from storage.views.change import Change
from tui.base.guard import guarded
from tui.commands import keymap
from tui.forms.change_maker import make
from tui.forms.model.answer import Option
from tui.forms.model.choice_answers import YesNo
from tui.forms.model.choice_sources import Fixed
from tui.forms.model.form_state import OWN, FormState
from tui.forms.model.named_change import NamedChange, Subject
from tui.forms.model.record_answers import FormBuilder
from tui.forms.model.term_phrase import Phrase
from tui.forms.model.watched_record import LIFE, WatchedRecord, other_change
from tui.forms.parts.fill_form import FillForm
from tui.forms.parts.form import FormTitle
from tui.locale import say
from tui.store import Store
from tui.user.drafts import Drafts

ASKED = ("text", "kind", "date", "who")


class NoteForm(FillForm):
    """The text first; of what kind it is, of which day and for whom can be said under it, and of
    an action who does it and when.

    ``again`` is a note that is made once more: the form opens with what that says.
    """

    def __init__(
        self,
        store: Store,
        about: Subject,
        drafts: Drafts,
        kind: str = "remark",
        again: Change | None = None,
    ) -> None:
        self.store = store
        self.of = about
        self.command = "evidence" if kind == "evidence" else "note"
        said = (again.entry if again is not None else None) or {"kind": kind}
        maker = FormBuilder(store, "entries", {"id": "entries/", **said})
        made = {answer.key: answer for group in maker.groups() for answer in group}
        term = made["term.phrase"]
        assert isinstance(term, Phrase)
        self.term = term
        self.text, self.kind, day, who = self.lines = [made[key] for key in ASKED]
        flags = Fixed([Option(word, say(f"value.{word}")) for word in ("yes", "no")])
        own = again is not None and again.own
        self.own = YesNo(OWN, say("note_form.own"), own, say("note_form.own_hint"), flags)
        groups = [[self.text, self.kind, day, self.own], [who, term]]
        title = say(
            "evidence_form.title" if kind == "evidence" else "note_form.title", title=about.title
        )
        heading = FormTitle(keymap.letter(self.command), title, about.code)
        name = f"{'again' if again is not None else self.command} {about.name}"
        self.watched = None if about.several else WatchedRecord(store, about.records[0], {})
        super().__init__(heading, FormState("entries", groups, {}, maker.making), drafts, name)
        if term.changed:  # by a draft, which has the words and not what is read into them
            words, term.text = term.text, ""
            term.type(words)

    @guarded
    def elsewhere(self) -> None:
        """A note stands beside what others say; only a deletion is in its way."""
        for one in self.watched.news() if self.watched else ():
            assert self.watched is not None
            self.watched.tell(one)
            if one.field == LIFE:
                self.warn(other_change(one, None, None, mine=False))

    def ready(self) -> None:
        if not self.right():
            return
        entry = {answer.key: answer.read() for answer in self.lines} | {"term": self._term()}
        if not isinstance(entry["text"], str):
            self.text.wrong = say("note_form.missing")
            self.go(0)
            return
        own = self.own.read() is True
        label = self.kind.shown(entry["kind"])  # never the text: it shows under the panes
        told = "toast.noted_own" if own else "toast.noted"
        change = Change(entry=entry, own=own, make=self.state.made)
        try:
            named = NamedChange(self.command, change, label, told)
            message = make(self.store, self.of.records, named)
        except Refused as refused:
            self.refuse(refused)
            return
        self.drafts.forget(self.about)
        self.post_message(message)

    def _term(self) -> dict[str, object] | None:
        """The words, with what was read into them."""
        words = self.term.read()
        if words is None:
            return None
        read = {key: part.read() for key, part in self.term.parts.items()}
        return {"phrase": words, **{key: value for key, value in read.items() if value is not None}}
