"""A pane of lines to read: heading, lines, scrolled as a whole."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice

from textual.geometry import Offset, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.draw.paint import jump_line, strip
from tui.draw.spans import Line, Span, quiet, row
from tui.widgets.wheel_scroll import WheelScroll

HIGH = 30  # rows from which there is more air (look.md)
Draw = Callable[[int], Iterable[Line]]
Head = Callable[[int, bool], tuple[Line, Line]]


class Made:
    """Lines that are made when they are asked for: of a long page only those that show."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._made: list[Line] = []
        self._rest = iter(lines)

    def upto(self, count: int) -> Sequence[Line]:
        """The first ``count`` lines or a few more; all of them where there are not so many."""
        self._made += islice(self._rest, max(count - len(self._made), 0))
        return self._made

    def whole(self) -> Sequence[Line]:
        """All lines."""
        self._made += self._rest
        return self._made


class LinePane(WheelScroll, Widget, can_focus=True):
    """Text in a pane. ``draw`` gives the lines for a width, ``head`` the heading; no more lines
    are taken than show.

    An ``airy`` pane has a blank line above its heading where the screen is high enough.
    """

    def __init__(
        self,
        id: str | None = None,
        *,
        tone: str = "page",
        digit: str = "",
        focusable: bool = True,
        airy: bool = False,
    ) -> None:
        super().__init__(id=id)
        self.tone = tone
        self.digit = digit
        self.airy = airy
        self.can_focus = focusable
        self.top = 0
        self.labels: Mapping[int, str] = {}
        self._draw: Draw = lambda width: ()
        self._head: Head | None = None
        self._drawn: tuple[int, Made] | None = None

    def show(self, draw: Draw, head: Head | None = None, *, keep: bool = False) -> None:
        """Show other lines; from the top unless they are the same thing, refreshed."""
        self._draw = draw
        self._head = head
        self._drawn = None
        if not keep:
            self.top = 0
        self.refresh(layout=self.styles.auto_dimensions)

    @property
    def _lines(self) -> Made:
        """The lines for the width there is."""
        width = self.size.width
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, Made(self._draw(width)))
        return self._drawn[1]

    def line(self, n: int) -> Line | None:
        """A line, counted from 0; None where there are not so many."""
        lines = self._lines.upto(n + 1)
        return lines[n] if 0 <= n < len(lines) else None

    @property
    def in_sight(self) -> Sequence[tuple[int, Line]]:
        """The lines that show, each with its number."""
        below = self.top + self.room
        shown = self._lines.upto(below)[self.top : below]
        return [*enumerate(shown, self.top)]

    @property
    def headed(self) -> int:
        """The lines of the heading."""
        return int(self._head is not None)

    @property
    def air(self) -> int:
        return int(self.airy and self.app.size.height >= HIGH)

    @property
    def room(self) -> int:
        return max(self.size.height - self.headed - self.air, 1)

    @property
    def more(self) -> bool:
        """Whether the page goes on below what shows."""
        return self.line(self.top + self.room) is not None

    @property
    def long(self) -> bool:
        """Whether there is more than fits."""
        return self.line(self.room) is not None

    def move(self, by: int) -> None:
        """Scroll by lines."""
        top = max(self.top + by, 0)
        known = len(self._lines.upto(top + self.room))
        self.top = max(min(top, known - self.room), 0)
        self.refresh()

    def to_top(self, line: int) -> None:
        """Show this line first, if there are so many."""
        LinePane.move(self, line - self.top)

    def page(self, by: int) -> None:
        self.move(by * max(self.room - 1, 1))

    def ends(self, *, last: bool) -> None:
        self.top = max(len(self._lines.whole()) - self.room, 0) if last else 0
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        bar = self.bar()
        below = y - self.air
        if self.headed and below == 0:
            return strip(self.app, self._heading(width), width, self.tone, bar)
        spans = self.line(below - self.headed + self.top) if below >= 0 else None
        return self.lettered(strip(self.app, spans or (), width, self.tone, bar), y)

    def bar(self) -> str | None:
        """The role of the bar along the page."""
        return "accent" if self.has_focus else None

    def lettered(self, line: Strip, y: int) -> Strip:
        """A line with its jump label, where it has one."""
        return jump_line(self.app, line, self.labels[y]) if y in self.labels else line

    def _heading(self, width: int) -> Line:
        if self._head is None:
            return ()
        title, right = self._head(width, self.more)
        if not self.has_focus:
            return row(width, title, right, quiet(self.digit) if self.digit else None)
        lit = [title[0]._replace(role="accent"), *title[1:]] if title else title
        sign = Span(self.digit, "accent", back="sel" if self.app.no_color else None)
        return row(width, lit, right, sign if self.digit else None)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor belongs while this has the focus: at its heading."""
        return self.content_region.offset + Offset(0, self.air)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def wheel(self, by: int) -> None:
        self.move(by)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its lines, where the style sheet says so; no higher than the terminal."""
        return len(Made(self._draw(width)).upto(viewport.height)) + self.headed
