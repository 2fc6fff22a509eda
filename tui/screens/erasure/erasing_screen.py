"""Before acts are erased: what goes, what is said again, who has a copy. It cannot be undone."""

from collections.abc import Iterable, Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal

from storage.acts import Act
from storage.errors import Refused
from storage.views.erasures import Erased, WouldErase
from tui.base.guard import guarded
from tui.base.job_screen import JobScreen
from tui.draw.spans import Line, amber, ink, quiet, room_in, row, wrap
from tui.draw.text_signs import warned
from tui.forms.parts.form import Label, label
from tui.locale import refusal, say, say_count
from tui.pages.erasure_lines import would_erase_lines
from tui.screens.erasure.commands import ERASING
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.line_pane import LinePane
from tui.widgets.safe_inputs import LineInput


class EraseScreen(JobScreen):
    """Enter looks what the words that were typed change, and asks; a second one erases. Gives what
    is then told, or None."""

    TOPIC = "erasing"
    DOES = ERASING

    def __init__(self, store: Store, what: Sequence[str]) -> None:
        super().__init__()
        self.store = store
        self.what = [*what]
        self.words: tuple[str, ...] = ()
        self.found: WouldErase | None = None
        """What erasing would do; None while that is worked out."""
        self.sure = False
        """Whether it was asked if this is really to be erased."""
        self._gone: list[Act] = []

    def parts(self) -> ComposeResult:
        yield HeaderLine()
        yield LinePane("undoing", tone="canvas")
        with Horizontal(id="why"):
            yield Label(label(say("erase.words")), tone="canvas")
            yield LineInput(placeholder=say("erase.words_hint"))
        yield Label(tone="canvas", id="warning")

    @guarded
    def on_mount(self) -> None:
        self.query_one(HeaderLine).show(self.store.totals())
        self.query_one(LineInput).focus()
        self._look()

    @property
    def also(self) -> list[str]:
        """The other acts in which the names stand."""
        found = (one.act for one in self.found.also if one.act) if self.found else ()
        return [act for act in dict.fromkeys(found) if act not in self.what]

    @property
    def typed(self) -> tuple[str, ...]:
        """The words that must go too, as they stand in the field."""
        parts = self.query_one(LineInput).value.split(",")
        return tuple(word for one in parts if (word := one.strip()))

    def take_also(self) -> None:
        """Erase those too."""
        self.what += self.also
        self._look()

    @guarded
    def on_input_submitted(self) -> None:
        if self.busy:
            return
        if self.typed != self.words or self.found is None:
            self._look()
        elif not self.sure:
            self.sure = True
            self._warn(say("erase.sure_enter"))
        else:
            self._erase()

    def on_input_changed(self) -> None:
        if not self.busy:
            self._warn("")

    def _warn(self, text: str) -> None:
        """Say what must be known first; who then types is asked again."""
        self.sure = self.sure and bool(text)
        self.query_one("#warning", Label).say([amber(warned(text))] if text else ())
        self.show_hints()

    def _look(self) -> None:
        """See what would be erased now."""
        self._warn("")
        self.found, self.words = None, self.typed
        what, words = tuple(self.what), self.words
        self.work("look", lambda watch: self.store.erasures.preview(what, words, watch=watch))
        self.progressed()

    def _erase(self) -> None:
        self._warn("")
        what, words, gone = tuple(self.what), self.words, self._gone.extend
        self.work("erase", lambda watch: self.store.erasures.erase(what, words, forget=gone))
        self.progressed()

    @guarded
    def ended(self, name: str, result: object) -> None:
        if isinstance(result, WouldErase):
            self.found = result
            self.progressed()
        elif isinstance(result, Erased):
            self.app.forget_typed(self._gone)
            told = say_count("erase.done", result.number)
            self.dismiss(told if result.clean else say("erase.unclean"))

    def stopped(self) -> None:
        self.dismiss(None)

    def refuse(self, refused: Refused) -> None:
        super().refuse(refused)
        self._warn(refusal(refused.key, refused.details))
        self.progressed()

    def progressed(self) -> None:
        self.query_one(LinePane).show(self._lines, self._head)
        self.show_hints()

    def _head(self, width: int, more: bool) -> tuple[Line, Line]:
        found = self.found
        title = say_count("erase.question", found.number) if found else say("erase.heading")
        return [ink(title, bold=True)], [quiet(say("page.more"))] if more else ()

    def _lines(self, width: int) -> Iterable[Line]:
        if self.busy or self.found is None:
            return self.going_on(width, say("erase.busy"))
        return self._would(self.found, width)

    def _would(self, found: WouldErase, width: int) -> Iterator[Line]:
        for line in wrap(say("erase.for_everyone"), room_in(width), "amber"):
            yield row(room_in(width) + 4, line)
        yield from would_erase_lines(found, width, colour=not self.app.no_color)

    @property
    def mover(self) -> LinePane:
        return self.query_one(LinePane)

    def hints(self) -> Sequence[KeyHint]:
        if self.busy:
            return self.meanwhile
        word = say("erase.look" if self.typed != self.words else "erase.word")
        return [KeyHint(say("key.enter"), word), *self.hint("erase_also", "back")]
