"""How a period is laid out over the columns that there are: steps of a day up to some years."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

UNITS = ("day", "week", "month", "quarter", "year")
MONTHS = {"month": 1, "quarter": 3, "year": 12}


class TimeScale(NamedTuple):
    """``starts`` are the first days of the steps, each ``cells`` wide."""

    unit: str
    starts: tuple[date, ...]
    cells: int

    def step(self, day: date) -> int | None:
        """The step in which a day lies; None before the first."""
        found = bisect_right(self.starts, day) - 1
        return found if found >= 0 else None

    def days(self, step: int) -> tuple[date, date | None]:
        """The first and the last day of a step; of the last step there is no last."""
        after = self.starts[step + 1 : step + 2]
        return self.starts[step], after[0] - timedelta(1) if after else None

    @property
    def bar(self) -> int:
        """The columns of a bar: a blank stays between two, where there is room for one."""
        return self.cells - 1 if self.cells > 2 else self.cells

    def ticks(self) -> Iterator[tuple[int, date]]:
        """The steps that begin a month, a quarter or a year: the larger the steps, the longer."""
        apart = {"day": 1, "week": 1, "month": 3}.get(self.unit, 12)
        seen = None
        for n, start in enumerate(self.starts):
            last = start + timedelta(6) if self.unit == "week" else start
            told = last.year, (last.month - 1) // apart
            if told != seen and (n or _begins(start, apart)):
                yield n, date(last.year, told[1] * apart + 1, 1)
            seen = told


def _begins(day: date, apart: int) -> bool:
    return day.day == 1 and (day.month - 1) % apart == 0


def time_scale(first: date, last: date, room: int) -> TimeScale:
    """The smallest steps from the first day to the last that fit in ``room`` columns."""
    room = max(room, 1)
    for unit in UNITS:
        if _least(first, last, unit) > room:
            continue
        starts = _starts(first, last, unit, 1)
        if len(starts) <= room:
            return TimeScale(unit, starts, room // len(starts))
    years = -(-(last.year - first.year + 1) // room)
    starts = _starts(first, last, "year", years)
    return TimeScale("year", starts, room // len(starts))


def _least(first: date, last: date, unit: str) -> int:
    """No fewer steps than this are needed."""
    days = (last - first).days
    return days // {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}[unit]


def _starts(first: date, last: date, unit: str, many: int) -> tuple[date, ...]:
    if unit in MONTHS:
        size = MONTHS[unit] * many
        month = (first.year * 12 + first.month - 1) // MONTHS[unit] * MONTHS[unit]
        end = last.year * 12 + last.month - 1
        return tuple(date(max(n // 12, 1), n % 12 + 1, 1) for n in range(month, end + 1, size))
    days = 7 if unit == "week" else 1
    begin = first.toordinal() - (first.weekday() if unit == "week" else 0)
    return tuple(map(date.fromordinal, range(max(begin, 1), last.toordinal() + 1, days)))
