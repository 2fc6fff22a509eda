"""Who does what for whom: pairs of parties, and the agreements of the one with the bar."""

from collections.abc import Sequence
from functools import cache

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
from tui.screens.overviews.rows import apart, named_key, named_only, pair_key, pair_rows
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
        self.by_key: dict[str | None, list[Pair]] = {}
        for one in self.leading:
            self.by_key |= {pair_key(pair): [pair] for pair in apart(one)}
            if named := named_only(one):
                self.by_key[named_key(one.lead)] = named
        self.places = {key: n for n, key in enumerate(self.by_key, 1)}

    def show_all(self) -> None:
        super().show_all()
        seen = self.store.overviews
        rows = pair_rows(self.leading, cache(seen.far), seen.received) or [
            SentenceRow(say("parties.nothing"))
        ]
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
    def _pairs(self) -> list[Pair]:
        """Those of the row with the bar."""
        return self.by_key.get(self.query_one("#pairs", RowList).key, [])

    def _show_between(self) -> None:
        pairs = self.query_one("#pairs", RowList)
        position = f"{number(self.places.get(pairs.key, 0))}/{number(len(self.places))}"
        pairs.head([ink(say("parties.title"), bold=True)], [quiet(position)])
        between = self.store.overviews.between
        alone = len(self._pairs) == 1
        groups = [
            Group("number" if alone else "lead", pair.other, None, other(pair), between(pair))
            for pair in self._pairs
        ]
        self.query_one("#between", RowList).show(Agreements(groups, ""), even=True)
        self._head_between()
        self.show_hints()

    def _head_between(self) -> None:
        pairs, listed = self._pairs, self.query_one("#between", RowList)
        if not pairs or not isinstance(listed.rows, Agreements):
            listed.head([])
            return
        lead = next((one.name for one in self.leading if one.lead == pairs[0].lead), "")
        whom = clean(other(pairs[0])) if len(pairs) == 1 else say("parties.named").rstrip(":")
        position = f"{number(listed.rows.position(listed.index))}/{number(listed.rows.total)}"
        room = max(listed.size.width - 5 - len(position), 1)
        title = f"{clean(lead) or say('heads.no_lead')}, {whom}"
        if cell_len(title) > room:
            title = cut(whom, room)
        listed.head([ink(title, bold=True)], [quiet(position)])

    def on_resize(self) -> None:
        self.call_after_refresh(self._head_between)

    def hints(self) -> Sequence[KeyHint]:
        moves = [KeyHint(say("key.up_down"), say("command.choose"))] if self.lit else []
        names = ("open_row", "standing", "back", "next_pane", "copy_table")
        return [*moves, *self.hint(*names)]
