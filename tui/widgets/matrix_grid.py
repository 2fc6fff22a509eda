"""The matrix as it is drawn: only the cells that show are counted, however many there are.

Headings and first column stay where they are; the rest moves along them, both ways.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Offset
from textual.strip import Strip
from textual.widget import Widget

from storage.views.arrangement_counts import PlaceCount
from storage.views.crosstabs import Region
from tui.draw.paint import strip
from tui.draw.spans import Line, ink, row
from tui.locale import number, say
from tui.widgets.line_pane import HIGH
from tui.widgets.matrix_columns import Columns, columns_for
from tui.widgets.matrix_drawing import MatrixDrawing
from tui.widgets.matrix_lines import head_line, title_line, total_line
from tui.widgets.wheel_scroll import WheelScroll
from tui.widgets.widget_messages import Chosen, Moved

if TYPE_CHECKING:
    from storage.queries.overviews.region_matrix import Matrix

LOW = 16  # rows of the terminal below which there are only rows
TOTALS_FROM = 20


class MatrixGrid(WheelScroll, Widget, can_focus=True):
    """Programmes below one another, regions side by side, then the total."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.matrix: Matrix | None = None
        self.programmes: Sequence[PlaceCount] = ()
        self.empty = ""
        self.index = self.column = self.top = self.left = 0
        self.far = False
        """Whether cells say how far it is, and not how many there are."""
        self._drawing: MatrixDrawing | None = None

    # what it shows

    def show(
        self,
        matrix: "Matrix",
        programmes: Sequence[PlaceCount],
        at: tuple[str | None, str | None],
        empty: str,
    ) -> None:
        """Show these programmes, with the bar at one of them and a region where they are there;
        ``empty`` is said where there are none."""
        self.matrix, self.programmes, self.empty = matrix, programmes, empty
        self._draw_anew()
        rows = [place.tail for place in programmes]
        regions = [*(region.tail for region in matrix.regions), None]
        last = max(len(rows) - 1, 0)
        self.index = rows.index(at[0]) if at[0] in rows else min(self.index, last)
        self.column = regions.index(at[1]) if at[1] in regions else 0
        self._reveal()
        self.refresh()

    @property
    def programme(self) -> PlaceCount | None:
        """The programme that has the bar; None where there are no rows."""
        return self.programmes[self.index] if self.programmes else None

    @property
    def area(self) -> Region | None:
        """The region that has the bar; None in the column of the total."""
        regions = self.matrix.regions if self.matrix else ()
        return regions[self.column] if self.column < len(regions) else None

    @property
    def at(self) -> tuple[str, str | None]:
        """The tails of both, to show the same cell again."""
        return self.programme.tail if self.programme else "", self.area.tail if self.area else None

    # moving

    def move(self, by: int) -> None:
        """Move the bar over so many rows."""
        self._go(self.index + by, self.column)

    def page(self, by: int) -> None:
        self.move(by * max(self.room - 1, 1))

    def ends(self, *, last: bool) -> None:
        self._go(len(self.programmes) - 1 if last else 0, self.column)

    def sideways(self, by: int) -> None:
        """Move the bar over so many columns."""
        self._go(self.index, self.column + by)

    def turn(self, by: int) -> None:
        """Move the bar over as many columns as show."""
        self.sideways(by * max(len(self._shown()) - 1, 1))

    def _go(self, index: int, column: int) -> None:
        count = len(self.matrix.regions) if self.matrix else 0
        self.index = max(min(index, len(self.programmes) - 1), 0)
        self.column = max(min(column, count), 0)
        self._reveal()
        self.refresh()
        self.post_message(Moved(self.id or "", self.at[0]))

    def _reveal(self) -> None:
        """Scroll no further than needed; not before it is known how much shows."""
        if not self.size:
            return
        self.top = max(min(self.top, self.index, len(self.programmes) - self.room),
                       self.index - self.room + 1, 0)  # fmt: skip
        self.left = self._layout.reach(self.left, self.column, self.size.width)

    # where everything stands

    @property
    def _layout(self) -> Columns:
        width = self.size.width
        return self._drawing.columns(width) if self._drawing else columns_for((), 0, 0, width)

    def _shown(self) -> list[tuple[int, int]]:
        return self._layout.shown(self.left, self.size.width)

    @property
    def _air(self) -> int:
        """A blank line between the parts, where there is room for it."""
        return int(self.app.size.height >= HIGH)

    @property
    def _first(self) -> int:
        """The line of the first row: under title and headings."""
        return 1 + self._layout.high + 3 * self._air

    @property
    def room(self) -> int:
        """How many lines there are for rows."""
        return max(self.size.height - self._around, 1)

    @property
    def _around(self) -> int:
        """The lines above and below the rows."""
        return self._first + self._totals + self._air + len(self._legend())

    @property
    def _totals(self) -> int:
        """The lines of the totals, where rows leave room for them."""
        return self._air + 1 if self.app.size.height >= TOTALS_FROM and self.programmes else 0

    @property
    def needed(self) -> int:
        """The lines in which everything shows."""
        return len(self.programmes) + self._around

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor belongs: at the bar, or where that would be."""
        place = self.region
        x = dict(self._shown()).get(self.column, 0) if self.programmes else 0
        y = self._first + self.index - self.top
        return Offset(place.x + x, max(min(place.y + y, place.bottom - 1), place.y))

    # drawing

    def render_line(self, y: int) -> Strip:
        width, back = self.size.width, "canvas"
        line: Line = ()
        below, rows = y - self._first, min(self.room, max(len(self.programmes), 1))
        n = self.top + below
        if below < 0:
            line = self._above(y)
        elif below < rows and n < len(self.programmes):
            line, back = self._row(n), "selblur" if n == self.index else back
        elif not below and not self.programmes:
            line = row(width, [ink(self.empty)])
        elif below >= rows and self._totals and below - rows == self._air and self.matrix:
            line = total_line(self.matrix, self._layout, self._shown())
        elif below >= rows:
            told, n = self._legend(), below - rows - self._totals - self._air
            line = row(width, told[n]) if 0 <= n < len(told) else ()
        return strip(self.app, line, width, back)

    def _above(self, y: int) -> Line:
        """The title, and the headings of the columns."""
        air = self._air
        if y == air:
            return title_line(self.size.width, self._position(), far=self.far)
        layout = self._layout
        n = y - 1 - 2 * air
        if not 0 <= n < layout.high or not self.programmes:
            return ()
        return head_line(layout, self._shown(), n, self.column)

    def _position(self) -> str:
        """Which row and column of how many."""
        count = len(self.matrix.regions) if self.matrix else 0
        rows = f"{number(min(self.index + 1, len(self.programmes)))}/{number(len(self.programmes))}"
        column = f"{number(self.column + 1)}/{number(count)}" if self.area else say("matrix.total")
        return f"{rows}   {column}"

    def _row(self, n: int) -> Line:
        assert self._drawing is not None
        layout, shown = self._layout, self._shown()
        self._drawing.fit(slice(self.top, self.top + self.room), layout, shown)
        return self._drawing.row(n, layout, shown, self.column if n == self.index else None)

    def turn_to(self, *, far: bool) -> None:
        """Show how far it is, or how many there are."""
        self.far = far
        self._draw_anew()
        self.refresh()

    def _draw_anew(self) -> None:
        if self.matrix is not None:
            self._drawing = MatrixDrawing(
                self.matrix, self.programmes, far=self.far, bare=self.app.no_color
            )

    def _legend(self) -> list[Line]:
        """What the signs say; nothing where rows need the room."""
        if self.app.size.height < LOW or self._drawing is None:
            return []
        return self._drawing.legend(self.size.width)

    # what Textual tells

    def on_resize(self) -> None:
        self._reveal()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """To the cell that was clicked; once there, into it."""
        n = event.y - self._first
        if not 0 <= n < self.room or self.top + n >= len(self.programmes):
            return
        column = max((one for one, x in self._shown() if x <= event.x), default=self.column)
        there = (self.top + n, column) == (self.index, self.column)
        self._go(self.top + n, column)
        if there:
            self.post_message(Chosen(self.id or "", self.at[0]))

    def wheel(self, by: int) -> None:
        self.top = max(min(self.top + by, len(self.programmes) - self.room), 0)
        self.refresh()
