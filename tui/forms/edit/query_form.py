"""Save a query: what it is called, what it asks, and whether it is for one's own organisation."""

from storage.errors import Refused
from storage.records.record_json import Json
from storage.views.change import Change
from tui.commands import keymap
from tui.forms.form_messages import Done
from tui.forms.model.answer import Answer, Option
from tui.forms.model.choice_answers import YesNo
from tui.forms.model.choice_sources import Fixed
from tui.forms.model.form_state import OWN, FormState
from tui.forms.parts.fill_form import FillForm
from tui.forms.parts.form import FormTitle
from tui.locale import say
from tui.store import Store
from tui.user.drafts import Drafts
from tui.words.labels import label_of


class QueryForm(FillForm):
    """The name is asked first; the query can still be changed."""

    def __init__(self, store: Store, query: str, drafts: Drafts) -> None:
        self.store = store
        self.named = Answer("name", label_of("name", "searches"), hint=say("query_form.hint"))
        self.asks = Answer("query", label_of("query", "searches"), query)
        flags = Fixed([Option(word, say(f"value.{word}")) for word in ("yes", "no")])
        self.own = YesNo(OWN, say("note_form.own"), False, say("query_form.own_hint"), flags)
        held: Json = {}
        state = FormState("searches", [[self.named, self.asks, self.own]], held)
        title = FormTitle(keymap.letter("keep_query"), say("query_form.title"))
        super().__init__(title, state, drafts, f"query {query}")

    def ready(self) -> None:
        if not self.right():
            return
        said = {answer.key: answer.read() for answer in (self.named, self.asks)}
        for n, answer in enumerate((self.named, self.asks)):
            if not said[answer.key]:
                answer.wrong = say("query_form.missing")
                self.go(n)
                return
        own = self.own.read() is True
        try:
            added = self.store.apply(Change(new="searches", sets=said, own=own)).added
        except Refused as refused:
            self.refuse(refused)
            return
        self.drafts.forget(self.about)
        self.post_message(Done(say("toast.added", name=said["name"]), record=added[0]))
