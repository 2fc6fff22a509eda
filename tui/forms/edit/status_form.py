"""Change the status: a list, with what the choice asks for in a line under it."""

from storage.records.fields import FIELDS, STATUSES
from storage.views.change import Change
from tui.commands import keymap
from tui.draw import signs
from tui.forms.change_maker import make
from tui.forms.model.answer import Answer
from tui.forms.model.choice_answers import One
from tui.forms.model.choice_sources import Records
from tui.forms.model.named_change import NamedChange, Subject
from tui.forms.parts.form import FormTitle
from tui.forms.parts.pick_form import PickChoice, PickForm
from tui.locale import say
from tui.store import Store
from tui.user.drafts import Drafts


class StatusForm(PickForm):
    """One reason for whatever is chosen; evidence and successor have a line of their own."""

    def __init__(self, store: Store, about: Subject, drafts: Drafts) -> None:
        self.store = store
        self.of = about
        self.stands = about.page.row.status if about.page else None
        self.reason = Answer("reason", say("status_form.reason"), hint=say("form.may_be_empty"))
        self.needed = Answer("reason", say("status_form.reason"))
        self.evidence = Answer("evidence", say("status_form.evidence"))
        others = Records(store, "agreements", about.records[0] if about.page else None)
        self.successor = One(
            "successor", say("status_form.successor"), None, say("status_form.find"), others
        )
        title = FormTitle(
            keymap.letter("status"), say("status_form.title", title=about.title), about.code
        )
        choices = [self._choice(status) for status in STATUSES]
        super().__init__(title, choices, self.stands, drafts, f"status {about.name}")
        if about.page:
            self.watch_field(store, about.records[0], "status")

    def _choice(self, status: str) -> PickChoice:
        need = FIELDS["agreements"]["status"].need(status)
        asks = say(f"status_form.{need}_needed") if need else ""
        if status == self.stands:
            asks = say("status_form.now")
        lines = {"reason": self.needed, "evidence": self.evidence, "successor": self.successor}
        name = say(f"status.{status}")
        answer = lines.get(need or "", self.reason)
        return PickChoice(status, signs.STATUS[status], name, asks, answer, needs=bool(need))

    def save(self) -> None:
        status = str(self.choice.value)
        said = self.choice.answer.read()
        text = said if isinstance(said, str) else None
        change = Change(sets={"status": status}, reason=text)
        if self.choice.answer is self.evidence:
            entry = {"kind": "evidence", "text": text} if text else None
            change = Change(sets={"status": status}, entry=entry)
        elif self.choice.answer is self.successor:
            follows = {f"related/replaced_by/{text}": True} if text else {}
            change = Change(sets={"status": status, **follows})
        word = say(f"status.{status}")
        named = NamedChange("status", change, word, "toast.status", {"status": word})
        self.post_message(make(self.store, self.of.records, named, self.watched))
