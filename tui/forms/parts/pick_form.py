"""A small form: a few choices under each other, and one line of text under the chosen one."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult

from storage.errors import Refused
from tui.draw.spans import Line, Span, amber, cut, ink, quiet, row
from tui.draw.text_signs import warned
from tui.forms.form_messages import Closed
from tui.forms.model.answer import Answer
from tui.forms.model.watched_record import LIFE, WatchedRecord, besides, other_change
from tui.forms.parts.asked_line import AskedLine
from tui.forms.parts.form import Form, FormNote, FormTitle, Label
from tui.locale import refusal, say
from tui.store import Store
from tui.user.drafts import Draft, Drafts
from tui.widgets.footer import KeyHint

NAME = 17


class PickChoice(NamedTuple):
    """What can be chosen: its sign and name, what it asks for, and the line to type that in, which
    may have to be filled in."""

    value: str | None
    sign: Span | None
    name: str
    asks: str
    answer: Answer
    needs: bool = False


class ChoiceLine(Label):
    """One choice; what it asks for stands quietly behind it."""

    def __init__(self, choice: PickChoice, index: int) -> None:
        super().__init__()
        self.choice = choice
        self.index = index
        self.chosen = False

    def mark(self, *, chosen: bool, lit: bool) -> None:
        self.chosen = chosen
        self.tone = "sel" if chosen else "page"
        self.bar = ("accent" if lit else "line") if chosen else None
        self.refresh()

    def line_at(self, width: int) -> Line:
        choice = self.choice
        name = ink(choice.name.ljust(NAME), bold=self.chosen)
        wrong = choice.answer.wrong if self.chosen else ""
        told = amber(cut(warned(wrong), width - NAME - 4)) if wrong else quiet(choice.asks)
        return row(width, [name, told], (), choice.sign)

    def on_click(self, event: events.Click) -> None:
        form = self.parent
        assert isinstance(form, PickForm)
        form.choose(self.index)


class PickForm(Form):
    """The arrows choose, typing fills the line. Saving never asks; what is missing is said
    behind the choice."""

    def __init__(
        self,
        title: FormTitle,
        choices: Sequence[PickChoice],
        now: str | None,
        drafts: Drafts,
        about: str,
    ) -> None:
        super().__init__()
        self.title = title
        self.choices = choices
        self.now = now
        self.drafts = drafts
        self.about = about
        self.asked = AskedLine(self, tells=False)
        self.keys: Mapping[str, Callable[[], None]] = {
            "shift+tab": partial(self.asked.arrow, -1),
            "tab": partial(self.asked.arrow, 1),
            "escape": self.action_leave,
        }
        self.watched: WatchedRecord | None = None
        self.field = ""
        self.torn = 0
        """In how many ways the field is in conflict."""
        values = [choice.value for choice in choices]
        self.index = values.index(now) if now in values else 0
        self._bring(drafts.find(about))

    def watch_field(self, store: Store, record: str, field: str) -> None:
        """What is chosen is a field of this record, which others may change meanwhile."""
        self.field = field
        self.watched = WatchedRecord(store, record, self.drafts.saw(self.about))

    def _bring(self, draft: Draft) -> None:
        index = draft.get("chosen")
        if isinstance(index, int) and 0 <= index < len(self.choices):
            answer = self.choices[index].answer
            if answer.fits(draft.get("said")):
                self.index = index
                answer.bring(draft["said"])

    @property
    def choice(self) -> PickChoice:
        return self.choices[self.index]

    def compose(self) -> ComposeResult:
        yield self.title
        yield FormNote()
        for n, choice in enumerate(self.choices):
            yield ChoiceLine(choice, n)
        yield self.asked

    def on_mount(self) -> None:
        self.query_one(FormNote).display = False
        self.choose(self.index)
        self.elsewhere()

    def elsewhere(self) -> None:
        try:
            found = self.watched.conflicts if self.watched else ()
            torn = [one for one in found if one.field == self.field]
            self.torn = len(torn)
            for conflict in torn:
                self._tell(besides(conflict, None))
            self.look_again()
            self.mark()
        except Refused as refused:
            self._tell(refusal(refused.key, refused.details))

    def look_again(self) -> bool:
        """Say what others did with the same field; whether there was anything to say."""
        told = False
        for one in self.watched.news() if self.watched else ():
            assert self.watched is not None
            self.watched.tell(one)
            if one.field in (self.field, LIFE):
                self._tell(other_change(one, self.before, None, mine=one.field == self.field))
                told = told or one.field == self.field
        return told

    @property
    def before(self) -> object:
        """The value of the field when the form was opened."""
        return self.now

    def _tell(self, text: str) -> None:
        self.query_one(FormNote).alert(text)

    def take_focus(self) -> None:
        self.asked.take_focus()

    def step(self, by: int) -> None:
        self.choose(max(min(self.index + by, len(self.choices) - 1), 0))

    def choose(self, index: int) -> None:
        """Choose another; what was typed goes along to a line that asks the same."""
        before = self.choice.answer
        self.index = index
        answer = self.choice.answer
        answer.wrong = ""
        if answer.key == before.key:
            answer.text = before.text
        lines = list(self.query(ChoiceLine))
        self.move_child(self.asked, after=lines[index])
        self.asked.ask(answer)
        self.mark()

    def mark(self) -> None:
        """Show which one is chosen, what it lacks, and what is at stake."""
        for line in self.query(ChoiceLine):
            line.mark(chosen=line.index == self.index, lit=not self.asked.open)
        answer, other = self.choice.answer, self.choice.value != self.now
        answer.needed = self.choice.needs and other and answer.empty
        self.asked.field.mark.refresh()
        self.title.stake(
            changed=other + answer.changed, needed=int(answer.needed), conflicts=self.torn
        )

    def on_hinted(self) -> None:
        self.mark()

    def ready(self) -> None:
        """Save the choice; a name of another choice typed by mistake chooses that one."""
        answer = self.choice.answer
        words = answer.text.strip().casefold()
        named = [n for n, choice in enumerate(self.choices) if choice.name.casefold() == words]
        if named and not answer.chooses:
            answer.reset()
            self.choose(named[0])
            return
        if not answer.settle():
            self.asked.update()
            return
        if self.choice.value == self.now and not answer.changed:
            self.action_leave()
            return
        try:
            if self.look_again():
                return
            self.save()
        except Refused as refused:
            if refused.key == "deleted":
                self._tell(refusal(refused.key, refused.details))
                return
            answer.refuse(refused)
            self.mark()
        else:
            self.drafts.forget(self.about)

    def save(self) -> None:
        """Write the choice with what was typed. Raises Refused for what it lacks."""
        raise NotImplementedError

    def action_leave(self) -> None:
        if self.asked.close_list():
            return
        kept = self.keep(open=False)
        self.post_message(Closed(say("toast.draft") if kept else ""))

    def keep(self, *, open: bool = True) -> bool:
        self.asked.sync()
        answer = self.choice.answer
        draft = {"chosen": self.index, "said": answer.kept} if answer.changed else {}
        saw = self.watched.saw([self.field]) if self.watched else {}
        self.drafts.keep(self.about, draft, saw, open=open, name=self.title.text)
        return bool(draft)

    def hints(self) -> Sequence[KeyHint]:
        if self.asked.open:
            return self.asked.list.hints()
        return [KeyHint(say("key.up_down"), say("command.choose")), *super().hints()]
