"""Dividing a document: what each line of it is, from chapter to text."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.commands.common import EVERYWHERE, MOVES, Back
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.source.division_screen import DivisionScreen


class _Turn(Command):
    group = "edit"
    by: int

    @classmethod
    def available(cls, screen: "DivisionScreen") -> str | None:
        if screen.role == "title":
            return say("reason.title_stays")
        return None if screen.beside(cls.by) is not None else say(f"reason.{cls.id}")

    @classmethod
    def run(cls, screen: "DivisionScreen") -> None:
        screen.turn(cls.by)


class LineHigher(_Turn):
    """A heading of what was text, a chapter of what was a heading."""

    id = "line_higher"
    keys = ("left",)
    by = -1


class LineLower(_Turn):
    id = "line_lower"
    keys = ("right",)
    by = 1


class Divided(Command):
    """So it is: back with this division."""

    id = "divided"
    keys = ("enter",)
    group = "edit"

    @classmethod
    def run(cls, screen: "DivisionScreen") -> None:
        screen.accept()


IN_DIVISION: tuple[type[Command], ...] = (LineHigher, LineLower, Divided, Back, *MOVES, *EVERYWHERE)
