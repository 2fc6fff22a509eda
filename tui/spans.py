"""Pieces of a line: text with the role it is drawn in, measured, cut and wrapped by cells.

Data never passes through markup: it becomes a ``Span``, and a span becomes a segment on the
screen. ``ink`` and the like clean what they are given, so a span holds nothing that could steer
the terminal.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, chop_cells, set_cell_size

from storage.text import one_line, shown
from tui.charset import ellipsis

_WORDS = re.compile(r"[^ ]+ *| +")
TEXT = 72  # cells in which a text reads well (look.md)
LONGEST = 4000  # no line of a list shows more; a page wraps before it cuts


class Span(NamedTuple):
    """Text in one style; ``role`` and ``back`` are names of the palette."""

    text: str
    role: str = "ink"
    bold: bool = False
    back: str | None = None
    strike: bool = False
    underline: bool = False


Line = Sequence[Span]


class Linked(list[Span]):
    """A line that leads to the record with this id; ``field`` is what it says of the page."""

    def __init__(self, spans: Iterable[Span], link: str, field: str = "") -> None:
        super().__init__(spans)
        self.link = link
        self.field = field


def clean(text: str) -> str:
    """Data as one line of text that is safe to draw."""
    return one_line(text[:LONGEST])


def ink(text: str, *, bold: bool = False) -> Span:
    return Span(clean(text), "ink", bold)


def quiet(text: str) -> Span:
    return Span(clean(text), "quiet")


def accent(text: str, *, bold: bool = False) -> Span:
    return Span(clean(text), "accent", bold)


def amber(text: str) -> Span:
    return Span(clean(text), "amber")


def gap(n: int = 1) -> Span:
    return Span(" " * n)


def width_of(spans: Iterable[Span]) -> int:
    """How many cells the spans take."""
    return sum(cell_len(span.text) for span in spans)


def cut(text: str, width: int) -> str:
    """The text within ``width`` cells: at a word where one ends near, with an ellipsis."""
    if cell_len(text) <= width:
        return text
    mark = ellipsis()
    if width <= len(mark):
        return mark[: max(width, 0)]
    room = set_cell_size(text, width - len(mark)).rstrip()
    word = room.rpartition(" ")[0].rstrip(" :,;-")
    whole = text.startswith(f"{room} ")
    return f"{room if whole or cell_len(word) < width * 0.6 else word}{mark}"


def crop(spans: Line, width: int) -> list[Span]:
    """The spans within exactly ``width`` cells: cut or filled up."""
    kept: list[Span] = []
    room = width
    for span in spans:
        size = cell_len(span.text)
        if size > room:
            kept.append(span._replace(text=set_cell_size(span.text, room)))
            return kept
        kept.append(span)
        room -= size
    if room:
        kept.append(gap(room))
    return kept


def row(
    width: int, left: Line, right: Line = (), sign: Span | None = None, mark: Span | None = None
) -> list[Span]:
    """One line of a pane after its bar: gutter, blank, text from column 3, air at the right.

    A row that is marked has its mark in the blank.
    """
    ends = width_of(right)
    room = max(width - 4 - ends - (1 if ends else 0), 0)
    start = [sign or gap(), mark or gap()]
    middle = crop(left, room)
    return crop([*start, *middle, *([gap(), *right] if ends else []), gap()], max(width - 1, 0))


def room_in(width: int) -> int:
    """The cells for a text to read in a pane of this width."""
    return min(TEXT, width - 4)


def parts(spans: Iterable[Span], blanks: int = 3) -> list[Span]:
    """Parts of a line, three blanks apart."""
    joined: list[Span] = []
    for span in spans:
        if joined:
            joined.append(gap(blanks))
        joined.append(span)
    return joined


def wrap(text: str, width: int, role: str = "ink") -> list[list[Span]]:
    """Text of any length as lines of at most ``width`` cells, its own line breaks kept."""
    lines: list[list[Span]] = []
    for paragraph in shown(text).split("\n"):
        lines += wrap_spans([Span(paragraph, role)], width)
    return lines


def wrap_spans(spans: Iterable[Span], width: int) -> list[list[Span]]:
    """Styled text as lines of at most ``width`` cells, broken at blanks; at least one line."""
    width = max(width, 1)
    lines: list[list[Span]] = [[]]
    used = 0
    for word in _words(spans, width):
        size = width_of(word)
        if used and used + size - _blanks(word) > width:
            lines[-1] = _trimmed(lines[-1])
            lines.append([])
            used = 0
        lines[-1] += word
        used += size
    lines[-1] = _trimmed(lines[-1])
    return lines


def _words(spans: Iterable[Span], width: int) -> Iterator[list[Span]]:
    """Words with the blanks after them, in one style or several; too long ones in pieces."""
    word: list[Span] = []
    for span in spans:
        for piece in _split(span.text):
            if width_of(word) + cell_len(piece.rstrip()) > width:
                if word:
                    yield word
                *starts, end = _chopped(piece, width)
                for start in starts:
                    yield [span._replace(text=start)]
                word = [span._replace(text=end)]
            else:
                word.append(span._replace(text=piece))
            if piece.endswith(" "):
                yield word
                word = []
    if word:
        yield word


def _chopped(piece: str, width: int) -> list[str]:
    """A word too long for a line, in pieces that fit; the blanks after it stay at the end."""
    word = piece.rstrip(" ")
    chopped = chop_cells(word, width) or [""]
    return [*chopped[:-1], chopped[-1] + piece[len(word) :]]


def _blanks(word: Sequence[Span]) -> int:
    """How many blanks end a word."""
    return len(word[-1].text) - len(word[-1].text.rstrip(" "))


def _split(text: str) -> list[str]:
    """Words, each with the blanks after it."""
    return _WORDS.findall(text)


def _trimmed(spans: list[Span]) -> list[Span]:
    """A line without the blanks at its end, neighbours of one style joined."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1][1:] == span[1:]:
            joined[-1] = joined[-1]._replace(text=joined[-1].text + span.text)
        else:
            joined.append(span)
    while joined and not joined[-1].text.strip():
        joined.pop()
    if joined:
        joined[-1] = joined[-1]._replace(text=joined[-1].text.rstrip())
    return joined
