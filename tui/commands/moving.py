"""Moving between the panes."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.commands.needs import OnFile

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class Enter(OnFile):
    id = "enter"
    keys = ("enter",)
    group = "move"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.enter()


class Back(Command):
    id = "back"
    keys = ("escape",)
    group = "move"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.back()


class NextPane(Command):
    id = "next_pane"
    keys = ("tab",)
    group = "move"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.step_pane(1)


class PreviousPane(Command):
    id = "previous_pane"
    keys = ("shift+tab",)
    group = "move"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.step_pane(-1)


def _pane(number: int) -> type[Command]:
    """The command that goes to one pane by its digit."""

    class ToPane(Command):
        id = f"pane_{number}"
        keys = (str(number),)
        group = "move"

        @classmethod
        def run(cls, screen: "MainScreen") -> None:
            screen.go_pane(number)

    return ToPane


TO_PANES: tuple[type[Command], ...] = tuple(_pane(number) for number in (1, 2, 3, 0))
