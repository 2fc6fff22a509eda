"""One line that asks who writes; it takes no key, so whoever types on is not held up."""

from datetime import date

from textual.strip import Strip
from textual.widget import Widget

from tui.commands import keymap
from tui.draw.paint import plain_line
from tui.draw.spans import Span, accent, cut, gap, ink, quiet, row, width_of
from tui.locale import say
from tui.store import Store


class Question(Widget):
    """Stands under the header until it is answered or put off."""

    @staticmethod
    def is_due(store: Store) -> bool:
        """Whether to ask now: once a day, of someone who writes and never gave a name."""
        who = store.who()
        if who.author is None or who.told:
            return False
        from storage.identity.remembered import first_told

        return first_told(store.path, "who", date.today().isoformat())

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        right: list[Span] = [
            accent(keymap.hint("myself"), bold=True), gap(), quiet(say("who.answer")), gap(2),
            accent(say("key.escape"), bold=True), gap(), quiet(say("who.later")),
        ]  # fmt: skip
        room = max(width - 5 - width_of(right), 8)
        asked = say("who.asked") if width_of([ink(say("who.asked"))]) <= room else say("who.short")
        line = row(width, [ink(cut(asked, room))], right)
        return plain_line(self.app, [gap(), *line], width, "float")
