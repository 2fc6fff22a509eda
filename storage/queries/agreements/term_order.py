"""Terms as a list orders and groups them: dates first, then what comes back and what goes on."""

import re

_DAY = re.compile(r"(\d{4})-(\d{2})-\d{2}")

RECURRING, STANDING, PHRASE, NONE = "recurring", "standing", "phrase", "none"
_LAST = (RECURRING, STANDING, PHRASE, NONE)


def term_key(phrase: str | None, nature: str | None, to: str | None) -> str:
    """The last day (ISO) of what is done once; else what kind of term it is."""
    if nature in (RECURRING, STANDING):
        return nature
    if to and _DAY.fullmatch(to):
        return to
    return PHRASE if phrase else NONE


def is_last_day(moment: str) -> bool:
    """Whether what a term is ordered by is a last day."""
    return moment not in _LAST


def rank(moment: str) -> tuple[int, str]:
    """Dates come first, the earliest before the others."""
    return (_LAST.index(moment) + 1 if moment in _LAST else 0, moment)


def half_year(moment: str) -> str:
    """A date as the half of a year in which it lies (``2014-1``): the overleg meets twice a year.
    Another term stays as it is."""
    found = _DAY.fullmatch(moment)
    if found is None:
        return moment
    return f"{found[1]}-{1 if found[2] <= '06' else 2}"
