"""How far a set of agreements is, as signs that one can count (look2.md, "Strip of progress")."""

from collections.abc import Callable, Iterator, Sequence

from storage.views.progress_count import ProgressCount
from tui.draw import signs
from tui.draw.spans import Span, gap

Counts = Sequence[tuple[Span, int]]
"""Signs, each with how often it stands there."""


def strip_counts(far: ProgressCount) -> Counts:
    """The signs of a set; an unknown status of a newer version has none."""
    found = [(signs.STATUS[one], n) for one, n in far.statuses if one in signs.STATUS]
    return [*found, (signs.DECLINED, far.declined)] if far.declined else found


def scales() -> Iterator[int]:
    """How many agreements one sign may stand for."""
    power = 1
    while True:
        yield from (power, 2 * power, 3 * power, 5 * power) if power == 1 else (
            power, 2 * power, 5 * power,
        )  # fmt: skip
        power *= 10


def scale_for(
    several: Sequence[Counts], room: int, width: Callable[[Counts, int], int] | None = None
) -> int:
    """For how many agreements a sign stands where each of these strips is to fit; every sign
    stands at least once. ``width`` says how wide a strip is at a scale."""
    width = width or _narrow
    most = max((sum(n for _, n in counts) for counts in several), default=0)
    for scale in scales():
        if scale > most or all(width(counts, scale) <= room for counts in several):
            return scale
    raise AssertionError("scales do not end")


def progress_strip(
    counts: Counts, room: int, scale: int | None = None, *, close: bool = False
) -> list[Span]:
    """The signs in their order, those of one kind together: two cells each where that fits, or
    ``close`` to one another."""
    scale = scale_for([counts], room) if scale is None else scale
    wide = not close and scale == 1 and sum(2 * n + 2 for _, n in counts) - 3 <= room
    spans: list[Span] = []
    for sign, n in counts:
        if spans and not close:
            spans.append(gap(3 if wide else 1))
        for m in range(-(-n // scale)):
            spans += [gap(), sign] if wide and m else [sign]
    return spans


def close_width(counts: Counts, scale: int) -> int:
    """The cells of signs without a blank."""
    return sum(-(-n // scale) for _, n in counts)


def _narrow(counts: Counts, scale: int) -> int:
    return close_width(counts, scale) + max(len(counts) - 1, 0)
