"""Labels with the text beside them."""

from collections.abc import Iterator

from tui.draw.spans import Line, cut, quiet, row, wrap
from tui.words.labels import LABEL


def labelled(label: str, text: str, room: int, edge: int) -> Iterator[Line]:
    """A quiet label and its text, wrapped beside it."""
    for n, line in enumerate(wrap(text, room - LABEL)):
        start = cut(label, LABEL - 1).ljust(LABEL) if n == 0 else " " * LABEL
        yield row(edge, [quiet(start), *line])
