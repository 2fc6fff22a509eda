"""Something to choose for a report."""

from collections.abc import Sequence

from tui.draw import signs
from tui.draw.spans import Line, cut, ink, quiet, row
from tui.widgets.row_list import RowList


class ReportChoice:
    """One of a list, with what is told of it at the right where that fits; the chosen one has a
    sign."""

    height = 1

    def __init__(self, key: str, text: str, told: str, host: RowList) -> None:
        self.key: str | None = key
        self._text = text
        self._told = told
        self._host = host

    def draw(self, width: int) -> Sequence[Line]:
        chosen = self._host.key == self.key
        room = max(width - 5, 4)
        fits = self._told and len(self._text) + len(self._told) + 2 <= room
        text = ink(cut(self._text, room), bold=chosen)
        right = [quiet(self._told)] if fits else []
        return [row(width, [text], right, signs.CHOSEN if chosen else None)]
