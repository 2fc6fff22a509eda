"""The values of a conflict, two of them side by side; of one about life the record whole."""

from itertools import chain

from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.draw.spans import ink, quiet, row
from tui.locale import say
from tui.pages import page_heading, page_lines
from tui.pages.conflict_lines import (
    ConflictView,
    claim_head,
    claim_head_short,
    claim_lines,
    claim_short,
    contest_lines,
)
from tui.screens.conflict.open_conflicts import LIVES, OpenConflicts
from tui.store import Store
from tui.widgets.line_pane import LinePane

SMALL = "small"  # the class of a screen in which they stand below one another
SIDE = 2  # how many values stand side by side


class ValuePanes(Horizontal):
    """Shows those around the value with the bar."""

    def __init__(self, store: Store, conflicts: OpenConflicts, last_year: str) -> None:
        super().__init__(id="values")
        self.panes = [LinePane(f"value-{n}", digit=str(n + 1), airy=True) for n in range(SIDE)]
        self._store = store
        self._conflicts = conflicts
        self._last_year = last_year

    def compose(self) -> ComposeResult:
        yield from self.panes

    @property
    def _first(self) -> int:
        """The first of the values that show."""
        found = self._conflicts
        return max(min(found.index, len(found.values) - SIDE), 0)

    def take_focus(self) -> None:
        """Focus the value with the bar."""
        self.panes[self._conflicts.index - self._first].focus()

    def show(self, seen: ConflictView) -> None:
        """Show the values of a conflict."""
        for place, pane in enumerate(self.panes, self._first):
            pane.display = place < len(self._conflicts.values)
            if not pane.display:
                continue
            pane.digit = str(place + 1)
            if self._conflicts.of_life:
                self._show_life(pane, place, seen.conflict.record)
            else:
                _show_claim(pane, place, seen)

    def _show_life(self, pane: LinePane, place: int, record: str) -> None:
        """The record whole, and beside it who deleted and who changed it."""
        head = [ink(say(f"conflict.{LIVES[place]}"), bold=True)]
        if LIVES[place] == "live":
            found = self._store.page(record)
            pane.show(
                lambda width: chain(
                    [row(width, *page_heading(found, width, more=False))],
                    page_lines(found, width, self._last_year, keys=False),
                ),
                lambda width, more: (head, [quiet(say("page.more"))] if more else ()),
            )
        else:
            contest = self._store.log.contest(record)
            pane.show(
                lambda width: contest_lines(contest, width),
                lambda width, more: (head, [quiet(say("page.more"))] if more else ()),
            )


def _show_claim(pane: LinePane, place: int, seen: ConflictView) -> None:
    claim = seen.conflict.claims[place]
    turn = seen.turn(claim)
    act = turn.act if turn else None

    def small() -> bool:
        return pane.screen.has_class(SMALL)

    pane.show(
        lambda width: (claim_short if small() else claim_lines)(seen, place, width),
        lambda width, _: (claim_head_short if small() else claim_head)(claim, act, width),
    )
