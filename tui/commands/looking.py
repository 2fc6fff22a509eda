"""What shows: finding, narrowing, putting in order, history."""

from typing import TYPE_CHECKING

from tui.commands.needs import OnFile, OnRecord
from tui.locale import say

if TYPE_CHECKING:
    from tui.screens.main import MainScreen


class Search(OnFile):
    id = "search"
    keys = ("slash",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.search.screen import SearchScreen

        found = SearchScreen(screen.store, screen.last_year, screen.lists.region_name)
        screen.app.push_screen(found, screen.found)


class History(OnRecord):
    id = "history"
    keys = ("h",)
    group = "look"

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.history.screen import HistoryScreen

        if screen.reading is not None:
            found = HistoryScreen(screen.store, screen.reading.record, screen.reading)
            screen.app.push_screen(found, screen.looked_back)


class Conflicts(OnFile):
    id = "conflicts"
    keys = ("c",)
    group = "look"
    now_only = True

    @classmethod
    def available(cls, screen: "MainScreen") -> str | None:
        none = screen.totals is not None and not screen.totals.conflicts
        return super().available(screen) or (say("reason.no_conflicts") if none else None)

    @classmethod
    def run(cls, screen: "MainScreen") -> None:
        from tui.screens.conflict.screen import ConflictScreen

        first = screen.page.record if screen.page else None
        screen.app.push_screen(
            ConflictScreen(screen.store, first, screen.last_year), screen.settled
        )
