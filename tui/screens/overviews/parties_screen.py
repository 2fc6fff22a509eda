"""Who does what for whom: pairs of parties, and the agreements of the one with the bar."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Container

from storage.views.agreement_list import Group
from storage.views.crosstabs import Leading, Pair
from tui.base.guard import guarded
from tui.draw.spans import clean, cut, ink, quiet
from tui.locale import number, say
from tui.rows.agreement_lines import Agreements
from tui.rows.row import SentenceRow
from tui.screens.overviews.commands import PAIRS
from tui.screens.overviews.rows import pair_key, pair_rows
from tui.screens.overviews.screen import Overview
from tui.screens.overviews.standing_screen import StandingScreen
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.row_list import RowList
from tui.widgets.widget_messages import Chosen, Moved
from tui.words.contents.overview_tables import other, parties_table


class PartiesScreen(Overview):
    """The agreements stand at the right, or below where that is too narrow."""

    TOPIC = "parties"
    PANES = ("pairs", "between")
    DOES = PAIRS

    def parts(self) -> ComposeResult:
        yield HeaderLine()
        with Container(classes="twice"):
            yield RowList("pairs", tone="sunken")
            yield RowList("between")

    def read(self) -> None:
        super().read()
        self.leading: Sequence[Leading] = self.store.overviews.parties()
        self.by_key: dict[str | None, Pair] = {
            pair_key(pair): pair for one in self.leading for pair in one.pairs
        }
        self.places = {key: n for n, key in enumerate(self.by_key, 1)}

    def show_all(self) -> None:
        super().show_all()
        rows = pair_rows(self.leading) or [SentenceRow(say("parties.nothing"))]
        self.query_one("#pairs", RowList).show(rows, even=True)
        self._show_between()

    def table(self) -> list[list[str]]:
        header, rows = parties_table(self.leading)
        return [header, *rows]

    @property
    def lit(self) -> str | None:
        """The key of the row with the bar, in the pane that one is in."""
        return self.focused.key if isinstance(self.focused, RowList) else None

    @guarded
    def on_moved(self, message: Moved) -> None:
        if message.list_id == "pairs":
            self.query_one("#between", RowList).forget()
            self._show_between()
        else:
            self._head_between()

    @guarded
    def on_chosen(self, message: Chosen) -> None:
        """A click on an agreement leads to it."""
        if message.list_id == "between":
            self.dismiss(message.key)

    def enter(self) -> None:
        """From a pair to its agreements, from one of those to where it stands."""
        if self.focused is not None and self.focused.id == "between":
            self.dismiss(self.lit)
        else:
            self.step_pane(1)

    def open_standing(self) -> None:
        """The standing roles, over this."""
        self.overview(StandingScreen(self.store, self.last_year))

    @property
    def _pair(self) -> Pair | None:
        return self.by_key.get(self.query_one("#pairs", RowList).key)

    def _show_between(self) -> None:
        pairs = self.query_one("#pairs", RowList)
        position = f"{number(self.places.get(pairs.key, 0))}/{number(len(self.places))}"
        pairs.head([ink(say("parties.title"), bold=True)], [quiet(position)])
        groups = []
        if self._pair is not None:
            rows = self.store.overviews.between(self._pair)
            groups.append(Group("number", None, None, "", rows))
        self.query_one("#between", RowList).show(Agreements(groups, ""), even=True)
        self._head_between()
        self.show_hints()

    def _head_between(self) -> None:
        pair, listed = self._pair, self.query_one("#between", RowList)
        if pair is None or not isinstance(listed.rows, Agreements):
            listed.head([])
            return
        lead = next((one.name for one in self.leading if one.lead == pair.lead), "")
        position = f"{number(listed.rows.position(listed.index))}/{number(listed.rows.total)}"
        room = max(listed.size.width - 5 - len(position), 1)
        title = f"{clean(lead) or say('heads.no_lead')}, {clean(other(pair))}"
        if cell_len(title) > room:
            title = cut(clean(other(pair)), room)
        listed.head([ink(title, bold=True)], [quiet(position)])

    def on_resize(self) -> None:
        self.call_after_refresh(self._head_between)

    def hints(self) -> Sequence[KeyHint]:
        moves = [KeyHint(say("key.up_down"), say("command.choose"))] if self.lit else []
        names = ("open_row", "standing", "back", "next_pane", "copy_table")
        return [*moves, *self.hint(*names)]
