"""What stands around the line that is typed: its label and bar, and what was chosen."""

from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui.draw.paint import plain_line, strip
from tui.draw.spans import Line, Span, width_of
from tui.forms.model.answer import Answer
from tui.forms.parts.form_lines import labelled_start


class AnswerWords(Widget):
    """Lines beside the label, where nobody types."""

    def __init__(self, tone: str, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.tone = tone
        self.said: list[Line] = []

    def say(self, lines: list[Line]) -> None:
        if lines != self.said or self.display != any(lines):
            self.said = lines
            self.display = any(lines)
            self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return max(map(width_of, self.said), default=0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.said)

    def render_line(self, y: int) -> Strip:
        line = self.said[y] if y < len(self.said) else ()
        tone = "field" if self.tone == "sel" and self.app.no_color else self.tone
        return plain_line(self.app, line, self.size.width, tone)


class Mark(Widget):
    """The gutter and the label, and the bar along everything that belongs to it."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self.tone = tone
        self.answer = Answer("", "")
        self.lit = True

    def render_line(self, y: int) -> Strip:
        start: Line = labelled_start(self.answer, "accent") if y == 0 else [Span("")]
        return strip(self.app, start, self.size.width, self.tone, "accent" if self.lit else "line")
