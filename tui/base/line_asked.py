"""One line that is asked, over the screen it is asked on."""

from collections.abc import Callable, Sequence

from textual.widgets import Input

from tui.base.picker import Picker
from tui.rows.row import Row, SentenceRow
from tui.widgets.footer import KeyHint


class LineScreen(Picker):
    """Gives what was typed, "" where nothing was."""

    def __init__(
        self, asked: str, told: str = "", before: str = "",
        reading: Callable[[str], str] = lambda _: "",
    ) -> None:  # fmt: skip
        super().__init__()
        self.reading = reading
        """How we read what is typed."""
        self.asked = asked
        self.told = told
        self.before = before

    def show_before(self) -> None:
        self.query_one(Input).value = self.before

    def found(self, words: str) -> tuple[Sequence[Row], int, int]:
        """What is asked, once the line no longer says it, and what is told with it."""
        said = (self.asked if words else "", self.told, self.reading(words) if words else "")
        return [SentenceRow(one) for one in said if one], 0, 0

    def hints(self) -> Sequence[KeyHint]:
        return self.hint("do", "back")  # nothing to choose

    def done(self) -> None:
        self.dismiss(self.query_one(Input).value.strip())
