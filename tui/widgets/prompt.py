"""What stands around a line to type in: its sign at the left, a count at the right."""

from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui.draw.paint import plain_line
from tui.draw.signs import Sign
from tui.draw.spans import Line, gap, row, width_of


class Prompt(Widget):
    """The sign of the line, in the gutter."""

    def __init__(self, sign: str, *, tone: str) -> None:
        super().__init__()
        self.sign = sign
        self.tone = tone

    def render_line(self, y: int) -> Strip:
        line = [gap(), Sign(self.sign, "accent", True), gap()] if y == 0 else []
        return plain_line(self.app, line, self.size.width, self.tone)


class Count(Widget):
    """How many there are, as wide as it needs."""

    def __init__(self, *, tone: str) -> None:
        super().__init__()
        self.line: Line = ()
        self.tone = tone

    def say(self, line: Line) -> None:
        self.line = line
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return width_of(self.line) + 3

    def render_line(self, y: int) -> Strip:
        line = [gap(2), *self.line, gap()] if y == 0 else []
        return plain_line(self.app, line, self.size.width, self.tone)


class OneLine(Widget):
    """A line of words that belongs to what is typed."""

    def __init__(self, *, tone: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self.line: Line = ()
        self.tone = tone

    def say(self, line: Line) -> None:
        if line != self.line:
            self.line = line
            self.refresh()

    def render_line(self, y: int) -> Strip:
        line = [gap(), *row(self.size.width, self.line)] if y == 0 else []
        return plain_line(self.app, line, self.size.width, self.tone)
