"""The line of a form that is asked: what stands there, typing, and a list to choose from."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from textual.app import ComposeResult
from textual.widget import Widget

from storage.errors import Refused
from storage.text import LONGEST
from tui.draw.spans import wrap
from tui.draw.text_signs import warned
from tui.forms.model.answer import Answer
from tui.forms.model.set_answer import Several
from tui.forms.parts.answer_list import AnswerList
from tui.forms.parts.asked_field import AskedField
from tui.forms.parts.element_cursor import ElementCursor
from tui.forms.parts.form_lines import reasons, room_of
from tui.forms.parts.making_doubt import MakingDoubt
from tui.forms.parts.revealed_line import RevealedLine
from tui.forms.parts.side_lines import sides_of
from tui.forms.parts.typing import Typing
from tui.widgets.widget_messages import Chosen, Hinted
from tui.words.labels import LABEL


class Asking(Protocol):
    """The form that asks."""

    @property
    def keys(self) -> Mapping[str, Callable[[], None]]:
        """What its keys do."""

    def ready(self) -> None:
        """Enter, and nothing to take from a list."""

    def step(self, by: int) -> None:
        """To another line."""


class AskedLine(RevealedLine):
    """One answer, open to be typed. While its list is open, the list has the bar and the arrows.

    ``tells`` is false where the form itself says why an answer cannot be kept.
    """

    def __init__(self, form: Asking, tone: str = "page", *, tells: bool = True) -> None:
        super().__init__(classes=tone)
        self.form = form
        self.tells = tells
        self.decide: Callable[[int], None] = lambda number: None
        """Chooses one of the values of a line in conflict, by its number."""
        self.answer = Answer("", "")
        self.picked = ElementCursor()
        self.doubt = MakingDoubt()
        self.typing = Typing(self)
        self.field = AskedField(self.typing, tone)
        self._choosing = AnswerList(self.typing, self.doubt, self._offered)
        self.list = self._choosing.widget

    def compose(self) -> ComposeResult:
        yield from self.field.parts()
        yield self.list

    # asking

    def ask(self, answer: Answer) -> None:
        """Ask another line; what was typed on the one before stays with that one."""
        self.answer = answer
        answer.written = False
        self.picked.at = None
        self.doubt.clear()
        self.field.mark.answer = answer
        self._choosing.ask(answer)
        self.take_focus()

    def take_focus(self) -> None:
        self.screen.set_focus(self.typing, scroll_visible=False)

    def sync(self) -> None:
        """What was typed up to now; the list follows it."""
        text = self.typing.text
        if self.answer.undecided and text:
            self.answer.written = True
        if text == self.answer.text or self.answer.too_long or self.answer.undecided:
            return
        self.answer.type(text)
        self.doubt.clear()
        if isinstance(self.answer, Several) and self.answer.dropped:
            self.answer.dropped.clear()
            self.answer.told = ""
        self.picked.at = None
        self._choosing.follow(text)
        self._show()

    @property
    def open(self) -> bool:
        """Whether there is a list to choose from."""
        return self.list.open

    def space(self) -> bool:
        return self._choosing.tick() or (self.typing.untouched and self._choosing.open())

    def close_list(self) -> bool:
        """Close the list and forget what filtered it; False where there was nothing to close."""
        return self._choosing.close()

    def take(self, *, make: bool = True) -> bool:
        """Take what is highlighted in the list; False where there is none, or where that would
        ``make`` something and may not."""
        self.sync()
        return self._choosing.take(make=make)

    def leave_list(self) -> None:
        """Go on: with what is highlighted, if one typed to find it; what was taken while looking
        through all stays as it is. Making something takes an Enter."""
        if not self._choosing.browsing:
            self.take(make=False)

    def take_over(self, text: str) -> None:
        """What comes from an editor stands here as if it was typed; what is too long for that
        waits for another turn there."""
        if self.answer.too_long or len(text) > LONGEST:
            self.answer.type(text)
            self.update()
        else:
            self.typing.put_in_place(text)
            self.sync()

    def update_around(self) -> None:
        """Show what stands around the text that is typed."""
        self._show()

    def update(self) -> None:
        """Show the answer as it is now."""
        self.typing.put(self.answer)
        self._show()

    # keys

    @property
    def keys(self) -> Mapping[str, Callable[[], None]]:
        if not self.answer.undecided:
            return self.form.keys
        numbers = range(1, len(sides_of(self.answer)) + 2)
        return {**self.form.keys, **{str(n): partial(self.decide, n) for n in numbers}}

    def enter(self) -> None:
        """Take what is highlighted, or add what was typed; else the form is ready."""
        if self.answer.undecided:
            self.form.ready()
            return
        if self._doubts() or self.take():
            return
        answer = self.answer
        if not isinstance(answer, Several) or not answer.text.strip():
            self.form.ready()
            return
        try:
            answer.take_text()
        except Refused as refused:
            answer.refuse(refused)
        self.update()

    def _doubts(self) -> bool:
        """Whether Enter would make something of words that name nothing: said first, and done at
        the next Enter."""
        self.sync()
        if not self.doubt.arises(self.answer, self.list.offered):
            return False
        self._show()
        return True

    def arrow(self, by: int) -> None:
        """In the list while that is open, else to another line."""
        self.sync()
        if self.open:
            self.list.move(by)
        else:
            self.form.step(by)

    def drop(self, *, back: bool) -> bool:
        if self.answer.undecided:
            return False
        if found := self.picked.drop(self.answer, back=back):
            self.typing.put(self.answer)
            self._choosing.offer([])
        return found

    def put_back(self) -> bool:
        if self.answer.undecided:
            return False
        if found := self.picked.put_back(self.answer):
            self._show()
        return found

    def begin(self) -> None:
        """Type on a line in conflict without a choice: beside the other values."""
        self.answer.written = True
        self.update()

    def pick(self, by: int) -> bool:
        if self.answer.undecided:
            return False
        if found := self.picked.move(self.answer, by):
            self._show()
        return found

    # what it shows

    def _offered(self) -> None:
        """Something else can be chosen."""
        self.field.mark.lit = not self.open
        self._show()
        self.place()

    def place(self) -> None:
        """Let the list lie at the field; the rest of the screen recedes while it is open, where
        there are tones."""
        self.screen.set_class(self.open and not self.app.has_class("-flat"), "choosing")
        if self.open and isinstance(self.parent, Widget):
            field = self.field.ground.region
            told = (
                self.field.reason.size.height if self.field.reason.display else 0
            )  # stays to be read
            self.list.float_at(field.grow((0, 0, told, 0)), self.parent.region)

    def _show(self) -> None:
        answer = self.answer
        room = room_of(self.size.width or self.screen.size.width)
        doubt = wrap(warned(self.doubt.told), room, "amber") if self.doubt.told else ()
        told = [*doubt, *(reasons(answer, room + LABEL + 4) if self.tells else ())]
        self.field.show(answer, self.picked.lines(answer, room), told, room, self.size.width)
        self.post_message(Hinted())

    # what is told

    def on_text_area_changed(self) -> None:
        self.sync()

    def on_chosen(self, message: Chosen) -> None:
        message.stop()
        self.take()

    def on_resize(self) -> None:
        self._show()

    def on_shown(self) -> None:
        self.place()
