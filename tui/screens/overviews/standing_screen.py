"""Standing roles, apart from what is done once: who has them, and the page of the one with the
bar."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container

from storage.views.agreement_list import Group
from tui.base.guard import guarded
from tui.draw.spans import clean, gap, ink, quiet
from tui.locale import number, say
from tui.rows.agreement_lines import Agreements
from tui.screens.overviews.commands import ROLES
from tui.screens.overviews.screen import Overview
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.line_pane import LinePane
from tui.widgets.page_view import drawn
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Chosen, Moved
from tui.words.contents.overview_tables import standing_table


class StandingScreen(Overview):
    """Each role stands under each of its trekkers."""

    TOPIC = "standing"
    PANES = ("roles",)
    DOES = ROLES

    def __init__(
        self, store: Store, last_year: str, region: str | None = None, name: str = ""
    ) -> None:
        """``region`` is the tail of the one that the list is narrowed to, ``name`` what it is
        called."""
        self.of_region, self.region_name = region, name
        super().__init__(store, last_year)

    def parts(self) -> ComposeResult:
        yield HeaderLine()
        with Container(classes="twice"):
            yield RowList("roles", tone="sunken")
            yield LinePane("role", focusable=False)

    def read(self) -> None:
        super().read()
        self.groups: Sequence[Group] = self.store.overviews.standing(self.of_region)

    def show_all(self) -> None:
        super().show_all()
        rows = Agreements(self.groups, say("standing.nothing"))
        self.query_one(RowList).show(rows, even=True)
        self._show_role()

    def table(self) -> list[list[str]]:
        header, rows = standing_table(self.groups)
        return [header, *rows]

    @property
    def lit(self) -> str | None:
        """The id of the role with the bar."""
        return self.query_one(RowList).key

    def enter(self) -> None:
        """To where it stands."""
        self.dismiss(self.lit)

    @guarded
    def on_moved(self, message: Moved) -> None:
        self._show_role()

    @guarded
    def on_chosen(self, message: Chosen) -> None:
        self._show_role()

    def _show_role(self) -> None:
        rows, page = self.query_one(RowList), self.query_one(LinePane)
        listed = rows.rows
        assert isinstance(listed, Agreements)
        position = f"{number(listed.position(rows.index))}/{number(listed.total)}"
        title = [ink(say("standing.title"), bold=True)]
        of = [gap(2), ink(clean(self.region_name))] if self.region_name else []
        rows.head([*title, *of], [quiet(position)])
        if self.lit is None:
            page.show(lambda width: ())
        else:
            page.show(*drawn(self.store.page(self.lit), self.last_year, keys=False))
        self.show_hints()

    def hints(self) -> Sequence[KeyHint]:
        moves = [KeyHint(say("key.up_down"), say("command.choose"))] if self.lit else []
        return [*moves, *self.hint("open_row", "copy_table", "back")]
