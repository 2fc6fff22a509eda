"""Dates and times as people write them, in the time of this computer."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from storage.errors import Refused
from tui.locale import in_all, say, say_count

_PIECES = r"[0-9]+|[^\W\d_]+"


def day(iso: str | None, *, year: bool = True) -> str:
    """ "1 april 2014" for an ISO date; without the year "1 april"."""
    found = _date(iso)
    if found is None:
        return say("date.unknown")
    names = say("date.months").split()
    form = "date.long" if year else "date.short"
    return say(form, day=found.day, month=names[found.month - 1], year=found.year)


def is_iso_date(text: str) -> bool:
    """Whether it is an ISO date."""
    return _date(text) is not None


def day_short(iso: str | None) -> str:
    """ "12 sep" for a log, with the year when that is not the present one."""
    found = _date(iso)
    if found is None:
        return ""
    month = say("date.months_short").split()[found.month - 1]
    form = "date.short" if found.year == date.today().year else "date.long"
    return say(form, day=found.day, month=month, year=found.year)


def day_brief(iso: str | None) -> str:
    """ "12 sep 2026": short, and the same in every year."""
    found = _date(iso)
    if found is None:
        return ""
    month = say("date.months_short").split()[found.month - 1]
    return say("date.long", day=found.day, month=month, year=found.year)


def ago(day: date) -> str:
    """ "vandaag", "gisteren", "3 dagen geleden"."""
    days = (date.today() - day).days
    if days == 0:
        return say("date.today")
    return say("date.yesterday") if days == 1 else say_count("date.ago", days)


def long_ago(iso: str | None) -> str:
    """ "3 dagen geleden", "2 weken geleden", "7 maanden geleden", "2 jaar geleden"; nothing for
    today, what is to come, and what is no day."""
    found = _date(iso)
    days = (date.today() - found).days if found else 0
    if days < 1:
        return ""
    for unit, size, least in (("years", 365, 730), ("months", 30, 60), ("weeks", 7, 14)):
        if days >= least:
            return say_count(f"date.{unit}_ago", days // size)
    return say("date.yesterday") if days == 1 else say_count("date.days_ago", days)


def day_near(at: str) -> str:
    """ "dinsdag" for a day of the past week, "vandaag", "gisteren"; else "12 sep"."""
    found = _moment(at)
    if found is None:
        return say("date.unknown")
    days = (date.today() - found.date()).days
    if days in (0, 1):
        return ago(found.date())
    if 1 < days < 7:
        return say("date.days").split()[found.weekday()]
    return day_short(found.date().isoformat())


def day_named(at: str) -> str:
    """ "vr 19 september" for the day on which something happened."""
    found = _moment(at)
    if found is None:
        return say("date.unknown")
    weekday = say("date.days_short").split()[found.weekday()]
    return say("date.named", weekday=weekday, day=found.day, month=_month(found))


def day_whole(at: str) -> str:
    """ "vr 19 september 2014" for the day on which something happened."""
    found = _moment(at)
    return say("date.unknown") if found is None else f"{day_named(at)} {found.year}"


def local_day(at: str) -> str:
    """The ISO date here on which something happened; of what no calendar holds the one of UTC."""
    found = _moment(at)
    return at[:10] if found is None else found.date().isoformat()


def days_of(times: Sequence[str]) -> list[int]:
    """Where in these moments, newest first, each day here begins; few of them are read."""
    firsts: list[int] = []
    start = 0
    while start < len(times):
        firsts.append(start)
        midnight = _midnight(times[start])
        low, high = start + 1, len(times)
        while low < high:
            middle = (low + high) // 2
            if times[middle] >= midnight:
                low = middle + 1
            else:
                high = middle
        start = low
    return firsts


def _midnight(at: str) -> str:
    """When the day began, here, on which something happened; as acts write it."""
    found = _moment(at)
    try:
        if found is not None:
            began = datetime.combine(found.date(), time()).astimezone(UTC)
            return f"{began:%Y-%m-%dT%H:%M}" if began.year > 999 else at[:10]
    except (ValueError, OverflowError, OSError):
        pass
    return at[:10]


def moment_in_words(at: str | None) -> str:
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


def read_date(text: str, today: date | None = None) -> str:
    """The ISO date of what a person wrote: "1 april 2014", "1-4-14", "2014-04-01", "gisteren".

    Raises ValueError for what is no date, or no whole one.
    """
    for key, days in (("yesterday", -1), ("today", 0), ("tomorrow", 1)):
        if text.strip().casefold() in in_all(f"date.{key}"):
            return ((today or date.today()) + timedelta(days)).isoformat()
    pieces = re.findall(_PIECES, text.casefold())
    if len(pieces) != 3:
        raise ValueError(text)
    if len(pieces[0]) == 4:
        pieces.reverse()
    elif pieces[0].isalpha():
        pieces[:2] = pieces[1], pieces[0]
    number, month, year = pieces
    if len(year) not in (2, 4) or len(number) > 2:
        raise ValueError(text)
    century = "20" if len(year) == 2 else ""
    return date(int(century + year), _month_read(month), int(number)).isoformat()


def typed_day(field: str, text: str) -> str | None:
    """The day (ISO) of what someone typed in a field; None for nothing. Raises Refused for what is
    no day."""
    try:
        return read_date(text) if text.strip() else None
    except ValueError as error:
        raise Refused("invalid_date", field=field, value=text) from error


def _month_read(text: str) -> int:
    if text.isdecimal():
        return int(text)
    for names in (*in_all("date.months"), *in_all("date.months_short")):
        for n, name in enumerate(names.casefold().split(), 1):
            if len(text) >= 3 and name.startswith(text):
                return n
    raise ValueError(text)
