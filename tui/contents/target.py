"""A target as one line: for whom, how much, when."""

from storage.views import Target
from tui.locale import say
from tui.words import word


def target_in_words(target: Target) -> str:
    """Population, figure and year; what is not known is left out, or said to be missing."""
    figure = [
        word(table, value)
        for table, value in (("measure", target.measure), ("comparator", target.comparator))
        if value and value not in ("exactly", "level")
    ]
    figure += [part for part in (target.quantity, target.unit) if part]
    if target.per:
        figure.append(say("target.per", per=target.per))
    year = say("target.in_year", year=target.year) if target.year else say("target.no_year")
    parts = (target.population, " ".join(figure), year)
    return ", ".join(part for part in parts if part)
