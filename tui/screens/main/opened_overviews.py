"""The overviews over the main screen, and where each of them leads."""

from typing import TYPE_CHECKING

from tui.screens.main.browser_screen import BrowserScreen

if TYPE_CHECKING:
    from tui.screens.overviews.screen import Found, Overview


class OpenedOverviews:
    """Their code is read only when one of them is opened."""

    def __init__(self, host: BrowserScreen) -> None:
        self._host = host

    def matrix(self) -> None:
        """Regions against programmes."""
        from tui.screens.overviews.matrix_screen import MatrixScreen

        host, chosen = self._host, self._host.browser.lists.filter
        self._overview(
            MatrixScreen(host.store, host.browser.last_year, chosen.region, chosen.programme)
        )

    def parties(self) -> None:
        """Who does what for whom."""
        from tui.screens.overviews.parties_screen import PartiesScreen

        self._overview(PartiesScreen(self._host.store, self._host.browser.last_year))

    def standing(self) -> None:
        """Standing roles."""
        from tui.screens.overviews.standing_screen import StandingScreen

        lists, last_year = self._host.browser.lists, self._host.browser.last_year
        region, name = lists.filter.region, lists.region_name
        self._overview(StandingScreen(self._host.store, last_year, region, name))

    def _overview(self, screen: "Overview") -> None:
        self._host.push(screen, self._overviewed)

    def _overviewed(self, found: "Found") -> None:
        """To an agreement, or to the list that was counted there."""
        if found is None or isinstance(found, str):
            self._host.go_to(found)
            return
        self._host.filters.narrow(**found._asdict(), party=None)
        self._host.browser.navigation.to_pane(3)
