"""The settings, and what can be done with them."""

from typing import TYPE_CHECKING

from tui.commands.base import Command

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class Settings(Command):
    id = "settings"
    keys = ("comma",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.app.open_settings()
