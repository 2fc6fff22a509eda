"""What was read into a phrase."""

from datetime import date
from typing import Literal, NamedTuple

Precision = Literal["day", "month", "season", "quarter", "year", "none"]
Nature = Literal["once", "recurring", "standing"]
Assumed = Literal["", "year", "today"]
Span = tuple[date | None, date | None]


class Interpretation(NamedTuple):
    """The keys of a term beside its phrase; days in ISO form.

    Without a ``nature`` the words only say that no date is known ("zo spoedig mogelijk").
    ``assumed`` tells what was not said: the nearest coming "year", or "today" to count from.
    """

    start: str | None = None
    end: str | None = None
    precision: Precision = "none"
    nature: Nature | None = None
    every: str | None = None
    trigger: str | None = None
    assumed: Assumed = ""

    @property
    def keys(self) -> dict[str, str | None]:
        """The reading by the keys of a term; one that only lacks a date is silent on the rest."""
        when = {"from": self.start, "to": self.end, "precision": self.precision}
        if self.nature is None:
            return when
        return {**when, "nature": self.nature, "every": self.every, "trigger": self.trigger}


def once(span: Span, precision: Precision, assumed: Assumed = "") -> Interpretation | None:
    """What is done once between these days; nothing where they are turned round."""
    start, end = span
    if start and end and start > end:
        return None
    first, last = (day.isoformat() if day else None for day in span)
    return Interpretation(first, last, precision, "once", assumed=assumed)
