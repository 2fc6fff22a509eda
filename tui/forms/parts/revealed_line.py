"""A line of a form that comes into sight wherever it is put."""

from textual.containers import Vertical
from textual.geometry import Region, Size, Spacing
from textual.widget import Widget

HEADED = 2  # lines above it that come into sight with it: its heading, and a blank one


class RevealedLine(Vertical):
    """It scrolls into sight once it lies where it should; a wheel may scroll it away again."""

    _place: tuple[Region, Size] | None = None

    def on_mount(self) -> None:
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _: self._reveal())

    def _reveal(self) -> None:
        assert isinstance(self.parent, Widget)
        place = self.virtual_region, self.parent.size
        if place != self._place:
            self._place = place
            whole = self.virtual_region
            if whole.height + HEADED <= self.parent.size.height:
                whole = whole.grow(Spacing(top=HEADED))
            self.parent.scroll_to_region(whole, animate=False, immediate=True, force=True)
        self.on_shown()

    def on_shown(self) -> None:
        """It lies where it should."""
