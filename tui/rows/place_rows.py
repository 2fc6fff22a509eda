"""Regions and programmes in their panes."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from storage.views.arrangement_counts import PlaceCount
from tui.draw import signs
from tui.draw.spans import Line, Span, clean, cut, gap, ink, quiet, row
from tui.locale import number, say
from tui.rows.row import Row
from tui.user.state import AGAIN

WIDE = 30
AROUND = 5  # bar, gutter and blank before the name, a blank before and air behind the number


class PlaceRow:
    """A region or programme with the number of its own open agreements."""

    height = 1

    def __init__(self, key: str, place: PlaceCount, *, chosen: bool) -> None:
        self.key: str | None = key
        self.place = place
        self.chosen = chosen

    def draw(self, width: int) -> Sequence[Line]:
        indent = self.place.depth * (2 if width >= WIDE else 1)
        count = number(self.place.count)
        name = fitted_place(self.place, width - 5 - indent - len(count))
        paint = ink if self.place.count or self.chosen else quiet
        left = [gap(indent), paint(name)._replace(bold=self.chosen)]
        right = Span(count, "ink" if self.chosen else "quiet", self.chosen)
        return [row(width, left, [right], signs.CHOSEN if self.chosen else None)]


def longest_place(rows: Iterable[Row]) -> int:
    """The columns in which no place is cut."""
    places = [row.place for row in rows if isinstance(row, PlaceRow)]
    return (
        max(
            (cell_len(clean(one.name)) + 2 * one.depth + len(number(one.count)) for one in places),
            default=0,
        )
        + AROUND
    )


def fitted_place(place: PlaceCount, room: int) -> str:
    """The name of a place as it fits."""
    return fitting_name(clean(place.name) or say("pane.no_programme"), place.short_forms, room)


def fitting_name(name: str, short_forms: Iterable[str], room: int) -> str:
    """The name, else the longest short form that fits, else the name cut off."""
    name = clean(name)
    if cell_len(name) <= room:
        return name
    shorter = [clean(short) for short in short_forms]
    fitted = [short for short in shorter if cell_len(short) <= room]
    return max(fitted, key=cell_len) if fitted else cut(name, room)


def place_rows(places: Sequence[PlaceCount], chosen: str | None) -> list[Row]:
    """Rows with keys of their own: a region with two parents stands there twice."""
    seen: Counter[str] = Counter()
    rows: list[Row] = []
    for place in places:
        seen[place.tail] += 1
        n = seen[place.tail]
        key = place.tail if n == 1 else f"{place.tail}{AGAIN}{n}"
        rows.append(PlaceRow(key, place, chosen=key == chosen))
    return rows
