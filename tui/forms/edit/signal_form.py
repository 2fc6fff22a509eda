"""Judge how an agreement is doing: a colour, and for orange and red the reason."""

from storage.records.fields import FIELDS
from storage.views.change import Change
from tui.commands import keymap
from tui.draw import signs
from tui.forms.change_maker import make
from tui.forms.model.answer import Answer
from tui.forms.model.named_change import NamedChange, Subject
from tui.forms.parts.form import FormTitle
from tui.forms.parts.pick_form import PickChoice, PickForm
from tui.locale import say
from tui.store import Store
from tui.user.drafts import Drafts

FIELD = FIELDS["agreements"]["signal"]
NOT_SAID = "?"


class SignalForm(PickForm):
    """Green, orange, red, or none."""

    def __init__(self, store: Store, about: Subject, drafts: Drafts) -> None:
        self.store = store
        self.of = about
        page = about.page
        self.stands = page.row.signal if page else NOT_SAID
        reason = page.keys("signal").get("reason") if page else None
        self.reason = Answer("reason", say("status_form.reason"), reason, say("form.may_be_empty"))
        self.needed = Answer("reason", say("status_form.reason"), reason)
        self.reason.quick = self.needed.quick = True
        title = FormTitle(
            keymap.letter("signal"), say("signal_form.title", title=about.title), about.code
        )
        choices = [self._choice(colour) for colour in (*signs.SIGNAL, None)]
        super().__init__(title, choices, self.stands, drafts, f"signal {about.name}")
        if page:
            self.watch_field(store, about.records[0], "signal")

    def _choice(self, colour: str | None) -> PickChoice:
        needs = FIELD.need(colour) is not None
        asks = say("status_form.reason_needed") if needs else ""
        if colour == self.stands:
            asks = say("status_form.now")
        name = say(f"signal.{colour}" if colour else "signal_form.none")
        sign = signs.SIGNAL[colour] if colour else None
        answer = self.needed if needs else self.reason
        return PickChoice(colour, sign, name, asks, answer, needs=needs)

    @property
    def before(self) -> object:
        return self.of.page.said("signal") if self.of.page else None

    def save(self) -> None:
        colour, reason = self.choice.value, self.choice.answer.read()
        value = dict(zip(FIELD.names, (colour, reason), strict=True)) if colour else None
        name = self.choice.name
        label = say("move.signal", signal=name)
        change = Change(sets={"signal": value})
        named = NamedChange("signal", change, label, "toast.signal", {"signal": name})
        self.post_message(make(self.store, self.of.records, named, self.watched))
