"""A page to read in which lines lead to other records."""

from collections.abc import Callable

from textual import events
from textual.geometry import Offset
from textual.strip import Strip

from storage.views.page_content import Page
from tui import pages
from tui.draw.paint import strip
from tui.draw.spans import Linked
from tui.widgets.line_pane import Draw, Head, LinePane
from tui.widgets.widget_messages import Chosen, Moved


class PageView(LinePane):
    """Down goes to the next line that leads somewhere, or scrolls where none is in sight."""

    def __init__(self, id: str, *, tone: str = "page", digit: str = "") -> None:
        super().__init__(id, tone=tone, digit=digit)
        self.at: int | None = None

    def show(self, draw: Draw, head: Head | None = None, *, keep: bool = False) -> None:
        if not keep:
            self.at = None
        super().show(draw, head, keep=keep)
        if self.at is not None and self.link is None:
            self.at = None

    @property
    def link(self) -> str | None:
        """The record that the highlighted line leads to."""
        return self._linked.link if self._linked is not None else None

    @property
    def field(self) -> str:
        """The field of which the highlighted line is; "" where that is none of this page."""
        return self._linked.field if self._linked is not None else ""

    @property
    def _linked(self) -> Linked | None:
        line = self.line(self.at) if self.at is not None else None
        return line if isinstance(line, Linked) else None

    @property
    def targets(self) -> list[tuple[int, str]]:
        """The lines in sight that lead somewhere: how far below the top of this pane, and where."""
        start = self.headed + self.air - self.top
        return [(start + n, link) for n, link in self._links]

    @property
    def _links(self) -> list[tuple[int, str]]:
        return [(n, line.link) for n, line in self.in_sight if isinstance(line, Linked)]

    def _in_sight(self, line: int) -> bool:
        return self.top <= line < self.top + self.room

    def move(self, by: int) -> None:
        step = 1 if by > 0 else -1
        for _ in range(abs(by)):
            self._step(step)
        self.post_message(Moved(self.id or "", self.link))

    def _step(self, step: int) -> None:
        start = self.at if self.at is not None and self._in_sight(self.at) else None
        if start is None:
            start = self.top - 1 if step > 0 else self.top + self.room
        nearest = [n for n, _ in self._links if (n - start) * step > 0]
        if nearest:
            self.at = min(nearest) if step > 0 else max(nearest)
            self.refresh()
        else:
            super().move(step)
            if self.at is not None and not self._in_sight(self.at):
                self.at = None

    def page(self, by: int) -> None:
        self.at = None
        super().move(by * max(self.room - 1, 1))

    def ends(self, *, last: bool) -> None:
        self.at = None
        super().ends(last=last)

    def forget(self) -> bool:
        """Highlight no line any more; whether one was."""
        was, self.at = self.at is not None, None
        self.refresh()
        return was

    def render_line(self, y: int) -> Strip:
        line = y - self.headed - self.air + self.top
        if self.at is None or (y < self.headed + self.air):
            return super().render_line(y)
        spans, width = self.line(line) or (), self.size.width
        if line != self.at:
            return self.lettered(strip(self.app, spans, width, self.tone), y)
        back, bar = ("sel", "accent") if self.has_focus else ("selblur", "line")
        return self.lettered(strip(self.app, spans, width, back, bar), y)

    def bar(self) -> str | None:
        return super().bar() if self.at is None else None

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor belongs: at the highlighted line, else at the heading."""
        below = self.headed + self.at - self.top if self.at is not None else 0
        return super().cursor_screen_offset + Offset(0, below)

    def on_click(self, event: events.Click) -> None:
        found = dict(self.targets).get(event.y)
        if found is not None:
            self.post_message(Chosen(self.id or "", found))


def drawn(
    page: Page, last_year: str, log: Callable[[], bool] = lambda: True, *, keys: bool = True
) -> tuple[Draw, Head]:
    """How it is drawn; ``log`` says whether its logbook stands in it, and not beside it, ``keys``
    is false where its keys do not work."""
    return (
        lambda width: pages.page_lines(page, width, last_year, log=log(), keys=keys),
        lambda width, more: pages.page_heading(page, width, more=more),
    )
