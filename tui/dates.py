"""Dates and times as people write them, in the time of this computer."""

from datetime import UTC, date, datetime

from tui.locale import say, say_count


def day(iso: str | None, *, year: bool = True) -> str:
    """ "1 april 2014" for an ISO date; without the year "1 april"."""
    found = _date(iso)
    if found is None:
        return say("date.unknown")
    names = say("date.months").split()
    form = "date.long" if year else "date.short"
    return say(form, day=found.day, month=names[found.month - 1], year=found.year)


def day_short(iso: str | None) -> str:
    """ "12 sep" for a log, with the year when that is not the present one."""
    found = _date(iso)
    if found is None:
        return ""
    month = say("date.months_short").split()[found.month - 1]
    form = "date.short" if found.year == date.today().year else "date.long"
    return say(form, day=found.day, month=month, year=found.year)


def ago(day: date) -> str:
    """ "vandaag", "gisteren", "3 dagen geleden"."""
    days = (date.today() - day).days
    if days == 0:
        return say("date.today")
    return say("date.yesterday") if days == 1 else say_count("date.ago", days)


def day_named(at: str) -> str:
    """ "vr 19 september" for the day on which something happened."""
    found = _moment(at)
    if found is None:
        return say("date.unknown")
    weekday = say("date.days_short").split()[found.weekday()]
    return say("date.named", weekday=weekday, day=found.day, month=_month(found))


def moment(at: str | None) -> str:
    """ "vr 19 september 2014, 16.42 uur" for an act's time."""
    found = _moment(at)
    if found is None:
        return say("date.unknown")
    whole = f"{day_named(at or '')} {found.year}"
    return say("date.moment", date=whole, time=_time(found))


def time_of(at: str) -> str:
    """ "16.42" for an act's time."""
    found = _moment(at)
    return _time(found) if found is not None else ""


def _time(found: datetime) -> str:
    return say("date.time", hour=f"{found.hour:02}", minute=f"{found.minute:02}")


def _month(found: datetime) -> str:
    return say("date.months").split()[found.month - 1]


def _date(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def _moment(at: str | None) -> datetime | None:
    """The local time of a UTC moment; none for what is not one or no calendar here can hold."""
    try:
        found = datetime.fromisoformat(at) if at else None
        if found is None:
            return None
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone()
    except (ValueError, OverflowError, OSError):
        return None
