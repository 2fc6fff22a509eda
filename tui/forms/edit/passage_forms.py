"""Forms about a passage of the document: that it gives nothing, or which agreement stands there."""

from collections.abc import Sequence

from textual.app import ComposeResult

from storage.errors import Refused
from tui.commands import keymap
from tui.draw.spans import clean, cut, room_in, row, wrap
from tui.forms.form_messages import Done
from tui.forms.model.answer import Answer, Option
from tui.forms.model.choice_answers import One
from tui.forms.model.choice_sources import Records
from tui.forms.model.form_state import FormState
from tui.forms.parts.fill_form import FillForm
from tui.forms.parts.form import FormTitle
from tui.locale import say, say_count
from tui.store import Store
from tui.user.drafts import Drafts
from tui.widgets.line_pane import LinePane
from tui.words.called import short_name_of
from tui.words.locator import locator_in_words

MOST = 500
SUGGESTED = ("context", "explained", "elsewhere", "signing")


class ReasonAnswer(Answer):
    """Why something is so: any words, or one of those that were said before, which the list has
    as long as nothing is typed: what is typed is never replaced by something like it."""

    chooses = True
    quick = True

    def __init__(self, key: str, label: str, reasons: Sequence[str], hint: str) -> None:
        super().__init__(key, label, hint=hint)
        self._known = [Option(one, one) for one in reasons]

    def options(self, words: str) -> Sequence[Option]:
        return () if words.strip() else self._known

    def take(self, option: Option) -> None:
        self.type(option.value)


class PassageForm(FillForm):
    """One line, with the passage above it."""

    command: str

    def __init__(self, store: Store, locator: str, drafts: Drafts) -> None:
        from seed.document.block_places import places

        self.store = store
        self.locator = locator
        there = places(store)
        there.check(locator)
        self.said = cut(clean(there.texts[locator]), MOST)
        self.passage = f"passages/{there.document}.{locator}"
        title = say(f"{self.command}_form.title", place=locator_in_words(locator))
        heading = FormTitle(keymap.letter(self.command), title)
        state = FormState("entries", [[self.line()]], {})
        super().__init__(heading, state, drafts, f"{self.command} {locator}")

    def line(self) -> Answer:
        """What is asked."""
        raise NotImplementedError

    def save(self) -> str:
        """Write it; what is said of that. Raises Refused."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        quoted = LinePane(focusable=False, id="quoted")
        quoted.show(
            lambda width: [row(width, line) for line in wrap(self.said, room_in(width), "quiet")]
        )
        for n, widget in enumerate(super().compose()):
            yield widget
            if n == 0:
                yield quoted

    def ready(self) -> None:
        if not self.answer.settle():
            self.asked.update()
            return
        try:
            told = self.save()
        except Refused as refused:
            self.answer.refuse(refused)
            self.asked.update()
            return
        self.drafts.forget(self.about)
        self.post_message(Done(told))


class EmptyForm(PassageForm):
    """It gives nothing, and why; an empty reason makes that open again."""

    command = "leave_empty"

    def line(self) -> Answer:
        from seed.document.decided import HEADING, coverage_of

        said = [one.reason for one in coverage_of(self.store).empty if one.reason != HEADING]
        usual = [say(f"leave_empty_form.{name}") for name in SUGGESTED]
        line = ReasonAnswer("text", say("form.why"), [*dict.fromkeys((*reversed(said), *usual))],
                      say("leave_empty_form.hint"))  # fmt: skip
        now = self.store.documents.left_empty(self.store.arrangement).get(self.locator)
        self.was = now or ""
        if now or said:
            line.begin_with(now or said[-1])
        return line

    def save(self) -> str:
        reason = self.answer.text.strip()
        if not reason and self.was:
            self.store.documents.take_up([self.passage])
            return say_count("toast.reopened", 1)
        self.store.documents.leave_empty([self.passage], reason)
        return say_count("toast.left_empty", 1)


class LinkForm(PassageForm):
    """Which agreement stands here too."""

    command = "link_agreement"

    def line(self) -> Answer:
        source = Records(self.store, "agreements")
        return One("agreement", say("link_agreement_form.which"), None,
                   say("link_agreement_form.hint"), source)  # fmt: skip

    def save(self) -> str:
        from seed.document.proposed import linked

        chosen = self.answer.read()
        if not isinstance(chosen, str):
            raise Refused("required", field="agreement")
        record = f"agreements/{chosen}"
        self.store.edit(record, linked(self.store, record, self.locator))
        name = short_name_of(self.store, record)
        return say("toast.linked", code=name, place=locator_in_words(self.locator))
