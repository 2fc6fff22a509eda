"""Days that a known rule gives for every year.

feast                rule
───────────────────  ────────────────────────────────────────────────────────────────────────────
Pasen                Sunday after the first full moon of spring, reckoned as Meeus and Jones do
                     (the Gregorian computus), and the Monday after it
Hemelvaart           39 days after Easter Sunday
Pinksteren           49 and 50 days after Easter Sunday
Prinsjesdag          the third Tuesday of September (article 65 of the Dutch constitution)
kerstvakantie        two weeks, the same in the whole country, from the last Saturday that is not
                     after 25 December ("Regeling vaststelling schoolvakanties")

Of other school holidays each region has its own days in each year: those are not read, but for
the summer, which is read as a season.
"""

from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]


def easter(year: int) -> date:
    """Easter Sunday. Raises ValueError for years before the Gregorian calendar."""
    if year < 1583:
        raise ValueError(year)
    century, rest = divmod(year, 100)
    leap, skipped = divmod(century, 4)
    moved = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * (year % 19) + century - leap - moved + 15) % 30
    weekday = (32 + 2 * skipped + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _after_easter(first: int, last: int) -> Callable[[int], Days]:
    def days(year: int) -> Days:
        sunday = easter(year)
        return sunday + timedelta(days=first), sunday + timedelta(days=last)

    return days


def _prinsjesdag(year: int) -> Days:
    earliest = date(year, 9, 15)
    tuesday = earliest + timedelta(days=(1 - earliest.weekday()) % 7)
    return tuesday, tuesday


def _christmas_holiday(year: int) -> Days:
    christmas = date(year, 12, 25)
    saturday = christmas - timedelta(days=(christmas.weekday() - 5) % 7)
    return saturday, saturday + timedelta(days=15)


FEASTS: dict[str, Callable[[int], Days]] = {
    "pasen": _after_easter(0, 1), "paasdagen": _after_easter(0, 1),
    "hemelvaart": _after_easter(39, 39), "hemelvaartsdag": _after_easter(39, 39),
    "pinksteren": _after_easter(49, 50), "pinksterdagen": _after_easter(49, 50),
    "prinsjesdag": _prinsjesdag,
    "kerstvakantie": _christmas_holiday,
}  # fmt: skip
