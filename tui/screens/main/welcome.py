"""Three lines for who has the app open for the first time."""

from textual.strip import Strip
from textual.widget import Widget

from tui.draw.paint import plain_line
from tui.draw.spans import cut, gap, ink, row
from tui.locale import say

LINES = ("welcome.first", "welcome.second", "welcome.third")


class Welcome(Widget):
    """Stands above the footer until the first command is done."""

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        text = cut(say(LINES[y]), max(width - 5, 1)) if y < len(LINES) else ""
        return plain_line(self.app, [gap(), *row(width, [ink(text)])], width, "float")
