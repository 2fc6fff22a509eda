"""Going somewhere: to a pane, a record, a line in sight, back to where one was."""

from collections.abc import Callable

from tui.screens.main.jump import JumpTarget
from tui.screens.main.panes import LISTS, PANES, Panes
from tui.user.state import PLACE_TYPES
from tui.user.trail import Trail, TrailStop


class Navigation:
    """Moving about in the panes, with a way back. ``show_page`` shows what is to be read by now,
    ``reload`` reads the lists again."""

    def __init__(
        self, panes: Panes, show_page: Callable[[], None], reload: Callable[[], None]
    ) -> None:
        self.state = panes.state
        self.trail = Trail()
        self._panes = panes
        self._show_page = show_page
        self._reload = reload

    def to_pane(self, pane: int) -> None:
        """Go to a pane; in a list what is highlighted there is read."""
        before = self._panes.listing
        if pane in LISTS:
            self.state.about = None
        self._panes.go(pane)
        if pane in LISTS or before != self._panes.listing:
            self._show_page()

    def step_pane(self, by: int) -> None:
        """Go to the next pane, or the one before."""
        self.to_pane(self._panes.after(by))

    def to_record(self, record: str) -> None:
        """Go to a record: in the list where it stands there, else on page 0."""
        self.leave()
        listed = self.state.pane in LISTS and record.startswith("agreements/")
        if listed and self._panes.lists[3].select(record):
            self.to_pane(3)
            return
        self.state.about = record
        self.to_pane(0)
        self._show_page()

    def to_target(self, target: JumpTarget) -> None:
        """Go to what a letter stood at: a place is chosen, a line is followed."""
        if target.pane == PANES[0]:
            self.to_record(target.key)
            return
        pane = next(pane for pane, name in PANES.items() if name == target.pane)
        self._panes.lists[pane].select(target.key)
        self.to_pane(pane)
        if pane in PLACE_TYPES:
            self._panes.lists[pane].choose()

    def enter(self) -> None:
        """Choose in 1 and 2; from the list into the page; follow a line, or enlarge the page."""
        pane, page = self.state.pane, self._panes.page
        if pane in PLACE_TYPES:
            self._panes.lists[pane].choose()
        elif pane == 3:
            self.to_pane(0)
        elif pane == 0 and page.link is not None:
            self.to_record(page.link)
        else:
            self.to_pane(0)
            self._panes.enlarge(large=not self._panes.large)
            self._show_page()

    # back

    def leave(self) -> None:
        """Remember where one is, before going elsewhere."""
        self.trail.leave(self.state.place)

    def go_behind(self) -> None:
        """Where one was before."""
        self.travel(back=True)

    def go_ahead(self) -> None:
        """Where one came back from."""
        self.travel(back=False)

    def travel(self, *, back: bool) -> bool:
        """Back to where one was, or forward again; whether there was somewhere."""
        here = self.state.place
        place = self.trail.back(here) if back else self.trail.forward(here)
        if place is None:
            return False
        self._arrive(place, here, self._panes.listing)
        return True

    def return_to(self, place: TrailStop, listing: int) -> None:
        """Be where one was, and forget where one went since."""
        self.trail.forget_since(place)
        self._arrive(place, self.state.place, listing)

    def _arrive(self, place: TrailStop, here: TrailStop, listing: int) -> None:
        self.state.go(place)
        self.state.listing = listing
        for pane, name in ((1, "region"), (2, "programme"), (3, "agreement")):
            if getattr(place, name) != getattr(here, name):
                self._panes.lists[pane].forget()
        self._reload()
        self._panes.go(place.pane)
        self._show_page()

    @property
    def at_rest(self) -> bool:
        """Whether there is no level to go back from."""
        return self.state.pane == (3 if self._panes.roomy else 1) and self.state.about is None

    def back(self) -> None:
        """One level back, never out of the app."""
        pane, panes = self.state.pane, self._panes
        if pane not in LISTS and panes.page.forget():
            self._show_page()
        elif panes.large:
            panes.enlarge(large=False)
            self._show_page()
        elif self.state.about is not None and self.travel(back=True):
            return
        elif pane not in LISTS:
            self.to_pane(panes.listing)
        elif panes.roomy:
            self.to_pane(3)
        elif pane == 3:
            self.to_pane(1 if self.state.programme is None else 2)
        else:
            self.to_pane(1)
