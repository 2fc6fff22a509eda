"""A list that draws only what shows: 100,000 rows are as quick as 100."""

from collections.abc import Mapping, Sequence

from textual import events
from textual.geometry import Offset, Size
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from tui.draw.paint import jump_line, strip
from tui.draw.spans import Line, Span, row
from tui.rows.row import Aligned, Row
from tui.rows.row_stack import RowStack
from tui.widgets.wheel_scroll import WheelScroll
from tui.widgets.widget_messages import Chosen, HeadClicked, Moved


class RowList(WheelScroll, Widget, can_focus=True):
    """A pane: a heading line, and rows under it of which one is highlighted.

    The highlight is kept by key, so that a list that changes keeps it where it was. ``active``
    makes the list look focused while another widget takes the typing (search, palette).
    """

    active = var(False)

    def __init__(
        self, id: str, *, tone: str = "canvas", digit: str = "", headed: bool = True
    ) -> None:
        super().__init__(id=id)
        self.tone = tone
        self.digit = digit
        self.headed = headed
        self._stack = RowStack()
        self.index: int | None = None
        self.top = 0
        self.title: Line = ()
        self.right: Line = ()
        self.labels: Mapping[int, str] = {}
        self._had = 0  # room before it was resized

    # what it shows

    def show(self, rows: Sequence[Row], key: str | None = None, *, even: bool = False) -> None:
        """Show other rows. ``even`` says that each is one line high, which needs no measuring."""
        wanted = key if key is not None else self.key
        before = self.index
        self._stack = RowStack(rows, even=even)
        self.index = self._stack.find(wanted)
        if self.index is None:
            self.index = self._stack.nearest(min(before or 0, max(len(rows) - 1, 0)), 1)
        self.top = max(min(self.top, self.lines - self.room), 0)
        self._reveal()
        self.refresh(layout=self.styles.auto_dimensions)

    def forget(self) -> None:
        """Forget the highlight: what is shown next starts at its first row."""
        self.index = None
        self.top = 0

    def head(self, title: Line, right: Line = ()) -> None:
        """Set what the heading line says."""
        self.title = title
        self.right = right
        self.refresh()

    @property
    def rows(self) -> Sequence[Row]:
        return self._stack.rows

    @property
    def key(self) -> str | None:
        """The key of the highlighted row."""
        return self.rows[self.index].key if self.index is not None else None

    @property
    def lines(self) -> int:
        """How many lines all rows take."""
        return self._stack.lines

    @property
    def room(self) -> int:
        """How many lines there are for rows."""
        return max(self.size.height - self.headed, 1)

    @property
    def highlighted_lines(self) -> range:
        """The lines of the screen on which the highlighted row stands."""
        if self.index is None:
            return range(0)
        start = self.content_region.y + self.headed + self._stack.start(self.index) - self.top
        return range(start, start + self.rows[self.index].height)

    @property
    def targets(self) -> list[tuple[int, str]]:
        """The rows in sight that can be highlighted: how far below the top of this pane, and their
        keys."""
        seen = self._stack.in_sight(self.top, self.room)
        return [(line + self.headed, key) for line, key in seen]

    def to_top(self, line: int) -> None:
        """Show this line first, as near as keeps the highlight in sight."""
        self.top = max(min(line, self.lines - self.room), 0)
        self._reveal()
        self.refresh()

    # moving

    def move(self, by: int) -> None:
        """Move the highlight over ``by`` rows that can be highlighted."""
        if self.index is None:
            return
        step = 1 if by > 0 else -1
        for _ in range(abs(by)):
            found = self._stack.next(self.index + step, step)
            if found is None:
                break
            self.index = found
        self._moved()

    def page(self, by: int) -> None:
        """Move the highlight a page up or down."""
        if self.index is None:
            return
        aim = self._stack.start(self.index) + by * max(self.room - 1, 1)
        index = self._stack.at(max(min(aim, self.lines - 1), 0))
        self.index = self._stack.nearest(index, 1 if by > 0 else -1)
        self._moved()

    def ends(self, *, last: bool) -> None:
        """Move the highlight to the first or the last row."""
        start, step = (len(self.rows) - 1, -1) if last else (0, 1)
        self.index = self._stack.next(start, step)
        if not last:
            self.top = 0
        self._moved()

    def choose(self) -> None:
        """Choose the highlighted row."""
        if self.key is not None:
            self.post_message(Chosen(self.id or "", self.key))

    def select(self, key: str | None) -> bool:
        """Highlight the row with this key, without telling anyone."""
        found = self._stack.find(key)
        if found is None:
            return False
        self.index = found
        self._reveal()
        self.refresh()
        return True

    def _moved(self) -> None:
        self._reveal()
        self.refresh()
        self.post_message(Moved(self.id or "", self.key))

    def _reveal(self) -> None:
        if self.index is None or not self.size.height:
            return
        self.top = self._stack.revealed(self.index, self.top, self.room)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor belongs while this has the focus: at the highlighted row,
        at the nearest line that shows where that was scrolled away."""
        place = self.content_region
        wanted = self.highlighted_lines.start if self.index is not None else place.y
        return Offset(place.x, max(min(wanted, place.bottom - 1), place.y))

    # drawing

    @property
    def focused_look(self) -> bool:
        return self.has_focus or self.active

    def render_line(self, y: int) -> Strip:
        line = self._line(y)
        return jump_line(self.app, line, self.labels[y]) if y in self.labels else line

    def _line(self, y: int) -> Strip:
        width = self.size.width
        if y == 0 and self.headed:
            return strip(self.app, self._heading(width), width, self.tone)
        line = y - self.headed + self.top
        if not 0 <= line < self.lines:
            return strip(self.app, [], width, self.tone)
        index = self._stack.at(line)
        if isinstance(self.rows, Aligned):
            last = self._stack.at(min(self.top + self.room, self.lines) - 1)
            self.rows.align(self._stack.at(self.top), last + 1, width)
        n, chosen = line - self._stack.start(index), self.rows[index]
        drawn = chosen.draw(width)[n]
        if index != self.index:
            return strip(self.app, drawn, width, self.tone)
        back, bar = ("sel", "accent") if self.focused_look else ("selblur", "line")
        if n >= getattr(chosen, "lit", chosen.height):
            back = self.tone  # of a block only what it is called is lit
        return strip(self.app, drawn, width, back, bar)

    def _heading(self, width: int) -> Line:
        role = "accent" if self.focused_look else "quiet"
        back = "sel" if self.focused_look and self.app.no_color else None
        sign = Span(self.digit, role, back=back) if self.digit else None
        title = list(self.title)
        if title and self.focused_look:
            title[0] = title[0]._replace(role="accent")
        return row(width, title, self.right, sign)

    # what Textual tells

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its rows, where the style sheet says so."""
        return self.lines + self.headed

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_resize(self) -> None:
        """What grows shows more of what stands above, as a terminal does: it may have had no room
        for more than the highlight when its rows came."""
        self.top = max(self.top - max(self.room - self._had, 0), 0)
        self._had = self.room
        self._reveal()
        self.refresh()

    def watch_active(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        line = event.y - self.headed + self.top
        if event.y < self.headed:
            self.post_message(HeadClicked(self.id or "", event.x))
            return
        if line >= self.lines:
            return
        index = self._stack.at(line)
        if self.rows[index].key is None:
            return
        self.index = index
        self._moved()
        self.choose()

    def wheel(self, by: int) -> None:
        self.top = max(min(self.top + by, self.lines - self.room), 0)
        self.refresh()
