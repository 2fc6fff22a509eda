"""Who does what for whom, as rows: each trekker with all others under it."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from storage.views.crosstabs import Leading, Pair
from storage.views.progress_count import ProgressCount
from tui.draw import signs
from tui.draw.progress_strip import progress_strip, scale_for, strip_counts
from tui.draw.signs import Sign
from tui.draw.spans import Line, clean, crop, cut, gap, ink, quiet, row, width_of
from tui.locale import number, say
from tui.rows.place_rows import fitting_name
from tui.rows.row import Blank, Row
from tui.words.contents.overview_tables import other, roles

NAME, STRIP, NAMES_FROM, ROLES_FROM = 26, 16, 48, 66
BAR, BARS_FROM = 20, 56
FIRST = "named"


class Scale(NamedTuple):
    """What all rows share: ``most`` agreements are a whole bar, ``sign`` are a sign."""

    most: int
    sign: int


class PairRow:
    """The other of a pair, how far what is done for it is, in what roles, and how many."""

    height = 1

    def __init__(self, pair: Pair, far: Callable[[Pair], ProgressCount], scale: Scale) -> None:
        self.pair = pair
        self.key: str | None = pair_key(pair)
        self._far = far
        self._scale = scale

    def draw(self, width: int) -> Sequence[Line]:
        right = [ink(number(self.pair.number))]
        room = width - 5 - len(right[0].text)
        size = NAME if width >= NAMES_FROM else room
        paint = ink if self.pair.other is not None else quiet
        left = crop([paint(fitting_name(other(self.pair), self.pair.short_forms, size - 1))], size)
        if width >= NAMES_FROM:
            strip = progress_strip(strip_counts(self._far(self.pair)), STRIP, self._scale.sign)
            left += crop(strip, STRIP) if width >= ROLES_FROM else strip
        if width >= ROLES_FROM:
            left.append(quiet(cut(clean(roles(self.pair)), max(room - size - STRIP, 0))))
        return [row(width, left, right)]


class NamedRow:
    """All that are only named as whom a trekker does something with, in one line."""

    height = 1

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.pairs = pairs
        self.key: str | None = named_key(pairs[0].lead)

    def draw(self, width: int) -> Sequence[Line]:
        right = [ink(number(len(self.pairs)))]
        names = ", ".join(f"{other(pair)} {number(pair.number)}" for pair in self.pairs)
        told = f"{say('parties.named')} {clean(names)}"
        return [row(width, [quiet(cut(told, width - 5 - width_of(right), 0.9))], right)]


class LeadRow:
    """A trekker: how many agreements it does, and gets something of, as bars of one scale."""

    height = 1
    key: str | None = None

    def __init__(self, one: Leading, received: int, scale: Scale) -> None:
        self._one = one
        self._received = received
        self._scale = scale

    def draw(self, width: int) -> Sequence[Line]:
        gets = say("parties.gets", n=number(self._received)) if self._received else ""
        does = say("parties.does", n=number(self._one.number))
        right = [quiet(does)] if self._one.lead is not None else [quiet(number(self._one.number))]
        if gets and self._one.lead is not None:
            right = [*right, gap(3), quiet(gets)]
        name = clean(self._one.name) or say("heads.no_lead")
        room = width - 5 - width_of(right)
        left = [ink(cut(name, room), bold=True)]
        free = room - cell_len(name) - 2
        if width >= BARS_FROM and free >= 4:
            size = min(BAR, free)
            cells = max(round(size * self._one.number / max(self._scale.most, 1)), 1)
            left += [gap(2), *([Sign(signs.DONE)] * cells)]
        return [row(width, left, right)]


def pair_key(pair: Pair) -> str:
    """What tells a pair from all others."""
    return f"{pair.lead or ''}\n{pair.other or ''}"


def named_key(lead: str | None) -> str:
    """The key of those that are only named by a trekker."""
    return f"{lead or ''}\n\n{FIRST}"


def pair_rows(
    leading: Sequence[Leading],
    far: Callable[[Pair], ProgressCount],
    received: Callable[[str], int],
) -> list[Row]:
    """All pairs under their trekkers; of each trekker those that are only named in one row."""
    numbers = [pair.number for one in leading for pair in one.pairs]
    counts = [[(signs.NOTHING, n), *[(signs.NOTHING, 1)] * 3] for n in numbers]
    most = max((one.number for one in leading), default=0)
    scale = Scale(most, scale_for(counts, STRIP) if counts else 1)
    rows: list[Row] = []
    for one in leading:
        rows += [Blank()] if rows else []
        rows.append(LeadRow(one, received(one.lead) if one.lead else 0, scale))
        rows += [PairRow(pair, far, scale) for pair in apart(one)]
        if named := named_only(one):
            rows.append(NamedRow(named))
    return rows


def named_only(one: Leading) -> list[Pair]:
    """Those of a trekker that are only named, where they are more than one."""
    named = [pair for pair in one.pairs if pair.mentioned]
    return named if len(named) > 1 else []


def apart(one: Leading) -> Iterable[Pair]:
    """The pairs that have a row of their own."""
    named = named_only(one)
    return [pair for pair in one.pairs if pair not in named]
