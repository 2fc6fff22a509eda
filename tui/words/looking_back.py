"""The days that a person means who looks back."""

from datetime import date, timedelta

from tui.locale import in_all
from tui.words.dates import read_date

LEAP = 8  # years in which a 29 February comes for sure


def looked_back(text: str, today: date | None = None) -> tuple[str, str]:
    """The first and the last day, in ISO, that a person means who looks back: a day as ``read``
    reads it, or a period as a term has it ("vorige week", "mei 2014"), without a year the last.

    Raises ValueError for what names no day.
    """
    now = today or date.today()
    try:
        day = read_date(text, now)
        return day, day
    except ValueError:
        pass
    days = _weekday(text, now) or _period(text, now)
    if days is None:
        raise ValueError(text)
    return days


def _weekday(text: str, today: date) -> tuple[str, str] | None:
    """The last day of this name before today."""
    for names in in_all("date.days"):
        known = names.casefold().split()
        if (said := text.strip().casefold()) in known:
            since = (today.weekday() - known.index(said) - 1) % 7 + 1
            day = (today - timedelta(since)).isoformat()
            return day, day
    return None


def _period(text: str, today: date) -> tuple[str, str] | None:
    """What is read into it as into a term. That looks ahead for a year that was not said: here
    from ever longer ago, until the period has begun."""
    from storage import phrases
    from storage.phrases.calendar import later

    for years in range(LEAP + 1):
        try:
            then = later(today, -years, "jaar") + timedelta(bool(years))
        except OverflowError:
            return None
        found = phrases.read_phrase(text, then)
        first = found and (found.start or found.end)
        if found is None or first is None:
            return None
        last = found.end or first
        if found.assumed != "year" or first <= today.isoformat():
            under_way = found.assumed and first <= today.isoformat() < last
            return first, today.isoformat() if under_way else last
    return None
