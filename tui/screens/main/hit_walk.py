"""From hit to hit of the last search, and exactly back to where one was before it."""

from typing import TYPE_CHECKING

from storage.records.ids import type_of
from tui.base.hit_place import leads_to
from tui.locale import number, say
from tui.screens.main.browser_screen import BrowserScreen
from tui.screens.main.opened_document import OpenedDocument
from tui.screens.main.screen_position import ScreenPosition, spot_of, stand_on
from tui.user.state import PLACE_TYPES
from tui.user.trail import TrailStop
from tui.widgets.footer import KeyHint

if TYPE_CHECKING:
    from tui.screens.search.search_outcome import WalkedHits


class HitWalk:
    """A region or a programme narrows the list, a passage is read in the document."""

    def __init__(self, host: BrowserScreen, document: OpenedDocument) -> None:
        self.walked: WalkedHits | None = None
        self._host = host
        self._document = document
        self._before: ScreenPosition | None = None
        self._there: TrailStop | None = None

    def begin(self, walked: "WalkedHits") -> None:
        """Go to the hit that was chosen."""
        self._before = spot_of(self._host)
        self.walked = walked
        self._go()

    def step(self, by: int) -> None:
        """To the next hit or the one before; past the last comes the first."""
        if self.walked is not None:
            at = (self.walked.at + by) % len(self.walked.hits)
            self.walked = self.walked._replace(at=at)
            self._go()

    @property
    def is_here(self) -> bool:
        """Whether one stands where the last hit led."""
        return self._before is not None and self._there == self._host.state.place

    def leave(self) -> None:
        """Exactly back to where one was before the search."""
        before, self._before = self._before, None
        if before is not None:
            stand_on(self._host, before)

    def hints(self) -> list[KeyHint]:
        """Which hit it is, with the key of the next."""
        if self.walked is None or not self.is_here:
            return []
        n, total = number(self.walked.at + 1), number(len(self.walked.hits))
        told = say("search.hit_of", n=n, total=total)
        return [hint._replace(word=told) for hint in self._host.hint("next_hit")]

    def _go(self) -> None:
        assert self.walked is not None
        hit = self.walked.hits[self.walked.at]
        host, type_ = self._host, type_of(hit.id)
        if type_ == "passages":
            self._there = host.state.place
            self._document.read(hit.id, words=self.walked.words)
        elif type_ in PLACE_TYPES.values():
            host.filters.narrow_to(hit.id)
        else:
            host.go_to(leads_to(host.store, hit))
        self._there = host.state.place
        host.show_hints()
