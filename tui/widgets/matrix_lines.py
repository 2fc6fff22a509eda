"""The lines of the matrix: its title, headings and rows, and what the signs say."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from storage.views.arrangement_counts import PlaceCount
from tui.draw import signs
from tui.draw.spans import Line, Span, accent, crop, gap, ink, quiet, row, width_of
from tui.locale import number, say
from tui.rows.place_rows import fitted_place
from tui.widgets.matrix_cells import Cells, cell_legend
from tui.widgets.matrix_columns import EDGE, Columns

if TYPE_CHECKING:
    from storage.queries.overviews.region_matrix import Matrix

Shown = Sequence[tuple[int, int]]
"""The columns that show, each with where its bar stands."""


def title_line(width: int, position: str, *, far: bool) -> Line:
    """The title, and at the right where the bar stands; what the cells say, behind it."""
    what = say("matrix.strips" if far else "matrix.counts")
    title = [accent(say("matrix.title"), bold=True), gap(3), quiet(what)]
    return row(width, title, [quiet(position)])


def head_line(layout: Columns, shown: Shown, n: int, lit: int) -> Line:
    """A line of the headings, counted from 0; that of the column ``lit`` is marked."""
    spans: list[Span] = [gap(EDGE - 1 + layout.name)]
    for column, _ in shown:
        head = layout.heads[column][n + 2 - layout.high]
        paint = accent(head, bold=True) if column == lit else quiet(head)
        spans += [gap(layout.widths[column] + 1 - cell_len(head)), paint, gap()]
    return spans


def programme_line(
    cells: Cells, place: PlaceCount, layout: Columns, shown: Shown, lit: int | None
) -> Iterator[Span]:
    """A programme, and what each region has of it; ``lit`` is the column of the bar, where that
    stands in this row."""
    yield gap(EDGE - 1)
    bold = lit is not None
    name = fitted_place(place, layout.name - 1)
    yield from crop([ink(name, bold=bold) if place.count or bold else quiet(name)], layout.name)
    for column, _ in shown:
        region = cells.regions[column]
        cell, tone = cells.draw(place.tail, region, layout.widths[column], lit=column == lit)
        back = "sel" if column == lit else None
        yield signs.Sign(signs.BAR, "accent", back=back) if back else gap()
        yield from (span._replace(back=tone) for span in cell)


def total_line(matrix: "Matrix", layout: Columns, shown: Shown) -> Line:
    """How many open agreements each region has itself, and all of them together."""
    spans = [gap(EDGE - 1), *crop([quiet(say("matrix.total"))], layout.name)]
    for column, _ in shown:
        last = column == len(layout.heads) - 1
        n = matrix.total if last else matrix.regions[column].number
        paint = ink if n else quiet
        said = paint(number(n))._replace(bold=last)
        spans += [gap(1 + layout.widths[column] - width_of([said])), said, gap()]
    return spans


def legend_lines(width: int, highest: int, scale: int, *, far: bool, bare: bool) -> list[Line]:
    """What tones and signs say, on as many lines as that takes."""
    said: list[Line] = [
        [*shown, gap(), quiet(say(text))]
        for shown, text in cell_legend(highest, far=far, bare=bare)
    ]
    said += [
        [signs.DECLINED, gap(), quiet(say("matrix.sign_declined"))],
        [signs.NOT_OPEN, gap(), quiet(say("matrix.sign_not_open"))],
        [signs.NOTHING, gap(), quiet(say("matrix.sign_nothing"))],
        [quiet(say("matrix.own"))],
    ]
    if scale > 1:
        said.append([quiet(say("sheet.scale", n=scale))])
    lines: list[list[Span]] = [[]]
    for piece in said:
        if lines[-1] and width_of(lines[-1]) + 3 + width_of(piece) > width - 4:
            lines.append([])
        lines[-1] += [*([gap(3)] if lines[-1] else []), *piece]
    return [*lines]
