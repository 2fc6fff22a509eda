"""The line of a form that is asked: what stands there, typing, and a list to choose from."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from storage.errors import Refused
from storage.text import LONGEST
from tui.draw.spans import gap, width_of, wrap
from tui.draw.text_signs import warned
from tui.forms.model.answer import Answer, Option
from tui.forms.model.choice_answers import YesNo
from tui.forms.model.named_records import makes
from tui.forms.model.set_answer import Several
from tui.forms.parts.answer_frame import AnswerWords, Mark
from tui.forms.parts.element_cursor import ElementCursor
from tui.forms.parts.form_lines import GROUND, beside, padded, reasons, room_of
from tui.forms.parts.making_doubt import MakingDoubt
from tui.forms.parts.offer_list import OfferList
from tui.forms.parts.revealed_line import RevealedLine
from tui.forms.parts.side_lines import others_beneath, side_lines, sides_of
from tui.forms.parts.typing import Typing
from tui.locale import say
from tui.widgets.widget_messages import Chosen, Hinted
from tui.words.labels import LABEL

TYPED = 16  # cells that are left to type in behind chips


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
        self._browsed: object = None
        """What stood there when someone began to look through all that can be chosen."""
        self.doubt = MakingDoubt()
        self.mark = Mark(tone)
        self.ground = Vertical(classes="ground")
        self.chips = AnswerWords("sel")
        self.last = AnswerWords("sel", "last")
        """The chips of the last line: one types behind them."""
        self.typing = Typing(self)
        self.end = AnswerWords("sel", "end")
        self.reason = AnswerWords(tone)
        self.list = OfferList()

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield self.mark
            with Vertical():
                with self.ground:
                    yield self.chips
                    with Horizontal():
                        yield self.last
                        yield self.typing
                        yield self.end
                yield self.reason
        yield self.list

    # asking

    def ask(self, answer: Answer) -> None:
        """Ask another line; what was typed on the one before stays with that one."""
        self.answer = answer
        answer.written = False
        self.picked.at = None
        self.doubt.clear()
        self.mark.answer = answer
        self._browsed = None
        self.typing.put(self.answer)
        self._offer([])
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
        if self.answer.chooses:
            self._offer(list(self.answer.options(text)) if text.strip() else [])
        self._show()

    @property
    def open(self) -> bool:
        """Whether there is a list to choose from."""
        return self.list.open

    def open_list(self) -> bool:
        """Show everything that can be chosen; a flag just turns over."""
        if not self.answer.chooses or self.open or self.answer.undecided:
            return False
        if isinstance(self.answer, YesNo):
            self.answer.turn()
            self.update()
            return True
        if isinstance(self.answer, Several) and len(self.answer.parts) == 1:
            self._browsed = self.answer.kept
        options = list(self.answer.options(""))
        now = getattr(self.answer, "value", None)
        held = [n for n, option in enumerate(options) if option.value == now]
        self._offer(options, held[0] if held else 0)
        return True

    def close_list(self) -> bool:
        """Close the list and forget what filtered it; False where there was nothing to close."""
        answer = self.answer
        begun = self.open or (isinstance(answer, Several) and answer.unpart())
        if begun:
            if self._browsed is not None and answer.kept != self._browsed:
                answer.bring(self._browsed)
            self._browsed = None
            self.doubt.clear()
            answer.unfilter()
            self.typing.put(self.answer)
            self._offer([])
        return begun

    def take(self, *, make: bool = True) -> bool:
        """Take what is highlighted in the list; False where there is none, or where that would
        ``make`` something and may not."""
        self.sync()
        if self._drop_chosen():
            return True
        option = self.list.option
        if option is None or (makes(option.value) and not make):
            return False
        self.answer.take(option)
        self.doubt.clear()
        self.typing.put(self.answer)
        self._offer_again()
        return True

    def leave_list(self) -> None:
        """Go on: with what is highlighted, if one typed to find it; what was taken while looking
        through all stays as it is. Making something takes an Enter."""
        if self._browsed is None:
            self.take(make=False)

    def _drop_chosen(self) -> bool:
        """Take out what is highlighted among what was chosen; False where nothing is."""
        chosen, answer = self.list.chosen, self.answer
        if chosen is None or not isinstance(answer, Several):
            return False
        answer.drop(answer.elements.index(chosen))
        answer.unfilter()
        self.typing.put(answer)
        self._offer_again()
        return True

    def _offer_again(self) -> None:
        """After a choice: whoever looks through everything goes on from where they stood."""
        if self._browsed is None:
            self._offer([])
            return
        place = self.list.index or 0
        self._offer(list(self.answer.options("")))
        self.list.stand(place)

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
            self._offer([])
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

    def _offer(self, options: list[Option], first: int = 0) -> None:
        words = self.typing.text if self.answer.unchosen else ""
        self.list.offer(options, first, words=words, held=self.answer.held)
        self.mark.lit = not self.open
        self._show()
        self.place()

    def place(self) -> None:
        """Let the list lie at the field; the rest of the screen recedes while it is open, where
        there are tones."""
        self.screen.set_class(self.open and not self.app.has_class("-flat"), "choosing")
        if self.open and isinstance(self.parent, Widget):
            field = self.ground.region
            told = self.reason.size.height if self.reason.display else 0  # stays to be read
            self.list.float_at(field.grow((0, 0, told, 0)), self.parent.region)

    def _show(self) -> None:
        answer = self.answer
        room = room_of(self.size.width or self.screen.size.width)
        chips = self.picked.lines(answer, room)
        if answer.undecided:
            chips = [*side_lines(answer, max(self.size.width - GROUND - 2, 1)), ()]
        last = chips.pop() if chips and width_of(chips[-1]) + TYPED <= room else ()
        self.chips.say([padded(line) for line in chips])
        self.last.say([[*padded(last), gap()]] if last else [])
        self.typing.set_class(not last, "first")
        chooses = answer.chooses and not answer.undecided
        self.end.say([[*beside(answer), gap()]] if chooses else [])
        replaces = answer.selected and not answer.chooses  # else the hint says so
        asides = [answer.aside, say("form.replaces") if replaces else ""]
        said = [line for aside in asides if aside for line in wrap(aside, room, "quiet")]
        if self.doubt.told:
            said += wrap(warned(self.doubt.told), room, "amber")
        others = () if answer.undecided else others_beneath(answer, room)
        self.reason.say(
            [*others, *said, *(reasons(answer, room + LABEL + 4) if self.tells else [])]
        )
        self.mark.refresh()
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
