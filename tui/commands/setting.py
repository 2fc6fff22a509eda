"""The settings, and what can be done with them."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.main import MainScreen
    from tui.screens.settings.screen import SettingsScreen


class Settings(Command):
    id = "settings"
    keys = ("comma",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.settings.screen import SettingsScreen

        screen.app.push_screen(SettingsScreen(), screen.worded)


class Change(Command):
    """The next choice; on a key the one to press after this."""

    id = "change"
    keys = ("right", "enter", "space")
    group = "edit"

    @classmethod
    def run(cls, screen: "SettingsScreen") -> None:
        screen.change(1)


class ChangeBack(Command):
    id = "change_back"
    keys = ("left",)
    group = "edit"

    @classmethod
    def run(cls, screen: "SettingsScreen") -> None:
        screen.change(-1)


class Reset(Command):
    """What it was before anyone chose."""

    id = "reset_key"
    keys = ("backspace",)
    group = "edit"

    @classmethod
    def available(cls, screen: "SettingsScreen") -> str | None:
        return None if screen.differs else say("reason.as_it_was")

    @classmethod
    def run(cls, screen: "SettingsScreen") -> None:
        screen.reset()
