"""What stands there when the terminal is too small for anything else."""

from textual.strip import Strip
from textual.widget import Widget

from tui.draw.paint import plain_line
from tui.draw.spans import wrap
from tui.locale import say


class Small(Widget):
    """One sentence over everything; the screen under it stays as it was."""

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        lines = [*wrap(say("small.text"), width)]
        return plain_line(self.app, lines[y] if y < len(lines) else (), width, "canvas")
