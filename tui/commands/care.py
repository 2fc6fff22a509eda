"""Going on after something that the file needs: what the screens about it can do."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.base import Base
    from tui.screens.trouble import TroubleScreen


class GoBack(Command):
    """Go on with the newest copy of the file."""

    id = "go_back"
    keys = ("t",)

    @classmethod
    def available(cls, screen: "TroubleScreen") -> str | None:
        if screen.busy:
            return say("reason.busy")
        return None if screen.copy else say("reason.no_copy")

    @classmethod
    def run(cls, screen: "TroubleScreen") -> None:
        screen.go_back()


class Again(Command):
    """Try to open the file once more."""

    id = "again"
    keys = ("r",)

    @classmethod
    def available(cls, screen: "TroubleScreen") -> str | None:
        return say("reason.busy") if screen.busy else None

    @classmethod
    def run(cls, screen: "TroubleScreen") -> None:
        screen.reopen()


class GoOn(Command):
    """Close what was read."""

    id = "go_on"
    keys = ("enter", "escape")

    @classmethod
    def run(cls, screen: "Base") -> None:
        screen.dismiss()
