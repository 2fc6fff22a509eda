"""How much room each pane has."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.main import MainScreen

COLUMNS, PER_CENT = 2, 10


class _Sizing(Command):
    group = "app"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        return None if screen.panes.roomy else say("reason.too_narrow")


class Wider(_Sizing):
    id = "wider"
    keys = ("greater_than_sign",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.panes.widen(COLUMNS)


class Narrower(_Sizing):
    id = "narrower"
    keys = ("less_than_sign",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.panes.widen(-COLUMNS)


class Higher(_Sizing):
    id = "higher"
    keys = ("plus",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.panes.heighten(PER_CENT)


class Lower(_Sizing):
    id = "lower"
    keys = ("minus",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.panes.heighten(-PER_CENT)


class Even(_Sizing):
    id = "even"
    keys = ("equals_sign",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.panes.even()


SIZING: tuple[type[Command], ...] = (Wider, Narrower, Higher, Lower, Even)
