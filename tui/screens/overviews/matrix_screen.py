"""The matrix: regions against programmes, and under it what the cell with the bar says."""

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.app import ComposeResult

from storage.views.arrangement_counts import PlaceCount
from tui.base.guard import guarded
from tui.draw.progress_strip import progress_strip, strip_counts
from tui.draw.spans import Span, clean, cut, gap, ink, quiet, row, width_of
from tui.locale import say
from tui.pages.cell_page import cell_lines, single_lines
from tui.screens.overviews.commands import MATRIX
from tui.screens.overviews.parties_screen import PartiesScreen
from tui.screens.overviews.screen import ListWanted, Overview
from tui.screens.overviews.standing_screen import StandingScreen
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.line_pane import Draw, Head, LinePane
from tui.widgets.matrix_grid import MatrixGrid
from tui.widgets.widget_messages import Chosen, Moved
from tui.words.contents.overview_tables import matrix_header, matrix_rows

if TYPE_CHECKING:
    from storage.queries.overviews.region_matrix import Matrix

SHARE = 26  # per cent of the screen that the cell has at least
MOST = 40  # agreements of a cell that are read; Enter leads to all


class MatrixScreen(Overview):
    """Begins at the region and the programme that the list is narrowed to."""

    TOPIC = "matrix"
    PANES = ("matrix",)
    DOES = MATRIX

    def __init__(
        self, store: Store, last_year: str, region: str | None = None, programme: str | None = None
    ) -> None:
        super().__init__(store, last_year)
        first = next((one.tail for one in self.matrix.regions), None)
        self.start = (programme, region or first)
        self.without_empty = False

    def read(self) -> None:
        super().read()
        self.matrix: Matrix = self.store.overviews.matrix()

    def parts(self) -> ComposeResult:
        yield HeaderLine()
        yield MatrixGrid("matrix")
        yield LinePane("cell", focusable=False, airy=True)

    @property
    def grid(self) -> MatrixGrid:
        return self.query_one(MatrixGrid)

    def show_all(self) -> None:
        super().show_all()
        self._show(self.grid.at if self.grid.matrix is not None else self.start)

    def _show(self, at: tuple[str | None, str | None]) -> None:
        self.grid.show(self.matrix, self.programmes, at, say("matrix.all_empty"))
        self._fit()
        self._show_cell()

    def _fit(self) -> None:
        """The grid as high as it needs, and no higher than leaves the cell its share."""
        high = self.size.height - 2
        self.grid.styles.height = max(min(self.grid.needed, high - high * SHARE // 100), 1)

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    @property
    def programmes(self) -> Sequence[PlaceCount]:
        """Those of the rows."""
        matrix = self.matrix
        return [
            place
            for place in matrix.programmes
            if not self.without_empty or any(matrix.cell(place.tail, None))
        ]

    def toggle_empty(self) -> None:
        """Leave out the programmes of which nothing is said, or show them again."""
        self.without_empty = not self.without_empty
        self._show(self.grid.at)

    def toggle_far(self) -> None:
        """Show how far it is in the cells, or how many there are."""
        self.grid.turn_to(far=not self.grid.far)
        self._fit()

    def table(self) -> list[list[str]]:
        header = matrix_header([region.name for region in self.matrix.regions])
        return [header, *matrix_rows(self.matrix, self.programmes)]

    def open_parties(self) -> None:
        """Who does what for whom, over this."""
        self.overview(PartiesScreen(self.store, self.last_year))

    def open_standing(self) -> None:
        """The standing roles, over this."""
        self.overview(StandingScreen(self.store, self.last_year))

    # what the cell says

    @guarded
    def on_moved(self, message: Moved) -> None:
        self._show_cell()

    def on_chosen(self, message: Chosen) -> None:
        self.action_do("open_cell")

    def open_cell(self) -> None:
        """To the list of what is open there; of all that is there where nothing is open."""
        programme, region = self.grid.at
        still_open = self.matrix.cell(programme, region).open
        self.dismiss(ListWanted(region, programme, "open" if still_open else "all"))

    def _show_cell(self) -> None:
        if self.grid.programme is None:
            self.query_one(LinePane).show(lambda width: ())
        else:
            self.query_one(LinePane).show(*self._cell(self.grid.programme))
        self.show_hints()

    def _cell(self, place: PlaceCount) -> tuple[Draw, Head]:
        area = self.grid.area
        programme = clean(place.name) or say("pane.no_programme").capitalize()
        region = clean(area.name) if area else say("matrix.everywhere")
        found = self.matrix.agreements(*self.grid.at)
        first = list(islice(found, MOST))
        far = self.matrix.far(*self.grid.at)
        code = clean(first[0].code) if len(first) == 1 else ""

        def head(width: int, more: bool) -> tuple[list[Span], list[Span]]:
            end = [*([quiet(say("page.more")), gap(3)] if more else []), quiet(cut(code, 24))]
            title = cut(f"{programme}, {region}", max(width - 5 - width_of(end), 1))
            room = width - 5 - width_of(end) - cell_len(title) - 4
            counts = strip_counts(far)
            fits = counts and room >= 2 * len(counts)
            strip = [gap(4), *progress_strip(counts, room)] if fits else []
            return [ink(title, bold=True), *strip], end

        if not first:
            return lambda width: [row(width, [ink(say("matrix.nothing_here"))])], head
        if len(first) == 1:
            page = self.store.agreement_page(first[0].id)
            return lambda width: single_lines(page, width, self.last_year), head
        kinds = self.matrix.kinds(*self.grid.at)
        more = len(found) - len(first)
        return lambda width: list(cell_lines(kinds, first, more, width)), head

    def hints(self) -> Sequence[KeyHint]:
        moves = [KeyHint(say("key.arrows"), say("command.choose"))] if self.grid.programmes else []
        names = ("open_cell", "toggle_far", "who", "standing", "back", "toggle_empty", "copy_table")
        return [*moves, *self.hint(*names)]
