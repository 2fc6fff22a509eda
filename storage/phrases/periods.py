"""A day, month, season, quarter or year as it is named, with or without its year."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from storage.phrases.calendar import later, whole_months
from storage.phrases.conventions import (
    NAMED_DAYS,
    PART_WORDS,
    PARTS_OF_MONTH,
    PARTS_OF_SCHOOL_YEAR,
    PARTS_OF_YEAR,
    SCHOOL_YEAR,
    SEASONS,
    Months,
)
from storage.phrases.feasts import FEASTS, Days
from storage.phrases.interpretation import Precision
from storage.phrases.number_words import choice

_NAMES = (
    "januari februari maart april mei juni juli augustus september oktober november december",
    "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "jan. feb. mrt. apr. mei jun. jul. aug. sept okt. nov. dec.",
)
MONTHS = {name: n for names in _NAMES for n, name in enumerate(names.split(), 1)}
_FOUR = r"(?:19|20|21)[0-9]{2}"
_YEAR = rf"({_FOUR}|'[0-9]{{2}})"
_MONTH = choice(MONTHS)
_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 0,
             "1e": 1, "2e": 2, "3e": 3, "4e": 4}  # fmt: skip
_WITH_YEAR = re.compile(rf"(.+?)(?: van| in)?(?: het jaar)?[ -]{_YEAR}")
_THIS_YEAR = re.compile(r"(.+?)(?: van| in)? (dit|volgend|vorig|afgelopen) jaar")
_YEAR_FIRST = re.compile(rf"({_FOUR})[ -](q[1-4])")
_YEAR_ALONE = re.compile(rf"(?:het )?(?:kalenderjaar |jaar |jaarplan (?:van |voor )?)?{_YEAR}")
_A_SCHOOL_YEAR = r"(?:het |de )?(?:school|studie|college|cursus)jaar"
_SCHOOL = re.compile(rf"{_A_SCHOOL_YEAR} ({_FOUR}) ?[-/] ?({_FOUR}|[0-9]{{2}})")
_WINTER = re.compile(rf"(?:de )?winter (?:van )?({_FOUR}) ?[-/] ?(?:{_FOUR}|[0-9]{{2}})")
_FIGURES = re.compile(rf"([0-9]{{1,2}})[-/.]([0-9]{{1,2}})[-/.]({_FOUR}|[0-9]{{2}})")
_ISO = re.compile(rf"({_FOUR})-([0-9]{{2}})-([0-9]{{2}})")
_PART = re.compile(rf"(?:het |de )?({choice(PART_WORDS)}) (?:van )?(.+)")
_BEFORE = r"(?:de |het )?(?:komende?|aanstaande|aankomende?|deze|dit)? ?"
_SEASON = re.compile(rf"{_BEFORE}({choice(SEASONS)})")
_NAMED_MONTH = re.compile(rf"(?:de maand |komende |aanstaande )?({_MONTH})")
_NAMED_DAY = re.compile(rf"(?:de |het )?({choice(NAMED_DAYS)})")
_FEAST = re.compile(rf"(?:de )?({choice(FEASTS)})")
_DAY = re.compile(rf"(?:de )?([0-9]{{1,2}})(?:e|de|ste)? ({_MONTH})")
_QUARTER = re.compile(rf"(?:de |het )?(?:q([1-4])|({choice(_ORDINALS)}) kwartaal|kwartaal ([1-4]))")
_HALF = re.compile(r"(?:de |het )?(eerste|tweede|1e|2e) (?:helft|halfjaar|half jaar|semester)")
_WEEK = re.compile(r"week ([0-9]{1,2})")
_STEPS = {"deze": 0, "dit": 0, "volgend": 1, "volgende": 1,
          "vorig": -1, "vorige": -1, "afgelopen": -1}  # fmt: skip
_RELATIVE = re.compile(rf"(?:de |het )?(?:({choice(_STEPS)}) )?(week|maand|kwartaal|jaar)")
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_LAST_WEEKDAY = re.compile(rf"(?:afgelopen|vorige|jongstleden) ({choice(_WEEKDAYS)})")
_DAYS_FROM_NOW = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}


class Period(NamedTuple):
    """Its days in a year, and the year where that is told: for what is counted from the
    reference date any year does (``relative``). ``months`` are those it is made of."""

    days: Callable[[int], Days]
    precision: Precision
    year: int | None = None
    months: Months | None = None
    relative: bool = False
    is_start: bool = False
    is_end: bool = False
    is_year: bool = False


def period(said: str, today: date) -> Period | None:
    """The period that these words name; None where they name none."""
    found = _whole(said, today)
    if found is not None:
        return found
    if part := _PART.fullmatch(said):
        return _part(PART_WORDS[part[1]], part[2], today)
    if first := _YEAR_FIRST.fullmatch(said):
        said = f"{first[2]} {first[1]}"
    if told := _WITH_YEAR.fullmatch(said):
        return _in_year(_named(told[1], today), _year(told[2]))
    if told := _THIS_YEAR.fullmatch(said):
        found = _in_year(_named(told[1], today), today.year + _STEPS[told[2]])
        return found and found._replace(relative=True)
    return _named(said, today)


def _in_year(found: Period | None, year: int) -> Period | None:
    """What has no year of its own yet, in this one."""
    bare = found is not None and found.year is None and not found.relative
    return found._replace(year=year) if found is not None and bare else None


def _year(text: str) -> int:
    return 2000 + int(text[-2:]) if len(text) < 4 else int(text)


def _whole(said: str, today: date) -> Period | None:
    """What says its own year, or needs none."""
    if found := _YEAR_ALONE.fullmatch(said):
        return _calendar_year(_year(found[1]))
    if found := _SCHOOL.fullmatch(said):
        first, last = int(found[1]), _year(found[2])
        return _school_year(first) if last == first + 1 else None
    if found := _WINTER.fullmatch(said):
        return _of_months(SEASONS["winter"], "season")._replace(year=int(found[1]))
    if found := _FIGURES.fullmatch(said):
        return _a_day(int(found[1]), int(found[2]))._replace(year=_year(found[3]))
    if found := _ISO.fullmatch(said):
        return _a_day(int(found[3]), int(found[2]))._replace(year=int(found[1]))
    if said in _DAYS_FROM_NOW:
        day = later(today, _DAYS_FROM_NOW[said], "dag")
        return _fixed((day, day), "day")
    if found := _LAST_WEEKDAY.fullmatch(said):
        since = (today.weekday() - _WEEKDAYS.index(found[1]) - 1) % 7 + 1
        day = later(today, -since, "dag")
        return _fixed((day, day), "day")
    return None


def _named(said: str, today: date) -> Period | None:
    """What may stand in any year."""
    if found := _SEASON.fullmatch(said):
        return _of_months(SEASONS[found[1]], "season")
    if found := _NAMED_MONTH.fullmatch(said):
        month = MONTHS[found[1]]
        return _of_months((month, month), "month")
    if found := _DAY.fullmatch(said):
        return _a_day(int(found[1]), MONTHS[found[2]])
    if found := _NAMED_DAY.fullmatch(said):
        month, day = NAMED_DAYS[found[1]]
        return _a_day(day, month)
    if found := _FEAST.fullmatch(said):
        return Period(FEASTS[found[1]], "day")
    if found := _QUARTER.fullmatch(said):
        which = int(found[1] or found[3] or _ORDINALS[found[2]]) or 4
        return _of_months((3 * which - 2, 3 * which), "quarter")
    if found := _HALF.fullmatch(said):
        half = _ORDINALS[found[1]]
        return _of_months((6 * half - 5, 6 * half), "season")
    if found := _WEEK.fullmatch(said):
        return Period(partial(_a_week, int(found[1])), "day")
    if (found := _RELATIVE.fullmatch(said)) and found[1]:
        return _relative(found[2], today, _STEPS[found[1]])
    return None


def _calendar_year(year: int | None) -> Period:
    return _of_months((1, 12), "year")._replace(year=year, is_year=True)


def _school_year(year: int | None) -> Period:
    return _of_months(SCHOOL_YEAR, "year")._replace(year=year, is_year=True)


def _of_months(months: Months, precision: Precision) -> Period:
    return Period(partial(whole_months, months=months), precision, months=months)


def _a_day(day: int, month: int) -> Period:
    def days(year: int) -> Days:
        found = date(year, month, day)
        return found, found

    return Period(days, "day")


def _a_week(week: int, year: int) -> Days:
    monday = date.fromisocalendar(year, week, 1)
    return monday, monday + timedelta(days=6)


def _fixed(days: Days, precision: Precision, months: Months | None = None) -> Period:
    return Period(lambda year: days, precision, days[0].year, months, relative=True)


def _relative(unit: str, today: date, step: int) -> Period:
    """The week, month, quarter or year of the reference date, or the next or previous one."""
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * step)
        return _fixed((monday, monday + timedelta(days=6)), "day")
    there = later(today, step, unit)
    if unit == "jaar":
        return _calendar_year(there.year)._replace(relative=True)
    quarter = (there.month - 1) // 3
    months = (there.month, there.month) if unit == "maand" else (3 * quarter + 1, 3 * quarter + 3)
    precision: Precision = "month" if unit == "maand" else "quarter"
    return _of_months(months, precision)._replace(year=there.year, relative=True)


def _part(part: str, said: str, today: date) -> Period | None:
    """The beginning, the middle or the end of a period."""
    whole = period(said, today)
    if whole is None and (found := _RELATIVE.fullmatch(said)):
        whole = _relative(found[2], today, 0)
    if whole is None and re.fullmatch(_A_SCHOOL_YEAR, said):
        whole = _school_year(None)
    if whole is None or whole.months is None:
        return None
    first, last = whole.months
    middle, odd = divmod(first + last, 2)
    of_school = whole.months == SCHOOL_YEAR
    if of_school:
        found_part = _of_months(PARTS_OF_SCHOOL_YEAR[part], "season")
    elif whole.is_year:
        months, precision = PARTS_OF_YEAR[part]
        found_part = _of_months(months, precision)
    elif first == last:
        found_part = Period(partial(_third, first, part), "month")
    elif part == "medio" and odd:
        return None
    else:
        month = {"begin": first, "medio": middle, "eind": last}[part]
        found_part = _of_months((month, month), "month")
    return found_part._replace(
        year=whole.year,
        relative=whole.relative,
        is_start=of_school and part == "begin",
        is_end=part == "eind",
    )


def _third(month: int, part: str, year: int) -> Days:
    """Ten days or so of a month."""
    first, last = PARTS_OF_MONTH[part]
    return date(year, month, first), date(year, month, min(last, monthrange(year, month)[1]))
