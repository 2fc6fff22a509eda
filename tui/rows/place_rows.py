"""Regions and programmes in their panes."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from storage.views.arrangement_counts import PlaceCount
from tui.draw import signs
from tui.draw.progress_strip import Counts, progress_strip, scale_for
from tui.draw.spans import Line, Span, clean, crop, cut, gap, ink, quiet, row
from tui.locale import number, say
from tui.rows.row import Row
from tui.user.state import AGAIN

WIDE = 30
ROOMY = 40  # columns from which there is a strip behind the names
STRIP = 8  # columns that one has at least
AROUND = 5  # bar, gutter and blank before the name, a blank before and air behind the number


class PlaceRow:
    """A region or programme with the number of its own open agreements."""

    height = 1

    def __init__(self, key: str, place: PlaceCount, strips: "PlaceStrips", *, chosen: bool) -> None:
        self.key: str | None = key
        self.place = place
        self.strips = strips
        self.chosen = chosen

    def draw(self, width: int) -> Sequence[Line]:
        indent = self.place.depth * (2 if width >= WIDE else 1)
        count = number(self.place.count)
        names = self.strips.names(width)
        name = fitted_place(self.place, (names or width - 5 - len(count)) - indent)
        paint = ink if self.place.count or self.chosen else quiet
        left = [gap(indent), paint(name)._replace(bold=self.chosen)]
        if names:
            left = [*crop(left, names + 2), *self.strips.strip(self.place, width)]
        right = Span(count, "ink" if self.chosen else "quiet", self.chosen)
        return [row(width, left, [right], signs.CHOSEN if self.chosen else None)]


class PlaceStrips:
    """How far the places of a pane are, as strips of one scale, where the pane is wide enough."""

    def __init__(self, places: Sequence[PlaceCount]) -> None:
        self._places = places
        self._laid_out: dict[int, tuple[int, int]] = {}

    def names(self, width: int) -> int:
        """The columns of the names before the strips; 0 where there are none."""
        return self._layout(width)[0]

    def strip(self, place: PlaceCount, width: int) -> Line:
        """How far one of them is."""
        names, scale = self._layout(width)
        return progress_strip(_signs(place), self._room(names, width), scale)

    def _layout(self, width: int) -> tuple[int, int]:
        if width not in self._laid_out:
            longest = max(
                (cell_len(clean(one.name)) + 2 * one.depth for one in self._places), default=0
            )
            names = min(longest, width // 2)
            room = self._room(names, width)
            fits = width >= ROOMY and room >= STRIP and any(one.far for one in self._places)
            scale = scale_for([*map(_signs, self._places)], room) if fits else 1
            self._laid_out[width] = (names if fits else 0, scale)
        return self._laid_out[width]

    def _room(self, names: int, width: int) -> int:
        most = max((len(number(one.count)) for one in self._places), default=0)
        return width - AROUND - names - 2 - most - 1


def _signs(place: PlaceCount) -> Counts:
    return [(signs.STATUS[status], n) for status, n in place.far if status in signs.STATUS]


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
    strips = PlaceStrips(places)
    rows: list[Row] = []
    for place in places:
        seen[place.tail] += 1
        n = seen[place.tail]
        key = place.tail if n == 1 else f"{place.tail}{AGAIN}{n}"
        rows.append(PlaceRow(key, place, strips, chosen=key == chosen))
    return rows
