"""How a matrix is drawn at a width: its columns, its rows and what its signs say."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from storage.views.arrangement_counts import PlaceCount
from tui.draw.spans import Line, clean
from tui.widgets.matrix_cells import Cells
from tui.widgets.matrix_columns import Columns, columns_for
from tui.widgets.matrix_lines import Shown, legend_lines, programme_line

if TYPE_CHECKING:
    from storage.queries.overviews.region_matrix import Matrix


class MatrixDrawing:
    """A matrix with these programmes as rows; with ``far`` cells say how far it is, and not how
    many there are. ``bare`` says that there is no colour."""

    def __init__(
        self, matrix: "Matrix", programmes: Sequence[PlaceCount], *, far: bool, bare: bool
    ) -> None:
        self.matrix = matrix
        self.programmes = programmes
        self._far = far
        self._bare = bare
        self._cells = Cells(matrix, far=far, bare=bare)
        self._longest = max((cell_len(clean(one.name)) for one in programmes), default=0)
        self._highest = max((one.count for one in programmes), default=0)
        self._columns: tuple[int, Columns] | None = None

    def columns(self, width: int) -> Columns:
        """The columns for a width, made once for each."""
        if self._columns is None or self._columns[0] != width:
            found = columns_for(self.matrix.regions, self._highest, self._longest, width)
            self._columns = (width, found)
        return self._columns[1]

    def fit(self, rows: slice, columns: Columns, shown: Shown) -> None:
        """One scale for all strips of the rows and columns that show."""
        if self._far:
            tails = self._cells.regions
            programmes = [one.tail for one in self.programmes[rows]]
            self._cells.fit(programmes, [(tails[n], columns.widths[n]) for n, _ in shown])

    def row(self, n: int, columns: Columns, shown: Shown, lit: int | None) -> Line:
        """A programme by its number; ``lit`` is the column of the bar, where that stands in it."""
        return [*programme_line(self._cells, self.programmes[n], columns, shown, lit)]

    def legend(self, width: int) -> list[Line]:
        """What the signs say."""
        scale = self._cells.scale if self._far else 1
        return legend_lines(width, self.matrix.highest, scale, far=self._far, bare=self._bare)
