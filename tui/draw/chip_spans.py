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
    return [span for _, spans in _shown(names, room, picked) for span in spans]


def chip_at(names: Sequence[str], room: int, picked: int | None, x: int) -> int | None:
    """Which of the chips that show in such a line stands at this cell."""
    end = 0
    for number, spans in _shown(names, room, picked):
        end += width_of(spans)
        if x < end:
            return number
    return None


def _shown(
    names: Sequence[str], room: int, picked: int | None
) -> list[tuple[int | None, list[Span]]]:
    """The chips that show, each with its number; before them how many do not."""
    if not names:
        return []
    last = len(names) if picked is None else max(picked + 1, 1)
    shown: list[tuple[int | None, list[Span]]] = []
    for n in range(last - 1, -1, -1):
        one = [*chip(names[n], picked=n == picked), gap()]
        room -= width_of(one)
        if shown and room < 0:  # the last one shows all the same
            break
        shown.insert(0, (n, one))
    hidden = last - len(shown)
    return [*([(None, [quiet(f"+ {hidden}"), gap()])] if hidden else []), *shown]
