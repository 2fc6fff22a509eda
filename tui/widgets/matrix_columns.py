"""How wide the columns of the matrix are, and how they are headed."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from storage.views.crosstabs import Region
from tui.draw.column_headings import two_lines
from tui.draw.spans import clean, cut
from tui.locale import number, say

EDGE = 3  # bar, gutter and a blank, before the first column
AROUND = 2  # the bar before what a cell says, and a blank behind it
SIGN = 2  # a sign and a blank, where something was declined beside what is open
NAME, NAME_NARROW, NARROW = 22, 14, 60
SHORT = 5
MOST_SPARE = 8  # cells that a column gets beside what it asks


class Columns(NamedTuple):
    """``name`` is the width of the first column; ``heads`` and ``widths`` are of the others, what
    stands around a cell not included."""

    name: int
    heads: tuple[tuple[str, str], ...]
    widths: tuple[int, ...]

    @property
    def high(self) -> int:
        """The lines that the headings take."""
        return 2 if any(upper for upper, _ in self.heads) else 1

    def shown(self, left: int, width: int) -> list[tuple[int, int]]:
        """The columns that fit from ``left`` on, each with where its bar stands."""
        found: list[tuple[int, int]] = []
        x = EDGE + self.name
        for n in range(left, len(self.widths)):
            size = self.widths[n] + AROUND
            if found and x + size > width:
                break
            found.append((n, x))
            x += size
        return found

    def reach(self, left: int, column: int, width: int) -> int:
        """The first column to show so that ``column`` does, moving no further than needed and
        leaving no room unused."""
        left = min(left, column)
        while column not in dict(self.shown(left, width)):
            left += 1
        last = len(self.widths) - 1
        while left and last in dict(self.shown(left - 1, width)):
            left -= 1
        return left


def columns_for(regions: Sequence[Region], total: int, longest: int, width: int) -> Columns:
    """The columns of these regions and of the total, within a width: with whole names where all
    fit beside the first column, else with their three capitals. ``total`` is the highest number
    in the last column, ``longest`` the width of the longest name in the first."""
    numbers = [*(region.number for region in regions), total]
    names = [*(two_lines(region.name) for region in regions), ("", say("matrix.total"))]
    capitals = [*(("", _short(region)) for region in regions), ("", say("matrix.total"))]
    for heads in (names, capitals):
        widths = tuple(
            max(*map(cell_len, head), SIGN + len(number(n)))
            for head, n in zip(heads, numbers, strict=True)
        )
        room = width - EDGE - sum(widths) - AROUND * len(widths)
        if room >= NAME:
            break
    least = NAME if width >= NARROW else NAME_NARROW
    name = max(least, min(room, longest + 1))
    spare = max(room - name, 0) // len(widths)
    shared = min(spare, MOST_SPARE)
    return Columns(name, tuple(heads), tuple(one + shared for one in widths))


def _short(region: Region) -> str:
    return cut(clean(region.short or region.name), SHORT)
