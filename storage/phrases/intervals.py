"""Before, by, in, from, after and between: a period with the word that stands before it."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from storage.phrases.calendar import later
from storage.phrases.conventions import AROUND, BETWEEN
from storage.phrases.feasts import Days
from storage.phrases.interpretation import Assumed, Interpretation, Precision, Span, once
from storage.phrases.number_words import NUMBER, choice, number_in_words
from storage.phrases.periods import Period, period

_DAY = timedelta(days=1)
_AHEAD = 9  # years in which a day without a year must come: 29 February may wait so long

Bounds = Callable[[date, date], Span]


def _in(first: date, last: date) -> Span:
    return first, last


def _by(first: date, last: date) -> Span:
    return None, last


def _before(first: date, last: date) -> Span:
    return None, first - _DAY


def _from(first: date, last: date) -> Span:
    return first, None


def _after(first: date, last: date) -> Span:
    return last + _DAY, None


def _around(first: date, last: date) -> Span:
    if last - first > 3 * _DAY:
        raise ValueError("no day")
    return first - AROUND * _DAY, last + AROUND * _DAY


_BEFORE_IT = ("voor", "eerder dan", "uiterlijk voor", "tot", "tot aan")
_WORDS: dict[str, Bounds] = {
    **dict.fromkeys(_BEFORE_IT, _before),
    **dict.fromkeys(
        ("tot en met", "t/m", "uiterlijk", "uiterlijk op", "uiterlijk in", "uiterlijk aan",
         "uiterlijk per", "voor of op", "niet later dan", "op zijn laatst", "ten laatste"), _by),
    **dict.fromkeys(("vanaf", "met ingang van", "ingaande", "m.i.v.", "sinds", "per"), _from),
    **dict.fromkeys(("na", "na afloop van"), _after),
    **dict.fromkeys(("rond", "rondom", "omstreeks"), _around),
    **dict.fromkeys(
        ("in", "in de loop van", "ergens in", "op", "tijdens", "gedurende", "aan", "met", "bij"),
        _in),
}  # fmt: skip
_SAID = re.compile(rf"({choice(_WORDS)}) (.+)")
_BETWEEN = re.compile(r"tussen (.+?) en (.+)|(?:van|vanaf) (.+?) tot en met (.+)|(.+?) t/m (.+)")
_UP_TO = re.compile(r"(?:van|vanaf) (.+?) tot (.+)")
_YEARS = re.compile(r"(?:in )?((?:19|20|21)[0-9]{2}) ?(?:-|en|tot en met) ?((?:19|20|21)[0-9]{2})")
_EITHER = re.compile(r"(?:in |op )?(.+?) of (?:in |op )?(.+)")
_READY = re.compile(r"(?:gereed|klaar|afgerond) (.+)|(.+) (?:gereed|klaar|afgerond)")
_UNITS = "dag|dagen|week|weken|maand|maanden|kwartaal|kwartalen|half jaar|halfjaar|jaar"
_WITHIN = re.compile(rf"(binnen|over) ({NUMBER}) ({_UNITS})")
_AGO = re.compile(rf"({NUMBER}) ({_UNITS}) geleden")
_COARSE: tuple[Precision, ...] = ("day", "month", "season", "quarter", "year")


def interval(said: str, today: date) -> Interpretation | None:
    """The days between which something is to be done; None where the words say none."""
    said = re.sub(r"\banderhalf jaar\b", "18 maanden", said)
    try:
        return (
            _ready(said, today)
            or _from_now(said, today)
            or _between(said, today)
            or _with_word(said, today)
            or _placed(period(said, today), _in, today)
        )
    except (ValueError, OverflowError):  # a day that no calendar has
        return None


def _ready(said: str, today: date) -> Interpretation | None:
    """What is to be ready at some time is to be done by the end of it."""
    if not (found := _READY.fullmatch(said)):
        return None
    when = interval(found[1] or found[2], today)
    return when._replace(start=None) if when and when.end else when


def _from_now(said: str, today: date) -> Interpretation | None:
    if ago := _AGO.fullmatch(said):
        there = later(today, -number_in_words(ago[1]), ago[2])
        return once((there, there), "day", "today")
    found = _WITHIN.fullmatch(said)
    if found is None:
        return None
    there = later(today, number_in_words(found[2]), found[3])
    return once((None if found[1] == "binnen" else there, there), "day", "today")


def _with_word(said: str, today: date) -> Interpretation | None:
    found = _SAID.fullmatch(said)
    if found is None:
        return None
    what = period(found[2], today)
    if what is None:
        return None
    bounds = _WORDS[found[1]]
    if bounds is _before and what.is_end:
        bounds = _by
    elif _unsure(found[1], what):
        return None
    elif bounds is _around:
        if what.precision != "day" or what.relative:
            return None
        what = what._replace(precision="month")
    return _placed(what, bounds, today)


def _unsure(word: str, what: Period) -> bool:
    """Before a year or meant for it; after a start, which is a moment then, of which we know no
    day: that nobody can tell."""
    return (word == "voor" and what.is_year) or (word == "na" and what.is_start)


def _placed(what: Period | None, bounds: Bounds, today: date) -> Interpretation | None:
    """In its own year, else in the first that has not passed."""
    if what is None:
        return None
    if what.year is not None:
        span = bounds(*what.days(what.year))
        return once(span, what.precision, "today" if what.relative else "")
    for year in range(today.year - 1, today.year + _AHEAD):
        days = _days(what, year)
        span = bounds(*days) if days else (None, None)
        last = span[1] or span[0]
        if last is not None and last >= today:
            return once(span, what.precision, "year")
    return None


def _days(what: Period, year: int) -> Days | None:
    """Its days in a year that may not have them, such as 29 February or week 53."""
    try:
        return what.days(year)
    except ValueError:
        return None


def _between(said: str, today: date) -> Interpretation | None:
    if years := _YEARS.fullmatch(said):
        return _from_to(years[1], years[2], today)
    if found := _BETWEEN.fullmatch(said):
        start, end = (part for part in found.groups() if part)
        return _from_to(start, end, today)
    if found := _UP_TO.fullmatch(said):
        return _from_to(found[1], found[2], today, short=True)
    if found := _EITHER.fullmatch(said):
        return _from_to(found[1], found[2], today, near=True)
    return None


def _from_to(
    start: str, end: str, today: date, *, short: bool = False, near: bool = False
) -> Interpretation | None:
    """From the one to the other; ``short`` of its first day, or only where they are ``near``. One
    of them may tell the year for both."""
    if re.fullmatch(r"[0-9]{1,2}", start) and (month := re.search(r" [a-z]+", end)):
        start += month[0]  # "tussen 1 en 15 maart"
    one, other = period(start, today), period(end, today)
    if one is None or other is None:
        return None
    assumed: Assumed = "year" if one.year is None and other.year is None else ""
    if one.relative or other.relative:
        assumed = "today"
    ends = _ends(one, other, today)
    coarsest = max((one.precision, other.precision), key=_COARSE.index)
    apart = 0 if coarsest == "day" else BETWEEN
    if ends is None or (near and ends[1][0] - ends[0][1] > (apart + 1) * _DAY):
        return None
    first, last = ends[0][0], ends[1][0] - _DAY if short and not other.is_end else ends[1][1]
    return once((first, last), coarsest, assumed)


def _ends(one: Period, other: Period, today: date) -> tuple[Days, Days] | None:
    """Both in their years, the second after the first and, where no year was said, not past."""
    for year in range(today.year - 1, today.year + _AHEAD):
        if one.year is not None:
            start = one.days(one.year)
            tried = (other.year,) if other.year is not None else (one.year, one.year + 1)
            found = [other.days(n) for n in tried if n is not None]
            end = next((days for days in found if days[0] >= start[0]), None)
            return (start, end) if end else None
        end_year = other.year if other.year is not None else year
        end = other.days(end_year)
        start = next(
            (days for n in (end_year, end_year - 1) if (days := one.days(n))[0] <= end[0]),
            one.days(end_year),
        )
        if other.year is not None or end[1] >= today:
            return start, end
    return None
