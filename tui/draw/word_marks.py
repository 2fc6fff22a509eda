"""Words that stand out wherever they stand in what is drawn."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from tui.draw.spans import Line, Linked, Span

Draw = Callable[[int], Iterable[Line]]


class WordMarks:
    """Marks these words, whole ones, in any capitals."""

    def __init__(self, words: Collection[str] = ()) -> None:
        some = sorted({word for word in words if word.strip()}, key=len, reverse=True)
        found = "|".join(map(re.escape, some))
        self._found = re.compile(rf"(?<!\w)({found})(?!\w)", re.IGNORECASE) if found else None

    def draw(self, draw: Draw) -> Draw:
        """The same lines with the words marked."""
        return lambda width: map(self.line, draw(width))

    def line(self, line: Line) -> Line:
        """A line with the words marked; where it leads it still leads."""
        if self._found is None:
            return line
        spans = [piece for span in line for piece in self._pieces(self._found, span)]
        return Linked(spans, line.link, line.field) if isinstance(line, Linked) else spans

    @staticmethod
    def _pieces(words: re.Pattern[str], span: Span) -> Iterator[Span]:
        if span.back is not None or type(span) is not Span:
            yield span
            return
        for n, text in enumerate(words.split(span.text)):
            if text:
                yield Span(text, "onmark", True, "mark") if n % 2 else span._replace(text=text)
