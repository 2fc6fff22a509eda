"""Terms around a meeting: its day where it is known which one, else a trigger."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from storage.phrases.calendar import later
from storage.phrases.interpretation import Interpretation, Span, once
from storage.phrases.number_words import NUMBER, number_in_words, plain_phrase

_MEETING = (
    r"(?:de |het |een )?(?:(?:eerst)?(?:volgende?|komende?) )?"
    r"([a-z]*(?:overleg|vergadering|bijeenkomst))"
)
_ANY = ("overleg", "vergadering", "bijeenkomst")
_UNITS = "dag|dagen|week|weken|maand|maanden"
_DISTANCE = re.compile(
    rf"(uiterlijk |binnen )?({NUMBER}) ({_UNITS}) (na|voor|eerder dan) {_MEETING}"
)
_SIDES = (
    "uiterlijk bij|uiterlijk op|uiterlijk|na afloop van|na|voor|eerder dan|tijdens|bij|op|in|tot"
)
_BESIDE = re.compile(rf"({_SIDES}) {_MEETING}")
_DAY = timedelta(days=1)


class Meeting(NamedTuple):
    """A meeting that is known: its title with that of its body, and its day."""

    title: str
    day: date


def around_meeting(said: str, phrase: str, coming: Sequence[Meeting]) -> Interpretation | None:
    """On, before or after a meeting. Without one coming meeting that it must be, a trigger."""
    found = _DISTANCE.fullmatch(said) or _BESIDE.fullmatch(said)
    if found is None:
        return None
    day = _the_one(found[found.lastindex or 0], coming)
    try:
        reading = once(_span(found, day), "day") if day else None
    except OverflowError:
        reading = None
    return reading or Interpretation(nature="once", trigger=phrase.strip())


def _the_one(word: str, coming: Sequence[Meeting]) -> date | None:
    """The day of the meeting that is meant; none where there are several, or none."""
    fits = [one.day for one in coming if word in _ANY or word in plain_phrase(one.title).split()]
    return fits[0] if len(fits) == 1 else None


def _span(found: re.Match[str], day: date) -> Span:
    if found.re is _BESIDE:
        return _beside(found[1], day)
    by, many, unit, side = found.group(1, 2, 3, 4)
    there = later(day, number_in_words(many) if side == "na" else -number_in_words(many), unit)
    return (None, there) if by else (there, there)


def _beside(word: str, day: date) -> Span:
    if word.startswith("uiterlijk"):
        return None, day
    if word.startswith("na"):
        return day + _DAY, None
    return (None, day - _DAY) if word in ("voor", "eerder dan", "tot") else (day, day)
