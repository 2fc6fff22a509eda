"""Blocks of pieces as lines."""

from collections.abc import Iterable, Iterator

from tui.draw.spans import Line, row
from tui.pages.piece_lines import lines_of
from tui.words.contents.page_pieces import Block


def piece_lines(blocks: Iterable[Block], width: int) -> Iterator[Line]:
    """Blocks of pieces, with an empty line between two."""
    for n, block in enumerate(blocks):
        if n:
            yield row(width, [])
        for piece in block:
            yield from lines_of(piece, width, keys=False)
