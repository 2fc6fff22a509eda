"""From when to when a meeting is, as it is typed and as its phrase tells it."""

import re

from storage.errors import Refused
from tui.locale import say
from tui.words.dates import typed_day

_HOURS = re.compile(
    r"[ ,]*\b(?:van +)?([01]?\d|2[0-3])(?:[.:]([0-5]\d))? *(?:uur)? *(?:-|–|tot|to|until)"
    r" *([01]?\d|2[0-4])(?:[.:]([0-5]\d))? *(?:uur|h)?\s*$"
)


def day_and_hours(text: str) -> tuple[str | None, str | None]:
    """The day (ISO) and the phrase of what someone typed as day and hours: `4 december 2026, 13.00
    tot 15.00 uur`; None for what was not typed. Raises Refused for what is no day."""
    found = _HOURS.search(text)
    if found is None or _is_day(text):
        return typed_day("date", text), None
    start, end = _moments(found)
    return typed_day("date", text[: found.start()].strip(" ,")), say(
        "meeting.hours", start=start, end=end
    )


def minutes_in(phrase: str | None) -> int | None:
    """How many minutes there are where a phrase tells hours; also past midnight."""
    found = _HOURS.search(phrase or "")
    if found is None:
        return None
    begin = int(found[1]) * 60 + int(found[2] or 0)
    end = int(found[3]) * 60 + int(found[4] or 0)
    return (end - begin) % (24 * 60) or None


def _moments(found: re.Match[str]) -> tuple[str, str]:
    return (f"{int(found[1])}.{found[2] or '00'}", f"{int(found[3])}.{found[4] or '00'}")


def _is_day(text: str) -> bool:
    """Whether all of it is a day: 4-12-2026 holds no hours."""
    try:
        return typed_day("date", text) is not None
    except Refused:
        return False
