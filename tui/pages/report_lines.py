"""Pieces that only reports have, as lines: titles of parts, and tables."""

from collections.abc import Iterator

from tui.draw.spans import Line, clean, cut, gap, ink, quiet, row, width_of, wrap_spans
from tui.words.contents.page_pieces import Grid, SectionTitle

BETWEEN = 2
LEAST = 6  # cells of a column


def report_lines(piece: SectionTitle | Grid, room: int) -> Iterator[Line]:
    """A title in bold; a table with its header quiet, then a line for each row."""
    if isinstance(piece, Grid):
        yield from _grid(piece, room)
        return
    beside = [gap(), quiet(clean(piece.number))] if piece.number else []
    for line in wrap_spans([ink(clean(piece.text), bold=True), *beside], room):
        yield row(room + 4, line)


def _grid(grid: Grid, room: int) -> Iterator[Line]:
    """Columns as wide as they need, the widest cut where all do not fit."""
    rows = [[clean(cell).replace("\n", " ") for cell in one] for one in (grid.header, *grid.rows)]
    widths = [max(width_of([ink(one[n])]) for one in rows) for n in range(len(grid.header))]
    while sum(widths) + BETWEEN * (len(widths) - 1) > room and max(widths) > LEAST:
        widths[widths.index(max(widths))] -= 1
    for n, one in enumerate(rows):
        paint = ink if n else quiet
        spans = []
        for cell, width in zip(one, widths, strict=True):
            text = cut(cell, width)
            spans += [paint(text), gap(width - width_of([ink(text)]) + BETWEEN)]
        yield row(room + 4, spans[:-1])
