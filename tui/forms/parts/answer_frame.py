"""What stands around the line that is typed: its label and bar, what was chosen, the list."""

from collections.abc import Sequence

from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui.draw.paint import plain_line, strip
from tui.draw.spans import Line, accent, clean, cut, gap, ink, quiet, row
from tui.forms.model.answer import Option
from tui.forms.parts.form_lines import room_of
from tui.words.labels import LABEL


class AnswerWords(Widget):
    """Lines beside the label, where nobody types."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self.tone = tone
        self.said: list[Line] = []

    def say(self, lines: list[Line]) -> None:
        self.said = lines
        self.display = any(self.said)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.said)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        return plain_line(self.app, self.said[y] if y < len(self.said) else (), width, self.tone)


class Mark(Widget):
    """The label, and the bar along everything that belongs to it."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self.tone = tone
        self.label = ""
        self.lit = True

    def render_line(self, y: int) -> Strip:
        word = [gap(2), accent(cut(self.label, LABEL - 1))] if y == 0 else []
        return strip(self.app, word, self.size.width, self.tone, "accent" if self.lit else "line")


class Offered:
    """Something to choose: its name, and quietly its code or the other name that was typed."""

    height = 1

    def __init__(self, key: str, option: Option) -> None:
        self.key: str | None = key
        self.option = option

    def draw(self, width: int) -> Sequence[Line]:
        room = room_of(width)
        other = cut(clean(self.option.other), room // 2)
        name = cut(clean(self.option.text), room - len(other) - 2 if other else room)
        return [row(width, [gap(LABEL), ink(name), gap(2), quiet(other)])]
