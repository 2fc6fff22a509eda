"""Rows below one another: which lines each takes, and which of them can be highlighted."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from tui.rows.row import Row, place_of_key


class RowStack:
    """``even`` says that each row is one line high, which needs no measuring."""

    def __init__(self, rows: Sequence[Row] = (), *, even: bool = True) -> None:
        self.rows = rows
        self._ends = None if even else list(accumulate(row.height for row in rows))

    @property
    def lines(self) -> int:
        """How many lines all rows take."""
        return self._ends[-1] if self._ends else len(self.rows)

    def start(self, index: int) -> int:
        """The first line of a row."""
        if self._ends is None:
            return index
        return self._ends[index - 1] if index else 0

    def at(self, line: int) -> int:
        """The row on a line counted from the first row."""
        return line if self._ends is None else bisect_right(self._ends, line)

    def find(self, key: str | None) -> int | None:
        """The row with this key."""
        return place_of_key(self.rows, key)

    def next(self, index: int, step: int) -> int | None:
        """The first row that can be highlighted, from this one on; ``step`` is 1 or -1."""
        while 0 <= index < len(self.rows):
            if self.rows[index].key is not None:
                return index
            index += step
        return None

    def nearest(self, index: int, step: int) -> int | None:
        """The same, the other way where there is none this way."""
        found = self.next(index, step)
        return found if found is not None else self.next(index, -step)

    def in_sight(self, top: int, room: int) -> list[tuple[int, str]]:
        """The rows that can be highlighted and begin in ``room`` lines from ``top`` on: how far
        below ``top``, and their keys."""
        found = []
        for line in range(top, min(top + room, self.lines)):
            index = self.at(line)
            key = self.rows[index].key
            if key is not None and self.start(index) == line:
                found.append((line - top, key))
        return found

    def revealed(self, index: int, top: int, room: int) -> int:
        """The line to show first so that a row does, as near as can be to ``top``; a heading just
        above the row shows along, and with the first row that can be highlighted all above it."""
        first = start = self.start(index)
        if index and self.rows[index - 1].key is None:
            above = self.next(index - 1, -1)
            first = self.start(index - 1) if above is not None else 0
        end = start + self.rows[index].height
        return max(min(top, first, self.lines - room), end - room, 0)
