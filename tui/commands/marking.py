"""Marking agreements, to change all that are marked at once."""

from typing import TYPE_CHECKING

from tui.commands.needs import OnFile
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class _InList(OnFile):
    """Needs an agreement in the list, and the list in focus."""

    group = "edit"

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        elsewhere = screen.state.pane != 3 or screen.panes.lists[3].key is None
        return super().available(screen) or (say("reason.only_in_list") if elsewhere else None)


class MarkOne(_InList):
    id = "mark_one"
    keys = ("space",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.lists.mark_one()


class MarkAll(_InList):
    """All that shows; once more takes those marks away."""

    id = "mark_all"
    keys = ("M",)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        screen.lists.mark_all()
