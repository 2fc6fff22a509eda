"""Plain text as pieces: paragraphs between blank lines, items of lists, lines wrapped or not."""

import re
from collections.abc import Callable

from seed.document.pieces import Piece, ended, together

_ITEM = re.compile(r"(\s*)([-–—•●▪◦*·]|\d{1,2}[.)]|[a-z][.)])\s+(?=\S)")
_WRAPPED_AT = 140  # characters; no one wraps wider
_RAGGED = 4  # characters by which lines are wrapped shorter than the longest one


def pieces_of(text: str, is_heading: Callable[[str], bool] = lambda line: False) -> list[Piece]:
    """The pieces of a text, whatever its line ends; a form feed begins a page.

    A line that follows another without a blank line goes on with it where that one had no room
    for its first word, or has not ended its sentence. ``is_heading`` knows lines that stand alone.
    """
    lines = [line.rstrip() for line in re.split(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text)]
    reading = _Reading(max((len(line) for line in lines), default=0), is_heading)
    for line in lines:
        reading.take(line)
    return reading.found


class _Reading:
    """What was read so far, and the line before."""

    def __init__(self, width: int, is_heading: Callable[[str], bool]) -> None:
        self.found: list[Piece] = []
        self._width = width if width <= _WRAPPED_AT else 0
        self._is_heading = is_heading
        self._before = ""  # the line before; nothing after a blank one
        self._indent = -1  # of the last item that stands highest in a list; -1 outside one

    def take(self, line: str) -> None:
        text = line.strip()
        if text:
            if self._goes_on(text):
                last = self.found[-1]
                self.found[-1] = last._replace(text=together(last.text, text))
            else:
                self.found.append(self._new(line, text))
        self._before = line

    def _goes_on(self, text: str) -> bool:
        if not self._before or self._heading_now():
            return bool(self._before) and self._full(text)
        if self._full(text):
            return not (self._begins_new(text) and ended(self.found[-1].text))
        return not self._begins_new(text) and not ended(self.found[-1].text)

    def _heading_now(self) -> bool:
        return self._is_heading(self.found[-1].text)

    def _full(self, text: str) -> bool:
        """Whether the line before had no room for the first word of this one."""
        first = text.split(maxsplit=1)[0]
        return len(self._before) + 1 + len(first) > self._width - _RAGGED > 0

    def _begins_new(self, text: str) -> bool:
        return bool(_ITEM.match(text)) or self._is_heading(text)

    def _new(self, line: str, text: str) -> Piece:
        item = _ITEM.match(line)
        if item is None or self._is_heading(text):
            if self.found and ended(self.found[-1].text):  # else a page may have broken an item
                self._indent = -1
            return Piece("text", " ".join(text.split()))
        indent = len(item[1].expandtabs(4))
        deeper = indent > self._indent >= 0
        self._indent = self._indent if deeper else indent
        return Piece("bullet", " ".join(line[item.end() :].split()), int(deeper), item[2])
