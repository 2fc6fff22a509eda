"""Erasing: what others ask, and what stands in a history."""

from typing import TYPE_CHECKING

from tui.commands.needs import OnFile

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class Erasures(OnFile):
    """What others ask to erase, and what was decided of that."""

    id = "erasures"
    group = "exchange"
    now_only = True

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.erasure.asked_screen import ErasuresScreen

        screen.app.push_screen(ErasuresScreen(screen.store), screen.looked_back)
