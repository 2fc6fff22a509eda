"""Every command of the screen under it, found by typing; what cannot be done says why."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from storage.text import shown
from tui.commands.base import Command
from tui.commands.common import Back, Down, PageDown, PageUp, Up
from tui.locale import say
from tui.messages import Chosen
from tui.rows import Blank, Heading, Row, Sentence
from tui.screens.base import Base
from tui.screens.help import GROUPS
from tui.spans import Line, Span, accent, clean, cut, gap, quiet, row, width_of
from tui.widgets.fields import Field
from tui.widgets.footer import Hint
from tui.widgets.prompt import Count, Prompt
from tui.widgets.rows import Rows

HIDDEN = ("back", "palette")
KEY = 7


class Do(Command):
    """Do what is highlighted."""

    id = "do"
    keys = ("enter",)

    @classmethod
    def run(cls, screen: "PaletteScreen") -> None:
        screen.done()


class CommandRow:
    """One command: what it does, why it cannot be done, its key."""

    height = 1

    def __init__(self, command: type[Command], reason: str | None, words: str) -> None:
        self.key: str | None = command.id
        self.command = command
        self.reason = reason
        self.words = words

    def draw(self, width: int) -> Sequence[Line]:
        role = "quiet" if self.reason else "ink"
        title = marked(self.command.title(), self.words, role)
        key = self.command.key().rjust(KEY)
        end = quiet(key) if self.reason else accent(key, bold=True)
        room = width - 6 - width_of(title) - KEY - 2
        reason = [quiet(cut(self.reason, room)), gap()] if self.reason and room > 8 else []
        return [row(width, title, [*reason, end])]


def marked(text: str, words: str, role: str) -> list[Span]:
    """A title in which what was typed stands out."""
    start = text.lower().find(words.lower()) if words else -1
    if start < 0:
        return [Span(text, role)]
    end = start + len(words)
    found = Span(text[start:end], "onmark", True, "mark")
    return [span for span in (Span(text[:start], role), found, Span(text[end:], role)) if span.text]


class PaletteScreen(Base, ModalScreen[str | None]):
    """Floats over the screen it was asked on."""

    DOES: ClassVar[tuple[type[Command], ...]] = (Do, Back, Down, Up, PageDown, PageUp)

    def __init__(self, beneath: Base) -> None:
        super().__init__()
        self.beneath = beneath
        self.commands = [
            command
            for group in GROUPS
            for command in beneath.DOES
            if command.group == group and command.id not in HIDDEN
        ]

    def parts(self) -> ComposeResult:
        with Vertical(id="float"):
            with Horizontal(id="typed"):
                yield Prompt("›", tone="float")
                yield Field()
                yield Count(tone="float")
            yield Rows("commands", tone="float", headed=False)

    def on_mount(self) -> None:
        self.query_one(Rows).active = True
        self.query_one(Field).focus()
        self._find("")

    def on_input_changed(self, event: Field.Changed) -> None:
        self._find(event.value.strip())

    def on_input_submitted(self) -> None:
        self.done()

    def on_chosen(self, message: Chosen) -> None:
        self.done()

    @property
    def mover(self) -> Rows:
        return self.query_one(Rows)

    def _find(self, words: str) -> None:
        found = [
            command
            for command in self.commands
            if all(word in command.title().lower() for word in words.lower().split())
        ]
        rows: list[Row] = []
        for group in GROUPS:
            these = [command for command in found if command.group == group]
            if these:
                rows += [Blank()] if rows else []
                rows.append(Heading(say(f"group.{group}")))
            for command in these:
                rows.append(CommandRow(command, command.available(self.beneath), words))
        nothing = say("palette.nothing", words=clean(shown(words)))
        listed = self.query_one(Rows)
        listed.forget()
        listed.show(rows or [Sentence(nothing)])
        total = len(self.commands)
        self.query_one(Count).say([quiet(say("palette.of", n=len(found), total=total))])
        self.show_hints()

    def done(self) -> None:
        """Go, and do the command there; one that cannot be done says why there."""
        key = self.query_one(Rows).key
        if key is not None:
            self.dismiss(key)

    def hints(self) -> Sequence[Hint]:
        return [Hint(say("key.up_down"), say("command.choose")), *self.hint("do", "back")]
