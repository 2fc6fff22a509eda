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
from tui.locale.charset import ellipsis

_WORDS = re.compile(r"([^ ]+) *| +")
TEXT = 72  # cells in which a text reads well (look.md)
FULL = 0.9  # of its cells, for a text that uses them all: a word is cut for it
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


class Marked(list[Span]):
    """A line of something that a person marked."""


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


def cut(text: str, width: int, near: float = 0.6) -> str:
    """The text within ``width`` cells: with an ellipsis, at a word where one ends beyond ``near``
    of them."""
    if cell_len(text) <= width:
        return text
    mark = ellipsis()
    if width <= len(mark):
        return mark[: max(width, 0)]
    room = set_cell_size(text, width - len(mark)).rstrip()
    word = room.rpartition(" ")[0].rstrip(" :,;-")
    whole = text.startswith(f"{room} ")
    return f"{room if whole or cell_len(word) < width * near else word}{mark}"


def crop(spans: Line, width: int) -> list[Span]:
    """The spans within exactly ``width`` cells: cut or filled up."""
    kept: list[Span] = []
    room = width
    for span in spans:
        size = cell_len(span.text)
        if size > room:
            if room:  # an edge of a chip without text is drawn as a cell all the same
                kept.append(span._replace(text=set_cell_size(span.text, room)))
            return kept
        kept.append(span)
        room -= size
    if room:
        kept.append(gap(room))
    return kept


def fit(spans: Line, width: int) -> list[Span]:
    """The spans within exactly ``width`` cells; what is cut ends in an ellipsis."""
    if width_of(spans) <= width or cell_len("".join(one.text for one in spans).rstrip()) <= width:
        return crop(spans, width)
    mark = ellipsis()
    kept = crop(spans, max(width - len(mark), 0))
    end = next((span for span in reversed(kept) if span.text.strip()), gap())
    return crop([*kept, end._replace(text=mark)], width)


def row(width: int, left: Line, right: Line = (), sign: Span | None = None) -> list[Span]:
    """One line of a pane after its bar: gutter, blank, text from column 3, air at the right."""
    ends = width_of(right)
    room = max(width - 4 - ends - (1 if ends else 0), 0)
    start = [sign or gap(), gap()]
    middle = fit(left, room)
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


def wrap(text: str, width: int, role: str = "ink") -> Iterator[list[Span]]:
    """Text of any length as lines of at most ``width`` cells, its own line breaks kept. They are
    made as they are taken: of a very long text only those that show."""
    for paragraph in text.replace("\r\n", "\n").split("\n"):
        said = shown(paragraph)
        for start, end in _breaks(said, width):
            yield [Span(said[start:end], role)] if start < end else []


def wrap_spans(spans: Iterable[Span], width: int) -> Iterator[list[Span]]:
    """Styled text as lines of at most ``width`` cells, broken at blanks; at least one line."""
    waiting = [*spans][::-1]
    at = 0
    for start, end in _breaks("".join(span.text for span in reversed(waiting)), width):
        line: list[Span] = []
        while waiting and at < end:
            span = waiting.pop()
            text, rest = span.text[: end - at], span.text[end - at :]
            if rest:
                waiting.append(span._replace(text=rest))
            kept = text[max(start - at, 0) :]
            at += len(text)
            if line and line[-1][1:] == span[1:]:
                kept = line.pop().text + kept
            line += [span._replace(text=kept)] if kept else []
        yield line


def _breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where each line of a text begins and ends; the blanks at its end are left out."""
    width = max(width, 1)
    start = end = used = 0
    for found in _WORDS.finditer(text):
        word, at = found[1] or "", found.start()
        for piece in _chopped(word, width):
            size = _cells(piece)
            if used and used + size > width:
                yield start, end
                start, used = at, 0
            used += size
            at += len(piece)
            end = at
        used += len(found[0]) - len(word)
    yield start, end


def _cells(word: str) -> int:
    return len(word) if word.isascii() else cell_len(word)


def _chopped(word: str, width: int) -> Iterator[str]:
    """A word, in pieces that fit where it is too long for a line."""
    rest = ""
    for start in range(0, len(word), LONGEST):
        part = rest + word[start : start + LONGEST]
        *whole, rest = chop_cells(part, width) if _cells(part) > width else (part,)
        yield from whole
    yield rest
