"""Exactly where one is on the main screen: what shows, how far each pane is scrolled, its size."""

from collections.abc import Mapping
from typing import NamedTuple

from tui.screens.main.browser_screen import BrowserScreen
from tui.user.trail import TrailStop


class ScreenPosition(NamedTuple):
    """``keys`` are the rows that have the bar, ``tops`` the first line that shows, by the name of
    the pane; ``line`` is the highlighted line of the page."""

    place: TrailStop
    listing: int
    large: bool
    keys: Mapping[int, str | None]
    tops: Mapping[str, int]
    line: int | None


def spot_of(host: BrowserScreen) -> ScreenPosition:
    """Where one is now."""
    panes = host.panes
    return ScreenPosition(
        host.state.place,
        host.state.listing,
        panes.large,
        {pane: listed.key for pane, listed in panes.lists.items()},
        {pane.id or "": pane.top for pane in panes.scrolled},
        panes.page.at,
    )


def stand_on(host: BrowserScreen, spot: ScreenPosition) -> None:
    """Be there again."""
    panes = host.panes
    host.browser.navigation.return_to(spot.place, spot.listing)
    for pane, key in spot.keys.items():
        panes.lists[pane].select(key)
    panes.enlarge(large=spot.large)
    host.browser.show_page()
    host.call_after_refresh(_scroll, host, spot)  # the panes have their sizes by then


def _scroll(host: BrowserScreen, spot: ScreenPosition) -> None:
    host.panes.page.at = spot.line
    for pane in host.panes.scrolled:
        pane.top = spot.tops[pane.id or ""]
        pane.refresh()
