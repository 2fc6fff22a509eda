"""One line that says what happened, and how to take it back."""

from textual.geometry import Offset
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui.draw import signs
from tui.draw.paint import strip
from tui.draw.spans import Span, accent, clean, cut, gap, ink, quiet, width_of
from tui.widgets.footer import KeyHint, Pressed

SECONDS = 5.0
SIGNS = {
    "green": signs.DECISION,
    "amber": signs.CAUTION,
    "red": signs.CAUTION._replace(role="red"),
}


class Toast(Widget):
    """Lower right above the footer; never two at once, never over the highlighted row."""

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self.role = "green"
        self.text = ""
        self.offer: KeyHint | None = None
        self._timer: Timer | None = None

    def say(self, text: str, role: str, offer: KeyHint | None, avoid: range) -> None:
        """Show a text for a few seconds, not over the lines to avoid; with the key that takes it
        back, which a click does too."""
        self.text, self.role, self.offer = clean(text), role, offer
        width = min(width_of(self._spans(10_000)) + 3, self.screen.size.width - 6)
        line = self.screen.size.height - 2
        while line in avoid and line > 0:
            line -= 1
        self.styles.width = width
        self.styles.offset = Offset(self.screen.size.width - width - 3, line)
        self.display = True
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SECONDS, self.hide)
        self.refresh(layout=True)

    def on_click(self) -> None:
        if self.offer is not None:
            self.post_message(Pressed(self.offer.command))
        self.hide()

    def hide(self) -> None:
        self.display = False

    def _spans(self, width: int) -> list[Span]:
        hint: list[Span] = []
        if self.offer is not None:
            hint = [gap(3), accent(self.offer.key, bold=True), gap(), quiet(self.offer.word)]
        room = max(width - 2 - width_of(hint), 8)
        return [SIGNS[self.role], gap(), ink(cut(self.text, room)), *hint]

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        spans = [gap(), *self._spans(width - 3)]
        return strip(self.app, spans, width, "float", self.role)
