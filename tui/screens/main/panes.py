"""The panes of the main screen: where they lie, how wide they are, which of them has the focus."""

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical

from tui.user.state import PLACE_TYPES, SHARE, SIDEBAR, ScreenState
from tui.widgets.line_pane import LinePane
from tui.widgets.page_view import PageView
from tui.widgets.row_list import RowList

PANES = {1: "regions", 2: "programmes", 3: "list", 0: "page", 4: "source", 5: "log"}
ORDER = (1, 2, 3, 0, 4, 5)
LISTS = (1, 2, 3)
ONE_PANE_BELOW = 73
BESIDE_FROM = 150
DESK = 40  # columns that the list has at least
WIDE_FROM, WIDE_DESK = 110, 90  # from which the sidebar grows, as long as the list keeps so many
SIDE, SIDE_MOST, ASIDE = 30, 44, 46
HALF = 50  # per cent of the desk


class Panes(Horizontal):
    """Regions, programmes and agreements; the page that is read; source and logbook beside it."""

    def __init__(self, state: ScreenState) -> None:
        super().__init__(id="body")
        self.state = state
        self.lists = {
            1: RowList("regions", tone="sunken", digit="1"),
            2: RowList("programmes", tone="sunken", digit="2"),
            3: RowList("list", digit="3"),
        }
        self.page = PageView("page", digit="0")
        self.source = LinePane("source", tone="sunken", digit="4")
        self.logbook = LinePane("log", tone="sunken", digit="5")
        self._longest = 0
        self.sheet = Container(id="sheet")
        self._sidebar = Vertical(id="sidebar")
        self._beside = {0: self.page, 4: self.source, 5: self.logbook}

    def compose(self) -> ComposeResult:
        with self._sidebar:
            yield self.lists[1]
            yield self.lists[2]
        with Vertical(id="desk"):
            yield self.lists[3]
            with self.sheet:
                yield self.page
        with Vertical(id="aside"):
            yield self.source
            yield self.logbook

    # the focus

    @property
    def listing(self) -> int:
        """The list that one is in, or came from."""
        return self.state.pane if self.state.pane in LISTS else self.state.listing

    @property
    def order(self) -> tuple[int, ...]:
        """The panes that one can go to, in the order of Tab."""
        return ORDER if self.beside else ORDER[:4]

    def shows(self, pane: int) -> bool:
        """Whether there is room for a pane."""
        return pane in self.order

    @property
    def is_worked_in(self) -> bool:
        """Whether the pane that one is in is more than a list of places, to walk through."""
        return self.state.pane not in PLACE_TYPES

    def after(self, by: int) -> int:
        """The next pane, or the one before."""
        place = self.order.index(self.state.pane) + by if self.state.pane in self.order else 0
        return self.order[place % len(self.order)]

    @property
    def in_sight(self) -> list[RowList | PageView]:
        """The lists and the page, as far as they show."""
        panes: list[RowList | PageView] = [*self.lists.values(), self.page]
        return [pane for pane in panes if pane.display and pane.region]

    @property
    def scrolled(self) -> list[RowList | LinePane]:
        """All that can be scrolled."""
        return [*self.lists.values(), self.page, self.source, self.logbook]

    def go(self, pane: int, *, form: bool | None = None) -> None:
        """Give a pane the focus; ``form`` as in ``light``."""
        self.state.pane = pane
        if pane in LISTS:
            self.state.listing = pane
            self.enlarge(large=False)
        self.light(pane, form=form)
        widget = self.lists[pane] if pane in LISTS else self._beside[pane]
        self.screen.set_focus(widget)
        if self.screen.focused is not widget:  # it shows only after the next layout
            self.call_after_refresh(widget.focus)

    def light(self, pane: int, *, form: bool | None = None) -> None:
        """Give a pane the looks of the one that one is in. A ``form`` in its place gets all from
        the lists on, and where the screen is narrow those too; without that word it stays or
        stays away. All classes are changed before the screen takes on its looks anew, which takes
        a while."""
        before = self.classes
        self.remove_class(*(f"pane-{one}" for one in ORDER if one != pane), update=False)
        self.add_class(f"pane-{pane}", update=False)
        if form is not None:
            self.set_class(form, "forming", update=False)
        if self.classes != before:
            self.update_node_styles()
        self.fit()

    # how much room each has

    @property
    def roomy(self) -> bool:
        """Whether panes stand side by side."""
        return self.app.size.width >= ONE_PANE_BELOW

    @property
    def beside(self) -> bool:
        """Whether source and logbook stand beside the page."""
        return self.app.size.width >= BESIDE_FROM

    @property
    def large(self) -> bool:
        """Whether the page has the whole desk."""
        return self.has_class("large")

    def enlarge(self, *, large: bool) -> None:
        """Give the page the whole desk, or only its share."""
        self.set_class(large, "large")
        self.fit()

    def note_lines(self) -> None:
        """Note in the state how large the page is, and the first lines that show."""
        self.state.large = int(self.large)
        self.state.list_top, self.state.page_top = self.lists[3].top, self.page.top

    def to_lines(self, list_top: int, page_top: int) -> None:
        """Show these lines first, as far as the bar stays in sight."""
        self.lists[3].to_top(list_top)
        self.page.to_top(page_top)

    def fit(self) -> None:
        """Give the panes the sizes that were chosen, where they stand side by side. The list
        keeps its room in a narrower terminal too; a form gets no less than at first."""
        wide, share = self.state.sidebar or self._asked, self.state.share
        wide = max(min(wide, self.app.size.width - DESK), 0)
        self._sidebar.styles.width = wide or None if self.roomy else None
        split = self.roomy and share and not (self.large or self.has_class("forming"))
        self.sheet.styles.height = f"{100 - share}%" if split else None

    def ask_for(self, longest: int) -> None:
        """Let the sidebar be as wide as its longest row, where there is room for that."""
        self._longest = longest
        self.fit()

    @property
    def _asked(self) -> int:
        """The columns of the sidebar; 0 where the style sheet says how many."""
        width = self.app.size.width
        if width < WIDE_FROM:
            return 0
        room = width - WIDE_DESK - (ASIDE if self.beside else 0)
        rule = int(self.app.has_class("-flat"))  # between it and the list
        return max(min(self._longest, SIDE_MOST, room), SIDE) + rule

    def on_resize(self) -> None:
        self.fit()
        if self.state.pane not in self.order:
            self.go(0)

    def widen(self, by: int) -> None:
        """Make the sidebar wider or narrower by so many columns."""
        low, high = SIDEBAR
        now = self.state.sidebar or self._sidebar.size.width
        self.state.sidebar = max(low, min(now + by, high, self.app.size.width - DESK))
        self.fit()

    def heighten(self, by: int) -> None:
        """Give the list more or less of the desk, by so many per cent."""
        low, high = SHARE
        self.state.share = max(low, min((self.state.share or HALF) + by, high))
        self.fit()

    def even(self) -> None:
        """The sizes as they were at first."""
        self.state.sidebar = self.state.share = 0
        self.fit()
