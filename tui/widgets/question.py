"""One line that asks who writes; it takes no key, so whoever types on is not held up."""

from textual.strip import Strip
from textual.widget import Widget

from tui.commands import keymap
from tui.draw.paint import plain
from tui.draw.spans import Span, accent, cut, gap, ink, quiet, row, width_of
from tui.locale import say


class Question(Widget):
    """Stands under the header until it is answered or put off."""

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        right: list[Span] = [
            accent(keymap.hint("myself"), bold=True), gap(), quiet(say("who.answer")), gap(2),
            accent(say("key.escape"), bold=True), gap(), quiet(say("who.later")),
        ]  # fmt: skip
        room = max(width - 5 - width_of(right), 8)
        asked = say("who.asked") if width_of([ink(say("who.asked"))]) <= room else say("who.short")
        line = row(width, [ink(cut(asked, room))], right)
        return plain(self.app, [gap(), *line], width, "float")
