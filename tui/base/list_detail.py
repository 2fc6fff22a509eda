"""A list at the left, and at the right what is said of the row with the bar."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.base.base_screen import BaseScreen
from tui.draw.spans import Line, cut, ink, quiet, width_of
from tui.locale import say
from tui.widgets.header import HeaderLine
from tui.widgets.line_pane import LinePane
from tui.widgets.row_list import RowList

COPIED = 100  # columns of what is copied


class ListDetail(BaseScreen):
    """Both can be read: Tab goes between them. What shows at the right can be copied. A list whose
    rows are ``whole`` lines stands above that, and beside it from 110 columns."""

    whole = False

    def parts(self) -> ComposeResult:
        yield HeaderLine()
        with Horizontal(id="body", classes="whole" if self.whole else ""):
            yield RowList("acts", tone="canvas" if self.whole else "sunken")
            yield LinePane("act")

    @property
    def rows(self) -> RowList:
        return self.query_one("#acts", RowList)

    def lines(self, width: int, *, colour: bool) -> Iterable[Line]:
        """What is said at the right."""
        raise NotImplementedError

    def show_beside(self) -> None:
        """Show at the right what has the bar."""
        self.query_one("#act", LinePane).show(
            lambda width: self.lines(width, colour=not self.app.no_color), self.head
        )
        self.show_hints()

    def head(self, width: int, more: bool) -> tuple[Line, Line]:
        """The heading at the right."""
        right = [quiet(say("page.more"))] if more else []
        room = max(width - 6 - width_of(right), 1)
        return [ink(cut(self.shown_name(), room), bold=True)], right

    def other_side(self) -> None:
        """Between the list and what is read beside it."""
        (self.query_one("#act", LinePane) if self.rows.has_focus else self.rows).focus()

    def shown_text(self) -> str:
        """What is said at the right as text; words that went and came stand between signs."""
        lines = ["".join(span.text for span in line) for line in self.lines(COPIED, colour=False)]
        return "".join(f"{line.strip()}\n" for line in (self.shown_name(), *lines))
