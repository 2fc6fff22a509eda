"""Pieces that only reports have, as lines: titles of parts, and tables."""

from collections.abc import Iterator
from itertools import zip_longest

from rich.cells import cell_len

from tui.draw.spans import Line, Span, clean, gap, ink, quiet, row, width_of, wrap, wrap_spans
from tui.words.contents.column_widths import column_widths
from tui.words.contents.page_pieces import Grid, SectionTitle

BETWEEN = INDENT = 2
FIRST = 2  # cells of a row that are read first


def report_lines(piece: SectionTitle | Grid, room: int) -> Iterator[Line]:
    """A title in bold; a table with its header quiet, then a line for each row."""
    if isinstance(piece, Grid):
        yield from _grid(piece, room)
        return
    beside = [gap(2), quiet(clean(piece.number))] if piece.number else []
    for line in wrap_spans([ink(clean(piece.text), bold=True), *beside], room):
        yield row(room + 4, line)


def _grid(grid: Grid, room: int) -> Iterator[Line]:
    """Columns as wide as they need, long texts over more lines; where that leaves words cut each
    row is a text of its own."""
    rows = [[clean(cell).replace("\n", " ") for cell in one] for one in (grid.header, *grid.rows)]
    between = BETWEEN * (len(grid.header) - 1)
    widths, whole = column_widths(rows, room - between, lambda text: min(cell_len(text), room // 2))
    if not whole:
        for one in rows[1:]:
            said = [cell for cell in one if cell]
            first, rest = ", ".join(said[:FIRST]), ", ".join(said[FIRST:])
            lines = wrap_spans([ink(first), *([quiet(f", {rest}")] if rest else [])], room - INDENT)
            for n, line in enumerate(lines):
                yield row(room + 4, [gap(INDENT if n else 0), *line])
        return
    for n, one in enumerate(rows):
        cells = [
            wrap(cell, width, "ink" if n else "quiet")
            for cell, width in zip(one, widths, strict=True)
        ]
        for parts in zip_longest(*cells, fillvalue=()):
            spans: list[Span] = []
            for part, width in zip(parts, widths, strict=True):
                spans += [*part, gap(width - width_of(part) + BETWEEN)]
            yield row(room + 4, spans[:-1])
