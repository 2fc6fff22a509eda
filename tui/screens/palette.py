"""Every command of the screen under it, found by typing; what cannot be done says why."""

from collections.abc import Sequence

from storage.text import shown
from tui.commands.base import Command
from tui.locale import say
from tui.rows import Blank, Heading, Row, Sentence
from tui.screens.base import Base
from tui.screens.choosing import Choosing, marked
from tui.screens.help import GROUPS
from tui.spans import Line, accent, clean, cut, gap, quiet, row, width_of

HIDDEN = ("back", "palette")
KEY = 7


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
        title = marked(cut(self.command.title(), max(width - 6 - KEY - 2, 8)), self.words, role)
        key = self.command.key().rjust(KEY)
        end = quiet(key) if self.reason else accent(key, bold=True)
        room = width - 6 - width_of(title) - KEY - 2
        reason = [quiet(cut(self.reason, room)), gap()] if self.reason and room > 8 else []
        return [row(width, title, [*reason, end])]


class PaletteScreen(Choosing):
    """The id of the command that was chosen; one that cannot be done says why there."""

    def __init__(self, beneath: Base) -> None:
        super().__init__()
        self.beneath = beneath
        self.commands = [
            command
            for group in GROUPS
            for command in beneath.DOES
            if command.group == group and command.id not in HIDDEN
        ]

    def found(self, words: str) -> tuple[Sequence[Row], int, int]:
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
        return rows or [Sentence(nothing)], len(found), len(self.commands)
