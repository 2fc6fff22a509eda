"""A line of a form that comes into sight wherever it is put."""

from textual.containers import Vertical
from textual.geometry import Region, Size
from textual.widget import Widget


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
            self.scroll_visible(animate=False, immediate=True, force=True)
