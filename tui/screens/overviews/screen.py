"""What the overviews share: over the file as it is, leading to agreements."""

from typing import ClassVar, NamedTuple

from storage.text import one_line
from storage.views.agreement_list import View
from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.locale import say
from tui.store import Store
from tui.widgets.header import HeaderLine


class ListWanted(NamedTuple):
    """A list to go to: of a region, of all where that is None, and a programme."""

    region: str | None
    programme: str
    view: View


Found = str | ListWanted | None
"""Where an overview leads: an agreement by its id, a list, or back."""


class Overview(BaseScreen):
    """One of the overviews; another may lie over it, and what that leads to goes on from here."""

    PANES: ClassVar[tuple[str, ...]] = ()
    """The ids of the panes that Tab goes through."""

    def __init__(self, store: Store, last_year: str) -> None:
        super().__init__()
        self.store = store
        self.last_year = last_year
        self.read()

    def read(self) -> None:
        """Read what is counted. Raises Refused where that cannot be done."""
        self.totals = self.store.totals()
        self.late = self.store.lists.late()

    @guarded
    def on_mount(self) -> None:
        self.show_all()
        self.query_one(f"#{self.PANES[0]}").focus()
        self.show_hints()

    @guarded
    def refreshed(self) -> None:
        """Someone else wrote in the file: the numbers are others now."""
        self.read()
        self.show_all()

    def show_all(self) -> None:
        """Show what was read."""
        header = self.query_one(HeaderLine)
        header.show(self.totals)
        header.mind(late=self.late)

    def table(self) -> list[list[str]]:
        """All that is listed, with its headings, as texts."""
        raise NotImplementedError

    def copy_table(self) -> None:
        """With tabs between the cells: what a spreadsheet and a text take as a table."""
        rows = ("\t".join(map(one_line, row)) for row in self.table())
        self.app.copy_to_clipboard("".join(f"{row}\n" for row in rows))
        self.toast(say("toast.copied_table"))

    def overview(self, other: "Overview") -> None:
        """Put another overview over this one."""
        self.app.push_screen(other, self._go_on)

    def _go_on(self, found: Found) -> None:
        if found is not None:
            self.dismiss(found)

    def step_pane(self, by: int) -> None:
        """Go to the next pane, or the one before."""
        at = self.focused.id if self.focused is not None else None
        place = self.PANES.index(at) + by if at in self.PANES else 0
        self.query_one(f"#{self.PANES[place % len(self.PANES)]}").focus()

    def back(self) -> None:
        """To the first pane, and from there to where one came from."""
        if self.focused is not None and self.focused.id in self.PANES[1:]:
            self.step_pane(-1)
        else:
            self.dismiss(None)
