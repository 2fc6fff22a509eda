"""The line of a form that is asked: what stands there, typing, and a list to choose from."""

from collections.abc import Callable, Mapping
from typing import Protocol

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Region, Size
from textual.widget import Widget

from storage.errors import Refused
from storage.text import LONGEST
from tui.draw.spans import wrap
from tui.forms.model.answer import Answer, Option
from tui.forms.model.choice_answers import YesNo
from tui.forms.model.named_records import makes
from tui.forms.model.set_answer import Several
from tui.forms.parts.answer_frame import AnswerWords, Mark, Offered
from tui.forms.parts.form_lines import reasons, room_of
from tui.forms.parts.typing import Typing
from tui.locale import number, say
from tui.rows.row import Row
from tui.widgets.footer import KeyHint
from tui.widgets.row_list import RowList
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


class AskedLine(Vertical):
    """One answer, open to be typed. While its list is open, the list has the bar and the arrows.

    ``tells`` is false where the form itself says why an answer cannot be kept.
    """

    def __init__(self, form: Asking, tone: str = "page", *, tells: bool = True) -> None:
        super().__init__(classes=tone)
        self.form = form
        self.tells = tells
        self.answer = Answer("", "")
        self.picked: int | None = None
        self.doubted: tuple[str, str] = "", ""
        """What Enter would make of words that name nothing, and what was said of that."""
        self.offered: list[Option] = []
        self._place: tuple[Region, Size] | None = None
        self.mark = Mark(tone)
        self.chips = AnswerWords(tone)
        self.typing = Typing(self)
        self.reason = AnswerWords(tone)
        self.list = RowList("offers", tone="page", headed=False)

    def compose(self) -> ComposeResult:
        self.list.can_focus = False
        self.list.active = True
        with Horizontal():
            yield self.mark
            with Vertical():
                yield self.chips
                yield self.typing
                yield self.reason
        yield self.list

    def on_mount(self) -> None:
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _: self._reveal())

    # asking

    def ask(self, answer: Answer) -> None:
        """Ask another line; what was typed on the one before stays with that one."""
        self.answer = answer
        self.picked = None
        self.doubted = "", ""
        self.mark.label = answer.label
        self._put()
        self._offer([])
        self.take_focus()

    def take_focus(self) -> None:
        self.screen.set_focus(self.typing, scroll_visible=False)

    def sync(self) -> None:
        """What was typed up to now; the list follows it."""
        text = self.typing.text
        if text == self.answer.text or self.answer.too_long:
            return
        self.answer.type(text)
        self.doubted = "", ""
        if isinstance(self.answer, Several) and self.answer.dropped:
            self.answer.dropped.clear()
            self.answer.told = ""
        self.picked = None
        if self.answer.chooses:
            self._offer(list(self.answer.options(text)) if text.strip() else [])
        self._show()

    @property
    def open(self) -> bool:
        """Whether there is a list to choose from."""
        return bool(self.offered)

    def open_list(self) -> bool:
        """Show everything that can be chosen; a flag just turns over."""
        if not self.answer.chooses or self.open:
            return False
        if isinstance(self.answer, YesNo):
            self.answer.turn()
            self.update()
            return True
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
            self.doubted = "", ""
            answer.unfilter()
            self._put()
            self._offer([])
        return begun

    def take(self, *, make: bool = True) -> bool:
        """Take what is highlighted in the list; False where there is none, or where that would
        ``make`` something and may not."""
        self.sync()
        if not self.open or self.list.key is None:
            return False
        option = self.offered[int(self.list.key)]
        if makes(option.value) and not make:
            return False
        self.answer.take(option)
        self.doubted = "", ""
        self._put()
        self._offer([])
        return True

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
        self._put()
        self._show()

    # keys

    @property
    def keys(self) -> Mapping[str, Callable[[], None]]:
        return self.form.keys

    def enter(self) -> None:
        """Take what is highlighted, or add what was typed; else the form is ready."""
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
        making = self.offered[0].value if self.offered else ""
        if not makes(making) or self.doubted[0] == making:
            return False
        words = self.answer.text.strip()
        near = ", ".join(one.text for one in self.answer.nearest(words))
        key = "form.make_near" if near else "form.make_asked"
        self.doubted = making, say(key, name=words, nearest=near)
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
        """Take out what is picked, or with Backspace the last that was added."""
        answer = self.answer
        if not isinstance(answer, Several):
            return False
        if self.picked is not None:
            answer.drop(self.picked)
        elif back and not answer.unpart() and answer.elements:
            answer.drop(len(answer.elements) - 1)
        self.picked = None
        self._put()
        self._offer([])
        return True

    def put_back(self) -> bool:
        """Put back the element that was taken out last."""
        answer = self.answer
        if not isinstance(answer, Several) or not answer.put_back():
            return False
        self.picked = None
        self._show()
        return True

    def pick(self, by: int) -> bool:
        """Pick one of the elements of a set, to take it out."""
        answer = self.answer
        if not isinstance(answer, Several) or not answer.elements:
            return False
        last = len(answer.elements)
        place = (last if self.picked is None else self.picked) + by
        self.picked = max(place, 0) if place < last else None
        self._show()
        return True

    # what it shows

    def hints(self) -> list[KeyHint]:
        """The manual of the open list."""
        return [
            KeyHint(say("key.up_down"), say("command.choose")),
            KeyHint(say("key.enter"), say("form.take")),
            KeyHint(say("key.escape"), say("form.close_list")),
        ]

    def _put(self) -> None:
        answer = self.answer
        text, hint = answer.text, answer.hint
        if answer.too_long:
            text, hint = "", say("typing.in_editor", many=number(len(text)))
        self.typing.read_only = answer.too_long
        chosen = answer.chooses and not answer.unchosen  # what chose nothing is typed on
        self.typing.put(
            text,
            hint,
            lines=answer.long,
            chooses=answer.chooses,
            selected=answer.selected or chosen,
        )

    def _offer(self, options: list[Option], first: int = 0) -> None:
        self.offered = options
        rows: list[Row] = [Offered(str(n), option) for n, option in enumerate(options)]
        self.list.forget()
        self.list.show(rows, str(first))
        self.list.display = self.open
        self.list.refresh(layout=True)
        self.mark.lit = not self.open
        self._show()

    def _show(self) -> None:
        answer = self.answer
        room = room_of(self.size.width or self.screen.size.width)
        self.chips.say(answer.chips(room, self.picked) if isinstance(answer, Several) else [])
        replaces = answer.selected and not answer.chooses  # else the hint says so
        asides = [answer.aside, say("form.replaces") if replaces else ""]
        said = [line for aside in asides if aside for line in wrap(aside, room, "quiet")]
        if self.doubted[1]:
            said += wrap(f"! {self.doubted[1]}", room, "amber")
        self.reason.say([*said, *(reasons(answer, room + LABEL + 4) if self.tells else [])])
        self.mark.refresh()
        self.post_message(Hinted())

    def _reveal(self) -> None:
        """Scroll to the line once it lies where it should; a wheel may scroll it away again."""
        assert isinstance(self.parent, Widget)
        place = self.virtual_region, self.parent.size
        if place != self._place:
            self._place = place
            self.scroll_visible(animate=False, immediate=True, force=True)

    # what is told

    def on_text_area_changed(self) -> None:
        self.sync()

    def on_chosen(self, message: Chosen) -> None:
        message.stop()
        self.take()

    def on_resize(self) -> None:
        self._show()
