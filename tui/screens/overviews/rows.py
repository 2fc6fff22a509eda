"""Who does what for whom, as rows: each trekker with all others under it."""

from collections.abc import Iterable, Sequence

from storage.views.crosstabs import Leading, Pair
from tui.draw.spans import Line, clean, crop, cut, gap, ink, quiet, row
from tui.locale import number, say
from tui.rows.place_rows import fitting_name
from tui.rows.row import Blank, Heading, Row
from tui.words.contents.overview_tables import other, roles

NAME, NAMES_FROM = 26, 60


class PairRow:
    """The other of a pair, in what roles, and how many agreements they have."""

    height = 1

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.key: str | None = pair_key(pair)

    def draw(self, width: int) -> Sequence[Line]:
        right = [ink(number(self.pair.number))]
        room = width - 5 - len(right[0].text)
        size = NAME if width >= NAMES_FROM else room
        paint = ink if self.pair.other is not None else quiet
        name = crop([paint(fitting_name(other(self.pair), self.pair.short_forms, size))], size)
        said = quiet(cut(clean(roles(self.pair)), max(room - size - 2, 0)))
        return [row(width, [*name, gap(2), said] if room > size else name, right)]


def pair_key(pair: Pair) -> str:
    """What tells a pair from all others."""
    return f"{pair.lead or ''}\n{pair.other or ''}"


def pair_rows(leading: Iterable[Leading]) -> list[Row]:
    """All pairs under their trekkers."""
    rows: list[Row] = []
    for one in leading:
        rows += [Blank()] if rows else []
        rows.append(Heading(clean(one.name) or say("heads.no_lead"), number(one.number)))
        rows += [PairRow(pair) for pair in one.pairs]
    return rows
