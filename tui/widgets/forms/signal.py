"""Judge how an agreement is doing: a colour, and for orange and red the reason."""

from storage.records.fields import SIGNAL_KEYS
from storage.views import Page
from tui import keys, signs
from tui.forms.answer import Answer
from tui.forms.drafts import Drafts
from tui.locale import say
from tui.messages import Done
from tui.spans import clean
from tui.store import Store
from tui.widgets.forms import Title
from tui.widgets.forms.pick import Choice, Pick
from tui.words import short_code

NEED_REASON = ("amber", "red")


class SignalForm(Pick):
    """Green, orange, red, or none."""

    def __init__(self, store: Store, page: Page, drafts: Drafts) -> None:
        self.store = store
        self.page = page
        found = page.row
        reason = page.signal_reason
        self.reason = Answer("reason", say("status_form.reason"), reason, say("form.may_be_empty"))
        self.needed = Answer("reason", say("status_form.reason"), reason)
        title = Title(
            keys.letter("signal"),
            say("signal_form.title", title=found.title),
            short_code(found.code),
        )
        choices = [self._choice(colour) for colour in (*signs.SIGNAL, None)]
        super().__init__(title, choices, found.signal, drafts, f"signal {found.id}")
        self.watch_field(store, found.id, "signal")

    def _choice(self, colour: str | None) -> Choice:
        needs = colour in NEED_REASON
        asks = say("status_form.reason_needed") if needs else ""
        if colour == self.page.row.signal:
            asks = say("status_form.now")
        name = say(f"signal.{colour}" if colour else "signal_form.none")
        sign = signs.SIGNAL[colour] if colour else None
        return Choice(colour, sign, name, asks, self.needed if needs else self.reason)

    @property
    def before(self) -> object:
        reason = self.page.signal_reason
        now = self.page.row.signal
        return dict(zip(SIGNAL_KEYS, (now, reason), strict=True)) if now else None

    def save(self) -> None:
        colour, reason = self.choice.value, self.choice.answer.read()
        value = dict(zip(SIGNAL_KEYS, (colour, reason), strict=True)) if colour else None
        seen = self.watched.seen if self.watched else None
        self.store.edit(self.page.row.id, {"signal": value}, seen=seen)
        code = clean(short_code(self.page.row.code))
        self.post_message(Done(say("toast.signal", code=code, signal=self.choice.name)))
