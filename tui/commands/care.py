"""Going on after something that the file needs: what the screens about it can do."""

from typing import TYPE_CHECKING

from tui.commands.base import Command
from tui.commands.sharing import Copy, CopyToFile
from tui.locale import say

if TYPE_CHECKING:
    from tui.base.base_screen import Base
    from tui.screens.selftest.screen import SelftestScreen
    from tui.screens.trouble.screen import TroubleScreen


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


class Selftest(Command):
    """Look at what the app needs of this laptop."""

    id = "selftest"

    @classmethod
    def run(cls, screen: "Base") -> None:
        from tui.screens.selftest.screen import SelftestScreen

        screen.app.push_screen(SelftestScreen())


class CopySelftest(Copy):
    @classmethod
    def available(cls, screen: "SelftestScreen") -> str | None:  # type: ignore[override]
        return None if screen.found else say("reason.busy")

    @classmethod
    def run(cls, screen: "SelftestScreen") -> None:  # type: ignore[override]
        screen.app.copy_to_clipboard(screen.as_text())
        screen.toast(say("toast.copied", what=say("selftest.title")), "green", "copy_to_file")


class SelftestToFile(CopyToFile):
    @classmethod
    def available(cls, screen: "SelftestScreen") -> str | None:  # type: ignore[override]
        return None if screen.found else say("reason.busy")

    @classmethod
    def run(cls, screen: "SelftestScreen") -> None:  # type: ignore[override]
        from tui.textfile import keep

        path = keep(screen.as_text(), say("selftest.title"))
        screen.toast(say("toast.kept", name=path.name, folder=path.parent))
