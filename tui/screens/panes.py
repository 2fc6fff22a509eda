"""The panes of the main screen: where they lie, how wide they are, which of them has the focus."""

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical

from tui.base.base_screen import BaseScreen
from tui.draw.rows.row import Sentence
from tui.draw.spans import ink
from tui.locale import say
from tui.user import state
from tui.widgets.header import Header
from tui.widgets.line_pane import Lines
from tui.widgets.page_view import Reading
from tui.widgets.row_list import Rows

PANES = {1: "regions", 2: "programmes", 3: "list", 0: "page", 4: "source", 5: "log"}
ORDER = (1, 2, 3, 0, 4, 5)
LISTS = (1, 2, 3)
ONE_PANE_BELOW = 60
BESIDE_FROM = 150
DESK = 40  # columns that the list has at least
HALF = 50  # per cent of the desk


class Panes(BaseScreen):
    """Regions, programmes and agreements; the page that is read; source and logbook beside it."""

    def __init__(self, habits: state.State) -> None:
        super().__init__()
        self.state = habits

    def parts(self) -> ComposeResult:
        yield Header()
        with Horizontal(id="body"):
            with Vertical(id="sidebar"):
                yield Rows("regions", tone="sunken", digit="1")
                yield Rows("programmes", tone="sunken", digit="2")
            with Vertical(id="desk"):
                yield Rows("list", digit="3")
                with Container(id="sheet"):
                    yield Reading("page", digit="0")
            with Vertical(id="aside"):
                yield Lines("source", tone="sunken", digit="4")
                yield Lines("log", tone="sunken", digit="5")

    def on_mount(self) -> None:
        self.pane_rows(1).head([ink(say("pane.regions"), bold=True)])
        self.pane_rows(2).head([ink(say("pane.programmes"), bold=True)])
        self.pane_rows(3).head([ink(say(f"view.{self.state.view}"), bold=True)])
        self.pane_rows(3).show([Sentence(say("pane.loading"))])
        self.go_pane(self.state.pane if self.state.pane in self.order else 0)

    def pane_rows(self, pane: int) -> Rows:
        return self.query_one(f"#{PANES[pane]}", Rows)

    @property
    def page_widget(self) -> Reading:
        return self.query_one("#page", Reading)

    # the focus

    @property
    def listing(self) -> int:
        """The list that one is in, or came from."""
        return self.state.pane if self.state.pane in LISTS else self.state.listing

    @property
    def order(self) -> tuple[int, ...]:
        """The panes that one can go to, in the order of Tab."""
        return ORDER if self.size.width >= BESIDE_FROM else ORDER[:4]

    def go_pane(self, pane: int) -> None:
        """Give a pane the focus."""
        self.state.pane = pane
        if pane in LISTS:
            self.state.listing = pane
            self.enlarge(large=False)
        self.light(pane)
        widget = self.query_one(f"#{PANES[pane]}")
        self.set_focus(widget)
        if self.focused is not widget:  # it shows only after the next layout
            self.call_after_refresh(widget.focus)

    def light(self, pane: int) -> None:
        """Give a pane the looks of the one that one is in: both classes are changed before the
        screen takes on its looks anew, which takes a while."""
        self.remove_class(*(f"pane-{one}" for one in ORDER if one != pane), update=False)
        self.add_class(f"pane-{pane}")

    def step_pane(self, by: int) -> None:
        """Go to the next pane, or the one before."""
        place = self.order.index(self.state.pane) + by if self.state.pane in self.order else 0
        self.go_pane(self.order[place % len(self.order)])

    # how much room each has

    @property
    def roomy(self) -> bool:
        """Whether panes stand side by side."""
        return self.size.width >= ONE_PANE_BELOW

    @property
    def large(self) -> bool:
        """Whether the page has the whole desk."""
        return self.has_class("large")

    def enlarge(self, *, large: bool) -> None:
        self.set_class(large, "large")
        self.fit()

    @property
    def filling(self) -> bool:
        """Whether a form stands in the place of the page."""
        return False

    def fit(self) -> None:
        """Give the panes the sizes that were chosen, where they stand side by side. The list
        keeps its room in a narrower terminal too; a form gets no less than at first."""
        roomy = self.roomy
        wide, share = self.state.sidebar, self.state.share
        wide = max(min(wide, self.size.width - DESK), 0)
        self.query_one("#sidebar").styles.width = wide or None if roomy else None
        split = roomy and share and not self.large
        height = max(100 - share, HALF if self.filling else 0)
        self.query_one("#sheet").styles.height = f"{height}%" if split else None

    def on_resize(self) -> None:
        self.fit()
        if self.state.pane not in self.order:
            self.go_pane(0)

    def widen(self, by: int) -> None:
        """Make the sidebar wider or narrower by so many columns."""
        low, high = state.SIDEBAR
        now = self.state.sidebar or self.query_one("#sidebar").size.width
        self.state.sidebar = max(low, min(now + by, high, self.size.width - DESK))
        self.fit()

    def heighten(self, by: int) -> None:
        """Give the list more or less of the desk, by so many per cent."""
        low, high = state.SHARE
        self.state.share = max(low, min((self.state.share or HALF) + by, high))
        self.fit()

    def even(self) -> None:
        """The sizes as they were at first."""
        self.state.sidebar = self.state.share = 0
        self.fit()
