"""Pieces that only reports have, as lines: titles of parts, and tables."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

from tui.draw.spans import Line, Span, clean, gap, ink, quiet, row, width_of, wrap, wrap_spans
from tui.words.contents.column_widths import column_widths
from tui.words.contents.page_pieces import Grid, SectionTitle

BETWEEN = INDENT = 2
MEASURED = 500  # rows that say how wide the columns are
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
    """Columns as wide as the first rows need, long texts over more lines; where that leaves words
    cut each row is a text of its own. Of a long table only the lines that show are made."""
    header = _cleaned(grid.header)
    first = [header, *map(_cleaned, grid.rows[:MEASURED])]
    between = BETWEEN * (len(header) - 1)
    widths, whole = column_widths(
        first, room - between, lambda text: min(cell_len(text), room // 2)
    )
    if whole:
        yield from _row(header, widths, room, "quiet")
    for cells in map(_cleaned, grid.rows):
        yield from _row(cells, widths, room, "ink") if whole else _text(cells, room)


def _cleaned(cells: Sequence[str]) -> list[str]:
    return [clean(cell).replace("\n", " ") for cell in cells]


def _row(cells: Sequence[str], widths: Sequence[int], room: int, role: str) -> Iterator[Line]:
    columns = [wrap(cell, width, role) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*columns, fillvalue=()):
        spans: list[Span] = []
        for part, width in zip(parts, widths, strict=True):
            spans += [*part, gap(width - width_of(part) + BETWEEN)]
        yield row(room + 4, spans[:-1])


def _text(cells: Sequence[str], room: int) -> Iterator[Line]:
    said = [cell for cell in cells if cell]
    start, rest = ", ".join(said[:FIRST]), ", ".join(said[FIRST:])
    lines = wrap_spans([ink(start), *([quiet(f", {rest}")] if rest else [])], room - INDENT)
    for n, line in enumerate(lines):
        yield row(room + 4, [gap(INDENT if n else 0), *line])
