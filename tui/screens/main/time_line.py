"""The time line to scale: how much changed in each step, meetings, terms, and where one stands."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from storage.views.time_marks import TimeMarks
from tui.draw import signs
from tui.draw.spans import Line, Span, cut, ink, quiet, row, width_of
from tui.locale import number, say
from tui.locale.charset import is_ascii, sign
from tui.screens.main.time_scale import TimeScale, time_scale
from tui.words import dates

AXIS = 15  # the column at which the line begins
AROUND = 17  # columns that it does not have
EIGHTHS = " ▁▂▃▄▅▆▇█"


class TimeView(NamedTuple):
    """What a time line shows: the days on which people changed something, each with how much, and
    what stands beside them; ``day`` is where one stands."""

    changes: Sequence[tuple[str, int]]
    marks: TimeMarks
    day: str
    today: str


def scale_of(view: TimeView, width: int) -> TimeScale:
    """From the first to the last day of the arrangement, or of what was said or has a term."""
    found = _ends(view)
    return time_scale(min(found), max(found), width - AROUND)


def _ends(view: TimeView) -> list[date]:
    said = (view.day, view.marks.first, view.marks.last)
    more = (view.changes, view.marks.terms, view.marks.meetings)
    days = (day for some in more for day, _ in (*some[:1], *some[-1:]))
    return [day for one in (*said, *days) if (day := iso_date(one))]


def time_lines(view: TimeView, width: int, high: int) -> list[Line]:
    """The lines below the heading: with ``high`` 3 rows of bars, or 1 and the least beside it."""
    scale = scale_of(view, width)
    return _Lines(view, scale, width).all(high)


class _Lines:
    def __init__(self, view: TimeView, scale: TimeScale, width: int) -> None:
        self.view, self.scale, self.width = view, scale, width
        self.counts = per_step(scale, view.changes)
        self.last = max(_ends(view))
        self.at = scale.step(iso_date(view.day) or scale.starts[0])

    def all(self, high: int) -> list[Line]:
        bars = self._digits() if is_ascii() else self._bars(high)
        large = high > 1
        found = [*bars, *([self._axis()] if large else []), self._names()]
        if self.view.marks.meetings:
            found.append(self._meetings())
        if self.view.marks.terms:
            found.append(self._terms())
        if large:
            found.append(self._flag())
        return found

    # the rows

    def _bars(self, high: int) -> list[Line]:
        highest = max(self.counts.values(), default=0)
        labels = {0: say("past.highest", n=number(highest))} if highest else {}
        labels[high - 1] = labels.get(0, "") if high == 1 else say("past.changes")
        found = []
        for n in range(high):
            cells = self._cells()
            for step, count in self.counts.items():
                level = max(round(count / highest * high * 8), 1) - (high - 1 - n) * 8
                if level > 0:
                    text = EIGHTHS[min(level, 8)] * self.scale.bar
                    self._put(cells, step * self.scale.cells, text, self._role(step))
            found.append(self._row(labels.get(n, ""), cells))
        return found

    def _digits(self) -> list[Line]:
        highest = max(self.counts.values(), default=0)
        cells = self._cells()
        for step, count in self.counts.items():
            digit = str(max(round(count / highest * 9), 1))
            self._put(cells, step * self.scale.cells, digit, self._role(step))
        label = say("past.highest", n=number(highest)) if highest else say("past.changes")
        return [self._row(label, cells)]

    def _axis(self) -> Line:
        cells = self._cells()
        self._put(cells, 0, sign("─") * len(cells), "line")
        for step, _ in self.scale.ticks():
            self._put(cells, step * self.scale.cells, "+" if is_ascii() else "┬", "line")
        return self._row("", cells)

    def _names(self) -> Line:
        """Years first, then what fits between them."""
        cells = self._cells()
        ticks = [*self.scale.ticks()]
        first = self.scale.starts[0]
        starts_year = any(step == 0 and day.month == 1 for step, day in ticks)
        label = "" if starts_year else str(first.year)
        for wanted in (True, False):
            for step, day in ticks:
                if (day.month == 1) is wanted:
                    name = str(day.year) if wanted else _month(day)
                    self._put_name(cells, step * self.scale.cells, name, bold=wanted)
        return self._row(label, cells, bold=True)

    def _meetings(self) -> Line:
        cells = self._cells()
        for text, held in self.view.marks.meetings:
            step = self._step(text)
            if step is not None:
                mark = sign((signs.HELD if held else signs.PLANNED).text)
                here = "accent" if step == self.at else "ink"
                self._put(cells, step * self.scale.cells, mark, here if held else "quiet")
        return self._row(say("past.meetings"), cells)

    def _terms(self) -> Line:
        cells = self._cells()
        steps = [(self._step(text), late) for text, late in self.view.marks.terms]
        late = {step for step, is_late in steps if is_late}
        counts = Counter(step for step, _ in steps if step is not None)
        for step, count in counts.items():
            text = str(count) if len(str(count)) <= self.scale.cells else "+"
            self._put(cells, step * self.scale.cells, text, "amber" if step in late else "quiet")
        return self._row(say("past.terms"), cells)

    def _flag(self) -> Line:
        """The day on which one stands, and today where it does not lie under that."""
        cells = self._cells()
        if self.at is None:
            return self._row("", cells)
        told = f" {dates.day(self.view.day)} "
        start = self.at * self.scale.cells
        if start + len(told) > len(cells):
            start = max(start + self.scale.cells - len(told), 0)
        flag = range(start, start + len(told))
        today = self._step(self.view.today)
        if today is not None and self.view.today != self.view.day:
            place, text = today * self.scale.cells, f"{sign('│')} {say('date.today')}"
            if place + len(text) > len(cells):
                place, text = place - len(text) + 1, f"{say('date.today')} {sign('│')}"
            if place >= 0 and not {*range(place - 1, place + len(text) + 1)} & {*flag}:
                self._put(cells, place, text, "quiet")
        for n, letter in enumerate(told[: len(cells) - start]):
            cells[start + n] = Span(letter, "ink", True, "sel")
        return self._row("", cells)

    # the parts of a row

    def _cells(self) -> list[Span]:
        cells = [Span(" ")] * (len(self.scale.starts) * self.scale.cells)
        if self.at is not None:
            start = self.at * self.scale.cells
            for n in range(start, start + max(self.scale.bar, 1)):
                cells[n] = Span(" ", back="sel")
        return cells

    @staticmethod
    def _put(cells: list[Span], start: int, text: str, role: str, *, bold: bool = False) -> None:
        for n, letter in enumerate(text, start):
            if n < len(cells):
                cells[n] = cells[n]._replace(text=letter, role=role, bold=bold)

    def _put_name(self, cells: list[Span], start: int, name: str, *, bold: bool) -> None:
        around = cells[max(start - 1, 0) : start + len(name) + 1]
        if start + len(name) <= len(cells) and all(cell.text == " " for cell in around):
            self._put(cells, start, name, "ink" if bold else "quiet", bold=bold)

    def _role(self, step: int) -> str:
        if self.at is None or step > self.at:
            return "line"
        return "accent" if step == self.at else "quiet"

    def _step(self, text: str) -> int | None:
        day = iso_date(text)
        return self.scale.step(day) if day is not None and day <= self.last else None

    def _row(self, label: str, cells: Sequence[Span], *, bold: bool = False) -> Line:
        named = ink(label, bold=True) if bold else quiet(label)
        named = named._replace(text=cut(named.text, AXIS - 4))
        blank = Span(" " * (AXIS - 3 - width_of([named])))
        return row(self.width, [named, blank, *_joined(cells)])


def _joined(cells: Sequence[Span]) -> list[Span]:
    """Cells of one look as one span."""
    found: list[Span] = []
    for cell in cells:
        if found and found[-1][1:] == cell[1:]:
            found[-1] = found[-1]._replace(text=found[-1].text + cell.text)
        else:
            found.append(cell)
    return found


def per_step(scale: TimeScale, days: Sequence[tuple[str, int]]) -> Counter[int]:
    found = Counter[int]()
    for text, count in days:
        day = iso_date(text)
        step = scale.step(day) if day is not None else None
        if step is not None:
            found[step] += count
    return found


def _month(day: date) -> str:
    return say("date.months_short").split()[day.month - 1]


def iso_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
