"""What happened, in the place of the footer, and how to take it back."""

from textual.geometry import Offset
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui.draw import signs
from tui.draw.paint import strip
from tui.draw.spans import Line, Span, accent, clean, gap, ink, quiet, width_of, wrap_spans
from tui.widgets.footer import Footer, KeyHint, Pressed

SECONDS = 5.0
SIGNS = {
    "green": signs.DECISION,
    "amber": signs.CAUTION,
    "red": signs.CAUTION._replace(role="red"),
}
MOST = 4  # lines


class Toast(Widget):
    """Lies over the end of the footer and never over a row: where it needs more lines, the footer
    gets them for as long as it shows. Never two at once."""

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self.role = "green"
        self.text = ""
        self.offer: KeyHint | None = None
        self._timer: Timer | None = None

    def say(self, text: str, role: str, offer: KeyHint | None) -> None:
        """Show a text for a few seconds, with the key that takes it back, which a click does
        too."""
        self.text, self.role, self.offer = clean(text), role, offer
        self.display = True
        self.fit()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SECONDS, self.hide)

    def fit(self) -> None:
        """Take the lines that it needs."""
        if self.display:
            width = self.screen.size.width
            lines = self._lines(width)
            self._take(len(lines), width_of(lines[0]) + 3 if len(lines) == 1 else width)

    def on_click(self) -> None:
        if self.offer is not None:
            self.post_message(Pressed(self.offer.command))
        self.hide()

    def hide(self) -> None:
        self.display = False
        self._take(1)

    def _take(self, high: int, wide: int = 0) -> None:
        """So many lines; of one line no more than the columns at the right."""
        size = self.screen.size
        wide = min(wide, size.width)
        footer = self.screen.query_one(Footer)
        footer.styles.height = high
        footer.leave(wide)
        self.styles.width, self.styles.height = wide, high
        self.styles.offset = Offset(size.width - wide, size.height - high)
        self.refresh(layout=True)

    def _lines(self, width: int) -> list[Line]:
        """The text, and the key behind it where that fits on the last line."""
        hint: list[Span] = []
        if self.offer is not None:
            hint = [accent(self.offer.key, bold=True), gap(), quiet(self.offer.word)]
        room = max(width - 4, 8)
        lines: list[list[Span]] = [*wrap_spans([ink(self.text)], room)][:MOST]
        if hint and width_of(lines[-1]) + 3 + width_of(hint) <= room:
            lines[-1] += [gap(3), *hint]
        elif hint:
            lines.append(hint)
        starts = [SIGNS[self.role], *([gap()] * (len(lines) - 1))]
        return [[start, gap(), *line] for start, line in zip(starts, lines, strict=True)]

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        lines = self._lines(width)
        return strip(self.app, lines[y] if y < len(lines) else (), width, "float", self.role)
