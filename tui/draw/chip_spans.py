"""Chips: the elements of a set and the filters of a query, each on a ground of its own with a cross
that takes it away."""

from collections.abc import Sequence

from tui.draw import signs
from tui.draw.spans import Line, Span, clean, cut, gap, quiet, width_of

LONGEST = 30  # cells of a name
ROWS = 3  # of chips; of what goes on below them the number is told


def chip(
    name: str, *, picked: bool = False, back: str = "chip", longest: int = LONGEST
) -> list[Span]:
    """One chip; the one that is ``picked`` looks as the cursor does. On a row that has the bar
    ``back`` is "chipsel"."""
    role, cross = ("canvas", "canvas") if picked else ("ink", "quiet" if back == "chip" else "ink")
    ground = "ink" if picked else back
    return [
        signs.CHIP_START._replace(back=ground),
        Span(f"{cut(clean(name), longest)} ", role, back=ground),
        signs.FILTER._replace(role=cross, back=ground),
        signs.CHIP_END._replace(back=ground),
    ]


def chip_lines(
    names: Sequence[str], width: int, picked: int | None = None, back: str = "chip"
) -> list[Line]:
    """Chips with a blank between them, in at most three lines of ``width`` cells: too many go on
    in the next line, a name is cut where a line ends, and the last one says how many more there
    are."""
    lines: list[list[Span]] = []
    for n, name in enumerate(names):
        one = chip(name, picked=n == picked, back=back, longest=max(width - 4, 1))
        if lines and width_of(lines[-1]) + 1 + width_of(one) <= width:
            lines[-1] += [gap(), *one]
        elif len(lines) < ROWS or picked in range(n, len(names)):
            lines.append(one)
        else:
            lines[-1] += [gap(), quiet(f"+ {len(names) - n}")]
            break
    return [*lines[-ROWS:]]


def last_chips(names: Sequence[str], room: int, picked: int | None = None) -> list[Span]:
    """Chips in one line with a blank behind each: where not all fit in ``room`` cells, those up to
    the picked or the last one, and how many stand before them."""
    if not names:
        return []
    last = len(names) if picked is None else max(picked + 1, 1)
    shown: list[Span] = []
    first = last
    while first and width_of(shown) + width_of(one := _spaced(names, first - 1, picked)) <= room:
        shown = [*one, *shown]
        first -= 1
    if first == last:  # one that is wider than there is room for shows all the same
        first, shown = last - 1, _spaced(names, last - 1, picked)
    before = [quiet(f"+ {first}"), gap()] if first else []
    return [*before, *shown]


def _spaced(names: Sequence[str], n: int, picked: int | None) -> list[Span]:
    return [*chip(names[n], picked=n == picked), gap()]
