"""What is said below the time line: what happened where one stands, and what its signs mean."""

from tui.draw import signs
from tui.draw.spans import Line, amber, ink, parts, quiet, row, width_of
from tui.locale import say, say_count
from tui.locale.charset import sign
from tui.screens.main.time_line import TimeView, iso_date, per_step, scale_of
from tui.screens.main.time_scale import TimeScale
from tui.words import dates


def time_legend(view: TimeView, width: int) -> Line:
    """What happened in the step in which one stands, and what the signs mean that stand here."""
    scale = scale_of(view, width)
    at = scale.step(iso_date(view.day) or scale.starts[0]) or 0
    changed = say_count("past.changed", per_step(scale, view.changes)[at])
    told = [ink(f"{changed} {_named(scale, at)}")]
    if view.marks.meetings:
        held, planned = sign(signs.HELD.text), sign(signs.PLANNED.text)
        told.append(quiet(say("past.legend", held=held, planned=planned)))
    if any(late for _, late in view.marks.terms):
        told.append(amber(say("past.late")))
    while width_of(parts(told)) > width - 4 and len(told) > 1:
        told.pop()
    return row(width, parts(told))


def _named(scale: TimeScale, at: int) -> str:
    start = scale.starts[at]
    if scale.unit in ("day", "week"):
        return say(f"past.in_{scale.unit}", day=dates.day(start.isoformat()))
    if scale.unit == "month":
        return say("past.in_month", month=say("date.months").split()[start.month - 1],
                   year=start.year)  # fmt: skip
    if scale.unit == "quarter":
        return say("past.in_quarter", n=(start.month + 2) // 3, year=start.year)
    return say("past.in_year", year=start.year)
