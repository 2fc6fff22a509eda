"""Days reckoned by the calendar."""

from calendar import monthrange
from datetime import date, timedelta

from storage.phrases.conventions import Months

_DAYS = {"dag": 1, "dagen": 1, "week": 7, "weken": 7}
_MONTHS = {"maand": 1, "maanden": 1, "kwartaal": 3, "kwartalen": 3,
           "half jaar": 6, "halfjaar": 6, "jaar": 12, "jaren": 12}  # fmt: skip


def later(day: date, many: int, unit: str) -> date:
    """The day so many units later (earlier where negative); in a month too short its last day.
    Raises OverflowError outside the calendar."""
    if unit in _DAYS:
        return day + timedelta(days=many * _DAYS[unit])
    year, month = divmod(day.year * 12 + day.month - 1 + many * _MONTHS[unit], 12)
    if not 1 <= year <= 9999:
        raise OverflowError(year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def whole_months(year: int, months: Months) -> tuple[date, date]:
    """The first and last day of a run of months."""
    first, last = months
    start_year, start = divmod(first - 1, 12)
    end_year, end = divmod(last - 1, 12)
    last_day = monthrange(year + end_year, end + 1)[1]
    return date(year + start_year, start + 1, 1), date(year + end_year, end + 1, last_day)
