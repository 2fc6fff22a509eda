"""The time line to scale below the line of the slider, as high as the screen has room for."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from tui.draw.spans import Line, Span, gap, ink, quiet
from tui.locale import number, say
from tui.locale.charset import is_ascii
from tui.widgets.line_pane import HIGH

if TYPE_CHECKING:
    from storage.views.time_marks import TimeMarks
    from tui.screens.main.time_line import TimeView

LOW = 16  # rows of the screen from which there is one
WIDE, WIDEST = 60, 100


class TimePanel:
    """Drawn once for each size; nothing shows before it is known what happened."""

    def __init__(self) -> None:
        self._view: TimeView | None = None
        self._drawn: tuple[tuple[int, int, bool], Sequence[Line]] | None = None

    def show(self, changes: Sequence[tuple[str, int]], marks: "TimeMarks", day: str) -> None:
        """Show how much people changed on each day, and what stands beside it."""
        from tui.screens.main.time_line import TimeView

        self._view = TimeView(changes, marks, day, date.today().isoformat())
        self._drawn = None

    def is_shown(self, height: int) -> bool:
        """Whether a screen of so many rows has it."""
        return self._view is not None and height >= LOW

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """What stands below the line of the slider on a screen of so many rows."""
        if self._view is None or height < LOW:
            return ()
        from tui.screens.main.time_legend import time_legend
        from tui.screens.main.time_line import time_lines

        high = 3 if height >= HIGH else 1
        key = (width, high, is_ascii())
        if self._drawn is None or self._drawn[0] != key:
            lines = time_lines(self._view, width, high)
            self._drawn = (key, [*lines, time_legend(self._view, width), ()] if high > 1 else lines)
        return self._drawn[1]

    def step(self, width: int) -> tuple[date, date | None] | None:
        """The first and the last day of the step in which one stands, as ``days`` has them; None
        before it is known what happened."""
        if self._view is None:
            return None
        from tui.screens.main.time_line import iso_date, scale_of

        scale = scale_of(self._view, width)
        return scale.days(scale.step(iso_date(self._view.day) or scale.starts[0]) or 0)

    def open(self, width: int) -> list[Span]:
        """How many agreements were open then, and are now."""
        if self._view is None or width < WIDE:
            return []
        marks = self._view.marks
        told = [ink(number(marks.open), bold=True), gap(), quiet(say("past.open"))]
        if width >= WIDEST:
            told += [gap(2), quiet(say("past.open_now", n=number(marks.open_now)))]
        return [*told, gap(3)]
