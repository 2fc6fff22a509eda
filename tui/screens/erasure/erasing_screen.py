"""Before acts are erased: what goes, what is said again, who has a copy. It cannot be undone."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from storage.errors import Refused
from storage.views.erasure import WouldErase
from tui.commands.base import Command
from tui.commands.common import EVERYWHERE, Back, PageDown, PageUp
from tui.commands.erasures import EraseAlso
from tui.forgetting import forget_typed
from tui.guard import guarded
from tui.locale import refusal, say, say_count
from tui.pages.erasure import would_erase_lines
from tui.screens.base import Base
from tui.spans import Line, amber, ink, quiet, room_in, row, wrap
from tui.store import Store
from tui.widgets.fields import Field
from tui.widgets.footer import Hint
from tui.widgets.forms import Label, label
from tui.widgets.header import Header
from tui.widgets.lines import Lines


class EraseScreen(Base):
    """Enter looks what the words that were typed change, and asks; a second one erases. Gives what
    is then told, or None."""

    TOPIC = "erasing"
    DOES: ClassVar[tuple[type[Command], ...]] = (
        EraseAlso,
        *(PageDown, PageUp, Back),
        *EVERYWHERE,
    )

    def __init__(self, store: Store, what: Sequence[str]) -> None:
        super().__init__()
        self.store = store
        self.what = [*what]
        self.words: tuple[str, ...] = ()
        self.found: WouldErase = store.would_erase(self.what)
        self.sure = False
        """Whether it was asked if this is really to be erased."""

    def parts(self) -> ComposeResult:
        yield Header()
        yield Lines("undoing", tone="canvas")
        with Horizontal(id="why"):
            yield Label(label(say("erase.words")), tone="canvas")
            yield Field(placeholder=say("erase.words_hint"))
        yield Label(tone="canvas", id="warning")

    @guarded
    def on_mount(self) -> None:
        self.query_one(Header).show(self.store.totals())
        self._show()
        self.query_one(Field).focus()

    @property
    def also(self) -> list[str]:
        """The other acts in which the names stand."""
        found = (one.act for one in self.found.also if one.act is not None)
        return [act for act in dict.fromkeys(found) if act not in self.what]

    @property
    def typed(self) -> tuple[str, ...]:
        """The words that must go too, as they stand in the field."""
        parts = self.query_one(Field).value.split(",")
        return tuple(word for one in parts if (word := one.strip()))

    def take_also(self) -> None:
        """Erase those too."""
        self.what += self.also
        self._look()

    @guarded
    def on_input_submitted(self) -> None:
        if self.typed != self.words:
            self.words = self.typed
            self._look()
        elif not self.sure:
            self.sure = True
            self.query_one("#warning", Label).say([amber(f"! {say('erase.sure_enter')}")])
            self.show_hints()
        else:
            self._erase()

    def on_input_changed(self) -> None:
        self.sure = False
        self.query_one("#warning", Label).say(())
        self.show_hints()

    def _look(self) -> None:
        """See what would be erased now."""
        self.sure = False
        self.query_one("#warning", Label).say(())
        self.found = self.store.would_erase(self.what, self.words)
        self._show()

    def _erase(self) -> None:
        try:
            done = self.store.erase(self.what, self.words, forget=partial(forget_typed, self.app))
        except Refused as refused:
            told = refusal(refused.key, refused.details)
            self.query_one("#warning", Label).say([amber(f"! {told}")])
            return
        told = say_count("erase.done", done.number)
        self.dismiss(told if done.clean else say("problem.unclean"))

    def _show(self) -> None:
        self.query_one(Lines).show(lambda width: list(self._lines(width)), self._head)
        self.show_hints()

    def _head(self, width: int, more: bool) -> tuple[Line, Line]:
        title = say_count("erase.question", self.found.number)
        return [ink(title, bold=True)], [quiet(say("page.more"))] if more else ()

    def _lines(self, width: int) -> Iterator[Line]:
        room, edge = room_in(width), room_in(width) + 4
        for line in wrap(say("erase.for_everyone"), room, "amber"):
            yield row(edge, line)
        yield row(edge, [])
        yield from would_erase_lines(self.found, width, colour=not self.app.no_color)

    @property
    def mover(self) -> Lines:
        return self.query_one(Lines)

    def hints(self) -> Sequence[Hint]:
        word = say("erase.look" if self.typed != self.words else "erase.word")
        return [Hint(say("key.enter"), word), *self.hint("erase_also", "back")]
