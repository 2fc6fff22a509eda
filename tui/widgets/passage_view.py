"""The document to read: its blocks one under another, drawn only where they show."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from textual import events
from textual.geometry import Offset
from textual.strip import Strip
from textual.widget import Widget

from tui.draw.paint import strip
from tui.draw.spans import Line, row
from tui.widgets.wheel_scroll import WheelScroll
from tui.widgets.widget_messages import Chosen, Moved

DrawBlock = Callable[[int, int], Sequence[Line]]
"""The lines of a block, by its number and the width."""


class _Shown(NamedTuple):
    """A line that shows, and the block that it is of."""

    spans: Line
    block: int


class PassageView(WheelScroll, Widget, can_focus=True):
    """Blocks of any height, of which one is highlighted; ``own`` ones have a bar beside them.

    ``at`` is the number of the highlighted block; the others lie around it.
    """

    WHEEL = 1

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.at = 0
        self.own: Collection[int] = ()
        self._count = 0
        self._first: Callable[[int], int] = lambda block: block
        self._draw: DrawBlock = lambda block, width: ()
        self._above = 0  # lines between the top and the highlighted block
        self._placed = False  # it is only once there is a size
        self._shown: tuple[tuple[int, ...], list[_Shown]] | None = None
        self._title: tuple[Line, Line] = ((), ())

    def show(
        self,
        count: int,
        draw: DrawBlock,
        at: int = 0,
        own: Collection[int] = (),
        first: Callable[[int], int] | None = None,
    ) -> None:
        """Show a document of so many blocks, with this one highlighted. ``first`` says at which
        block before one to begin where one goes there."""
        self._count, self._draw, self.own = count, draw, own
        self._first = first or (lambda block: block)
        self.at = max(min(at, count - 1), 0)
        self._placed = False
        self.forget_lines()

    def head(self, title: Line, right: Line) -> None:
        """Set what the heading line says."""
        self._title = title, right
        self.refresh()

    def forget_lines(self) -> None:
        """Draw anew: what stands in the blocks may be said otherwise now."""
        self._shown = None
        self.refresh()

    @property
    def room(self) -> int:
        return max(self.size.height - 1, 1)

    # moving

    def go(self, block: int) -> None:
        """Highlight a block."""
        self.at = max(min(block, self._count - 1), 0)
        self._begin()
        self._moved()

    def _begin(self) -> None:
        """Begin where the highlighted block belongs under, if there is room for all of that; else
        at a block that is not far above it."""
        room, first, near = self.room - len(self._lines(self.at)), self._first(self.at), 0
        above = 0
        for block in range(self.at - 1, -1, -1):
            if block < first or above > room:
                break
            above += len(self._lines(block))
            near = above if above <= self.room // 3 else near
        self._above = above if above <= room else near

    def move(self, by: int) -> None:
        """To the next block, or through one that is higher than there is room."""
        step = 1 if by > 0 else -1
        for _ in range(abs(by)):
            self._step(step)
        self._moved()

    def _step(self, step: int) -> None:
        height = len(self._lines(self.at))
        hidden = self._above + height - self.room if step > 0 else -self._above
        if hidden > 0 and height > self.room:
            self._above -= step * min(hidden, max(self.room - 2, 1))
        elif 0 <= self.at + step < self._count:
            self.at += step
            self._above += height if step > 0 else -len(self._lines(self.at))
            self._reveal(last=step < 0)

    def page(self, by: int) -> None:
        """So many blocks as fill the pane, at least one."""
        step = 1 if by > 0 else -1
        left = self.room
        while 0 <= self.at + step < self._count:
            left -= len(self._lines(self.at))
            if left < 0:
                break
            self.at += step
        else:
            left = 0
        if left == self.room - len(self._lines(self.at)):
            self._step(step)
        self._moved()

    def ends(self, *, last: bool) -> None:
        self.go(self._count - 1 if last else 0)

    def _moved(self) -> None:
        self._shown = None
        self.refresh()
        self.post_message(Moved(self.id or "", str(self.at)))

    def _reveal(self, *, last: bool = False) -> None:
        """Keep the highlighted block in sight, of a high one its first lines, or its last."""
        spare = self.room - len(self._lines(self.at))
        if spare < 0:
            self._above = spare if last else 0
        else:
            self._above = max(min(self._above, spare), 0)

    # drawing

    def _lines(self, block: int) -> Sequence[Line]:
        return self._draw(block, self.size.width) if block < self._count else ()

    def _layout(self) -> list[_Shown]:
        """The lines that show: the highlighted block, and what there is room for around it."""
        asked = (self.at, self._above, self._count, *self.size)
        if self._shown is not None and self._shown[0] == asked:
            return self._shown[1]
        lines = [_Shown(line, self.at) for line in self._lines(self.at)] if self._count else []
        above: list[_Shown] = []
        block = self.at - 1
        while len(above) < self._above and block >= 0:
            above = [*(_Shown(line, block) for line in self._lines(block)), *above]
            block -= 1
        start = len(above) - self._above  # short of lines where the document begins
        found = [*above, *lines][max(start, 0) :]
        block = self.at + 1
        while len(found) < self.room and block < self._count:
            found += [_Shown(line, block) for line in self._lines(block)]
            block += 1
        self._shown = asked, found
        return found

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y == 0:
            title, right = self._title
            lit = (
                [title[0]._replace(role="accent"), *title[1:]]
                if title and self.has_focus
                else title
            )
            return strip(self.app, row(width, lit, right), width, "page")
        lines = self._layout()
        if y > len(lines):
            return strip(self.app, (), width, "page")
        line = lines[y - 1]
        if line.block != self.at or not line.spans:
            bar = "accent" if line.block in self.own and line.spans else None
            return strip(self.app, line.spans, width, "page", bar)
        back, bar = ("sel", "accent") if self.has_focus else ("selblur", "line")
        return strip(self.app, line.spans, width, back, bar)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor belongs: at the highlighted block."""
        place = next((n for n, line in enumerate(self._layout()) if line.block == self.at), 0)
        return self.region.offset + Offset(0, place + 1)

    # what Textual tells

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_resize(self) -> None:
        if not self._placed:
            self._begin()
            self._placed = True
        self._reveal()
        self.forget_lines()

    def on_click(self, event: events.Click) -> None:
        lines = self._layout()
        if 0 < event.y <= len(lines):
            chosen = lines[event.y - 1].block
            if chosen != self.at:
                place = next(n for n, line in enumerate(lines) if line.block == chosen)
                self.at, self._above = chosen, place
                self._reveal()
                self._moved()
            else:
                self.post_message(Chosen(self.id or "", str(self.at)))

    def wheel(self, by: int) -> None:
        self.move(by)
