"""Say who writes: a name, and an organisation; both can be left empty, and changed later."""

from storage.errors import Refused
from storage.records.record_json import Json
from tui.commands import keymap
from tui.draw.spans import clean
from tui.forms.form_messages import Closed, Done
from tui.forms.model.answer import Answer
from tui.forms.model.choice_answers import One
from tui.forms.model.choice_sources import Records
from tui.forms.model.form_state import FormState
from tui.forms.model.named_records import NamedRecords
from tui.forms.parts.fill_form import FillForm
from tui.forms.parts.form import FormTitle
from tui.locale import say
from tui.store import Store
from tui.user.drafts import Drafts


class WhoForm(FillForm):
    """What was said before stays as it was: only the name that stands beside it is another."""

    def __init__(self, store: Store, drafts: Drafts) -> None:
        self.store = store
        found = store.who()
        making = NamedRecords()
        organisations = Records(store, "organisations", making=making)
        self.called = Answer("name", say("who.name"), found.name, say("who.hint"))
        self.organisation = One(
            "organisation", say("who.organisation"), found.organisation,
            say("form.may_be_empty"), organisations,
        )  # fmt: skip
        held: Json = {"name": found.name, "organisation": found.organisation}
        state = FormState("authors", [[self.called, self.organisation]], held, making)
        super().__init__(
            FormTitle(keymap.letter("myself"), say("who.title")), state, drafts, "myself"
        )

    def ready(self) -> None:
        if not self.right():
            return
        if not self.state.changed:
            self.drafts.forget(self.about)
            self.post_message(Closed())
            return
        name, organisation = self.called.read(), self.organisation.read()
        try:
            self.store.introduce(
                name if isinstance(name, str) else None,
                organisation if isinstance(organisation, str) else None,
                make=self.state.made,
            )
        except Refused as refused:
            self.refuse(refused)
            return
        self.drafts.forget(self.about)
        told = say("toast.who", name=clean(str(name))) if name else say("toast.nameless")
        self.post_message(Done(told, undoable=False))
