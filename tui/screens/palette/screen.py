"""Every command of the screen under it, found by typing, the best first; what cannot be done says
why."""

from collections.abc import Sequence

from storage.text import shown
from tui.base.base_screen import BaseScreen
from tui.base.picker import Picker, typed_marked
from tui.commands.common import GROUPS
from tui.draw.spans import Line, accent, clean, cut, gap, quiet, row, width_of
from tui.locale import say
from tui.rows.row import Blank, Heading, Row, SentenceRow
from tui.screens.palette.ranking import Ranked, ranked

HIDDEN = ("back", "palette")
KEY = 7


class CommandRow:
    """One command: what it does, why it cannot be done, its key."""

    height = 1

    def __init__(self, found: Ranked, reason: str | None, words: str) -> None:
        self.key: str | None = found.command.id
        self.command = found.command
        self.other = clean(found.other)
        self.reason = reason
        self.words = words

    def draw(self, width: int) -> Sequence[Line]:
        role = "quiet" if self.reason else "ink"
        title = typed_marked(
            cut(self.command.title(), max(width - 6 - KEY - 2, 8)), self.words, role
        )
        key = self.command.key().rjust(KEY)
        end = quiet(key) if self.reason else accent(key, bold=True)
        room = width - 6 - width_of(title) - KEY - 2
        if self.other and room > len(self.other) + 3:  # why it is among these
            title += [gap(3), *typed_marked(self.other, self.words, "quiet")]
            room -= len(self.other) + 3
        reason = [quiet(cut(self.reason, room)), gap()] if self.reason and room > 8 else []
        return [row(width, title, [*reason, end])]


class PaletteScreen(Picker):
    """The id of the command that was chosen; one that cannot be done says why there."""

    def __init__(self, beneath: BaseScreen) -> None:
        super().__init__()
        self.beneath = beneath
        self.commands = [
            command
            for group in GROUPS
            for command in (*beneath.DOES, *beneath.made_commands)
            if command.group == group and command.id not in HIDDEN
        ]

    def found(self, words: str) -> tuple[Sequence[Row], int, int]:
        found = ranked(self.commands, words)
        rows: list[Row] = []
        group = ""
        for one in found:
            command = one.command
            if not words and command.group != group:
                group = command.group
                rows += [Blank()] if rows else []
                rows.append(Heading(say(f"group.{group}")))
            rows.append(CommandRow(one, command.available(self.beneath), words))
        nothing = say("palette.nothing", words=clean(shown(words)))
        return rows or [SentenceRow(nothing)], len(found), len(self.commands)
