"""Three panes that narrow each other, and the agreement under them."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical

from storage.errors import Refused
from storage.views import Filter, Page, Place, Totals
from tui import pages, signs, state
from tui.guard import guarded
from tui.locale import number, say
from tui.messages import Chosen, Moved
from tui.rows import Row, Sentence
from tui.rows.agreements import Agreements, short_code
from tui.rows.places import place_rows, tail_of_key
from tui.screens.base import Base
from tui.screens.main_lines import beside, log_beside
from tui.spans import Line, Span, clean, gap, ink, quiet
from tui.store import Store
from tui.widgets.header import Header
from tui.widgets.lines import Lines
from tui.widgets.rows import Rows

PANES = {1: "regions", 2: "programmes", 3: "list", 0: "page"}
ORDER = (1, 2, 3, 0)


class Panes(Base):
    """Regions, programmes, agreements, and page 0: what shows in them, and moving about."""

    def __init__(self, habits: state.State, seen: Callable[[], None]) -> None:
        super().__init__()
        self.state = habits
        self.seen = seen
        self.opened: Store | None = None
        self.totals: Totals | None = None
        self.page: Page | None = None
        self.programme_names: dict[str, str] = {}
        self.region_names: dict[str, str] = {}

    def parts(self) -> ComposeResult:
        yield Header()
        with Horizontal(id="body"):
            with Vertical(id="sidebar"):
                yield Rows("regions", tone="sunken", digit="1")
                yield Rows("programmes", tone="sunken", digit="2")
            with Vertical(id="desk"):
                yield Rows("list", digit="3")
                with Container(id="sheet"):
                    yield Lines("page", digit="0")
            with Vertical(id="aside"):
                yield Lines("source", tone="sunken", focusable=False)
                yield Lines("log", tone="sunken", focusable=False)

    def on_mount(self) -> None:
        self.pane_rows(1).head([ink(say("pane.regions"), bold=True)])
        self.pane_rows(2).head([ink(say("pane.programmes"), bold=True)])
        self.pane_rows(3).head([ink(say(f"view.{self.state.view}"), bold=True)])
        self.pane_rows(3).show([Sentence(say("pane.loading"))])
        self.go_pane(self.state.pane)

    # the file

    @property
    def ready(self) -> bool:
        return self.opened is not None

    @property
    def store(self) -> Store:
        """The open file; commands that need it say first that it is there."""
        if self.opened is None:
            raise Refused("loading")
        return self.opened

    @property
    def shown(self) -> Page:
        """The agreement on page 0; commands that need it say first that it is there."""
        if self.page is None:
            raise Refused("no_agreement")
        return self.page

    @property
    def short(self) -> str:
        return clean(short_code(self.shown.row.code))

    @property
    def last_year(self) -> str:
        return self.totals.last_year if self.totals else ""

    @guarded
    def open(self, store: Store) -> None:
        """Show a file that has just been opened, where it was left."""
        self.opened = store
        self.reload()
        self.seen()

    def reload(self, _: object = None) -> None:
        """Read everything that shows again; highlights stay where they are."""
        self.totals = self.store.totals()
        self.query_one(Header).show(self.totals)
        self._show_regions()
        self._show_programmes()
        self._show_list()

    # panes

    def pane_rows(self, pane: int) -> Rows:
        return self.query_one(f"#{PANES[pane]}", Rows)

    def _show_regions(self) -> None:
        places = self.store.regions()
        self.region_names = {place.tail: place.name for place in places}
        self._show_places(1, places, self.state.region, "regions")

    def _show_programmes(self) -> None:
        places = self.store.programmes(self._filter)
        self.programme_names = {
            place.tail: place.name or say("pane.no_programme") for place in places
        }
        self._show_places(2, places, self.state.programme, "programmes")

    def _show_places(self, pane: int, places: list[Place], chosen: str | None, name: str) -> None:
        rows: list[Row] = place_rows(places, chosen)
        pane_rows = self.pane_rows(pane)
        count = len({place.tail for place in places})
        pane_rows.head([ink(say(f"pane.{name}"), bold=True)], [quiet(number(count))])
        pane_rows.show(rows or [Sentence(say(f"list.no_{name}"))], pane_rows.key or chosen)

    @property
    def _region(self) -> str | None:
        return tail_of_key(self.state.region) if self.state.region is not None else None

    @property
    def _programme(self) -> str | None:
        chosen = self.state.programme
        return tail_of_key(chosen) if chosen is not None else None

    @property
    def _filter(self) -> Filter:
        return Filter(self._region, self._programme, self.state.view)

    def _show_list(self) -> None:
        groups = self.store.agreements(self._filter)
        rows = Agreements(groups, self._empty(groups == []))
        listed = self.pane_rows(3)
        listed.show(rows, listed.key or self.state.agreement, even=True)
        self._show_page()

    def _empty(self, nothing: bool) -> str:
        """The sentence where nothing is listed: agreed at all, or only not of this view."""
        if self._region is None or self._programme is not None:
            return say(f"list.nothing_{self.state.view}")
        whole = None if nothing else self.store.applying(Filter(self._region, view="all"))
        if self.state.view == "deleted" or (whole is not None and whole.own):
            return say(f"list.nothing_{self.state.view}")
        return say("list.nothing_own", name=clean(self.region_names.get(self._region, "")))

    def _list_heading(self) -> None:
        listed = self.pane_rows(3)
        title: list[Span] = [ink(say(f"view.{self.state.view}"), bold=True)]
        for name in self._filters():
            title += [gap(2), ink(name), gap(), signs.FILTER]
        rows = listed.rows
        right: Line = ()
        if isinstance(rows, Agreements):
            right = [quiet(f"{number(rows.position(listed.index))}/{number(rows.total)}")]
        listed.head(title, right)

    def _filters(self) -> list[str]:
        names = []
        if self._region is not None:
            names.append(clean(self.region_names.get(self._region, self._region)))
        if self._programme is not None:
            names.append(clean(self.programme_names.get(self._programme, self._programme)))
        return names

    def _show_page(self) -> None:
        self._list_heading()
        key = self.pane_rows(3).key
        same = self.page is not None and self.page.row.id == key
        self.page = self.store.page(key) if key is not None else None
        self.state.agreement = key
        page, year = self.page, self.last_year
        widget = self.query_one("#page", Lines)
        if page is None:
            widget.show(lambda width: [[gap(2), quiet(say("page.empty"))]])
        else:
            widget.show(
                lambda width: pages.page_lines(page, width, year, log=self._log_in_page),
                lambda width, more: pages.heading(page, width, more=more),
                keep=same,
            )
        self.query_one("#source", Lines).show(*beside(page))
        self.query_one("#log", Lines).show(*log_beside(page))
        self.show_hints()

    @property
    def _log_in_page(self) -> bool:
        """From 150 columns on the logbook stands beside the page; enlarged it is whole again."""
        return self.size.width < 150 or self.has_class("large")

    @guarded
    def on_moved(self, message: Moved) -> None:
        if message.list_id == "list":
            self._show_page()

    @guarded
    def on_chosen(self, message: Chosen) -> None:
        if message.list_id in ("regions", "programmes"):
            self.choose(message.list_id, message.key)

    def choose(self, which: str, key: str) -> None:
        """Narrow by a region or a programme, and go on to what is left, from its beginning."""
        if which == "regions":
            self.state.region = key
            self._show_regions()
            self._show_programmes()
        else:
            self.state.programme = key
            self._show_programmes()
        self.pane_rows(3).forget()
        self.state.agreement = None
        self._show_list()
        self.go_pane(3)

    def clear_filter(self) -> None:
        """Take away the last filter: the programme first."""
        if self.state.programme is not None:
            self.state.programme = None
        else:
            self.state.region = None
            self._show_regions()
        self._show_programmes()
        self._show_list()

    def next_view(self) -> None:
        """Open, afgerond, alles, and verwijderd where there is any."""
        deleted = any(group.rows for group in self.store.agreements(Filter(view="deleted")))
        views = state.VIEWS if deleted else state.VIEWS[:-1]
        self.state.view = views[(views.index(self.state.view) + 1) % len(views)]
        self._show_list()

    # moving about

    def go_pane(self, pane: int) -> None:
        """Give a pane the focus."""
        self.state.pane = pane
        for other in ORDER:
            self.set_class(other == pane, f"pane-{other}")
        widget = self.query_one(f"#{PANES[pane]}")
        self.set_focus(widget)
        if self.focused is not widget:  # it shows only after the next layout
            self.call_after_refresh(widget.focus)
        self.set_class(self.has_class("large") and pane == 0, "large")

    def step_pane(self, by: int) -> None:
        place = ORDER.index(self.state.pane) + by
        self.go_pane(ORDER[place % len(ORDER)])

    def enter(self) -> None:
        """Choose in 1 and 2; from the list into the page; enlarge the page."""
        pane = self.state.pane
        if pane in (1, 2):
            self.pane_rows(pane).choose()
        elif pane == 3:
            self.go_pane(0)
        else:
            self.toggle_class("large")
            self._show_page()

    def back(self) -> None:
        """One level back, never out of the app."""
        if self.has_class("large"):
            self.remove_class("large")
            self._show_page()
        elif self.state.pane == 0:
            self.go_pane(3)
        elif self.state.pane == 3:
            self.go_pane(1 if self.state.programme is None else 2)
        elif self.state.pane == 2:
            self.go_pane(1)

    @guarded
    def go_to(self, record: str | None) -> None:
        """Show a record that was found: with the filters as they are where that can be."""
        if record is None:
            return
        kind, _, tail = record.partition("/")
        if kind in ("regions", "programmes"):
            self.choose(kind, tail)
        elif kind == "agreements" and not self._select(record):
            self.state.region = self.state.programme = None
            self.state.view = "all"
            self.reload()
            self._select(record)
        if kind == "agreements":
            self.go_pane(3)

    def _select(self, record: str) -> bool:
        found = self.pane_rows(3).select(record)
        if found:
            self._show_page()
        return found
