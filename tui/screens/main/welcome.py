"""A few lines for who has the app open for the first time."""

from collections.abc import Sequence

from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui.draw.paint import strip
from tui.draw.spans import Line, Span, accent, ink, row, wrap_spans
from tui.locale import say

LINES = ("welcome.first", "welcome.second", "welcome.third")
MARK = "`"  # around a key in these texts


class Welcome(Widget):
    """Stands above the footer until something is done that is more than moving."""

    def _lines(self, width: int) -> Sequence[Line]:
        return [line for key in LINES for line in wrap_spans(_spans(say(key)), max(width - 4, 1))]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as what it says."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        lines = self._lines(width)
        line = lines[y] if y < len(lines) else ()
        return strip(self.app, row(width, line), width, "float", "accent")


def _spans(text: str) -> list[Span]:
    """The text with its keys in the accent."""
    parts = enumerate(text.split(MARK))
    return [accent(part, bold=True) if n % 2 else ink(part) for n, part in parts]
