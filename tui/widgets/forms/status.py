"""Change the status: a list, with what the choice asks for in a line under it."""

from storage.records.fields import STATUSES
from storage.views import Page
from tui import keys, signs
from tui.forms.answer import Answer
from tui.forms.choices import One
from tui.forms.drafts import Drafts
from tui.forms.sources import Records
from tui.locale import say
from tui.messages import Done
from tui.spans import clean
from tui.store import Store
from tui.widgets.forms import Title
from tui.widgets.forms.pick import Choice, Pick
from tui.words import short_code

NEEDS = {"partly_met": "reason", "lapsed": "reason", "met": "evidence", "superseded": "successor"}


class StatusForm(Pick):
    """One reason for whatever is chosen; evidence and successor have a line of their own."""

    def __init__(self, store: Store, page: Page, drafts: Drafts) -> None:
        self.store = store
        self.page = page
        found = page.row
        self.reason = Answer("reason", say("status_form.reason"), hint=say("form.may_be_empty"))
        self.needed = Answer("reason", say("status_form.reason"))
        self.evidence = Answer("evidence", say("status_form.evidence"))
        others = Records(store, "agreements", found.id)
        self.successor = One(
            "successor", say("status_form.successor"), None, say("status_form.find"), others
        )
        title = Title(
            keys.letter("status"),
            say("status_form.title", title=found.title),
            short_code(found.code),
        )
        choices = [self._choice(status) for status in STATUSES]
        super().__init__(title, choices, found.status, drafts, f"status {found.id}")
        self.watch_field(store, found.id, "status")

    def _choice(self, status: str) -> Choice:
        need = NEEDS.get(status)
        asks = say(f"status_form.{need}_needed") if need else ""
        if status == self.page.row.status:
            asks = say("status_form.now")
        lines = {"reason": self.needed, "evidence": self.evidence, "successor": self.successor}
        name = say(f"status.{status}")
        return Choice(status, signs.STATUS[status], name, asks, lines.get(need or "", self.reason))

    def save(self) -> None:
        status = str(self.choice.value)
        row = self.page.row
        said = self.choice.answer.read()
        text = said if isinstance(said, str) else None
        seen = self.watched.seen if self.watched else None
        if self.choice.answer is self.evidence:
            self.store.status(row.id, status, evidence=text, seen=seen)
        elif self.choice.answer is self.successor:
            successor = f"agreements/{text}" if text else None
            self.store.status(row.id, status, successor=successor, seen=seen)
        else:
            self.store.status(row.id, status, text, seen=seen)
        word = say(f"status.{status}")
        self.post_message(Done(say("toast.status", code=clean(short_code(row.code)), status=word)))
