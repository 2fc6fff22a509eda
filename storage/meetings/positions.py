"""Texts by which the points of an agenda are put in order, with room for others between them."""

from collections.abc import Sequence

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def spread(count: int) -> list[str]:
    """Positions for this many points, in order."""
    return [f"{n * 10:05}" for n in range(1, count + 1)]


def position_between(low: str, high: str | None) -> str | None:
    """A text that sorts after ``low`` and before ``high``; None where there is none, or where
    another program wrote something else there. ``high`` None is the end of the list."""
    if not set(low + (high or "")) <= set(DIGITS) or (high is not None and low >= high):
        return None
    found = ""
    while True:
        n = len(found)
        under = DIGITS.index(low[n]) if n < len(low) else 0
        over = len(DIGITS) if high is None else DIGITS.index(high[n]) if n < len(high) else 0
        if over - under > 1:
            return found + DIGITS[(under + over) // 2]
        if high is not None and n >= len(high):
            return None  # "a" and "a0": nothing lies between
        found += DIGITS[under]
        if over > under:
            high = None


def place_at(others: Sequence[str], index: int) -> str | None:
    """A position before the one at ``index`` of these, which are sorted; None without room."""
    low = others[index - 1] if index > 0 else ""
    return position_between(low, others[index] if index < len(others) else None)
