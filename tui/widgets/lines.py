"""A pane of lines to read: heading, lines, scrolled as a whole."""

from collections.abc import Callable, Mapping, Sequence

from textual import events
from textual.geometry import Offset, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.paint import lettered, strip
from tui.spans import Line, Span, quiet, row

HIGH = 30  # rows from which there is more air (look.md)
Draw = Callable[[int], Sequence[Line]]
Head = Callable[[int, bool], tuple[Line, Line]]


class Lines(Widget, can_focus=True):
    """Text in a pane. ``draw`` gives the lines for a width, ``head`` the heading.

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
        self._drawn: tuple[int, Sequence[Line]] | None = None

    def show(self, draw: Draw, head: Head | None = None, *, keep: bool = False) -> None:
        """Show other lines; from the top unless they are the same thing, refreshed."""
        self._draw = draw
        self._head = head
        self._drawn = None
        if not keep:
            self.top = 0
        self.refresh(layout=self.styles.auto_dimensions)

    @property
    def drawn(self) -> Sequence[Line]:
        """The lines for the width there is."""
        width = self.size.width
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, self._draw(width))
        return self._drawn[1]

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
        return self.top + self.room < len(self.drawn)

    @property
    def long(self) -> bool:
        """Whether there is more than fits."""
        return len(self.drawn) > self.room

    def move(self, by: int) -> None:
        """Scroll by lines."""
        self.top = max(min(self.top + by, len(self.drawn) - self.room), 0)
        self.refresh()

    def page(self, by: int) -> None:
        self.move(by * max(self.room - 1, 1))

    def ends(self, *, last: bool) -> None:
        self.move(len(self.drawn) if last else -len(self.drawn))

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        bar = self.bar()
        below = y - self.air
        if self.headed and below == 0:
            return strip(self.app, self._heading(width), width, self.tone, bar)
        line = below - self.headed + self.top
        drawn = self.drawn
        there = below >= 0 and 0 <= line < len(drawn)
        spans = drawn[line] if there else ()
        return self.lettered(strip(self.app, spans, width, self.tone, bar), y)

    def bar(self) -> str | None:
        """The role of the bar along the page."""
        return "accent" if self.has_focus else None

    def lettered(self, line: Strip, y: int) -> Strip:
        """A line with its jump label, where it has one."""
        return lettered(self.app, line, self.labels[y]) if y in self.labels else line

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
        return self.region.offset

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.move(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.move(-3)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its lines, where the style sheet says so."""
        return len(self._draw(width)) + self.headed
