"""What shows in the panes: lists that narrow each other, the page, and where one has been."""

from collections.abc import Callable, Sequence

from storage.errors import Refused
from storage.views.agreement_list import Filter, View
from storage.views.arrangement_counts import Place, Totals
from storage.views.page_content import Page, Reading
from tui.base.guard import guarded
from tui.draw import signs
from tui.draw.rows.agreements import Agreements
from tui.draw.rows.places import place_rows
from tui.draw.rows.row import Heading, Row, Sentence
from tui.draw.spans import Line, Span, accent, clean, gap, ink, quiet, width_of
from tui.locale import number, say
from tui.reading import drawn, id_of
from tui.screens.main_lines import beside, log_beside
from tui.screens.panes import BESIDE_FROM, PANES, Panes
from tui.store import Store
from tui.user import state
from tui.user.state import tail_of_key
from tui.widgets.chips import Chip, heading
from tui.widgets.header import Header
from tui.widgets.line_pane import Lines
from tui.widgets.list_messages import HeadClicked
from tui.words import locator

TYPES = {1: "regions", 2: "programmes"}
FILTERS = {"regions": "region", "programmes": "programme", "organisations": "party"}
"""By the type of a record the filter that it is."""
WHOLE: tuple[View, ...] = ("all", "deleted")
"""The views that have every agreement between them."""


class Browsing(Panes):
    """Reading the arrangement; writing in it is the main screen's."""

    def __init__(self, habits: state.State, seen: Callable[[], None]) -> None:
        super().__init__(habits)
        self.seen = seen
        self.opened: Store | None = None
        self.totals: Totals | None = None
        self.reading: Reading | None = None
        self.names: dict[str, str] = {}
        self.told = ""
        self.bare = False  # whether nothing was ever agreed
        self.marked: dict[str, None] = {}  # ids of agreements, the first to be marked first
        self.unseen = 0  # how many of them the list does not show
        self._ends: list[tuple[int, str]] = []
        self._wide = 0  # how wide the list is, or was before it was hidden

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
    def page(self) -> Page | None:
        """The agreement that is read."""
        return self.reading if isinstance(self.reading, Page) else None

    @property
    def shown(self) -> Page:
        """The same; commands that need it say first that it is there."""
        if self.page is None:
            raise Refused("no_agreement")
        return self.page

    @property
    def last_year(self) -> str:
        return self.totals.last_year if self.totals else ""

    @guarded
    def open(self, store: Store) -> None:
        """Show a file that has just been opened, where it was left."""
        self.opened = store
        bars = {1: self.state.bar_in_regions, 2: self.state.bar_in_programmes}
        self.reload()
        moved = [self.pane_rows(pane).select(key) for pane, key in bars.items()]
        if any(moved):
            self.show_page()
        self.seen()

    def reload(self, _: object = None) -> None:
        """Read everything that shows again; highlights stay where they are."""
        locator.call_by(self._headings)
        self.totals = self.store.totals()
        self.query_one(Header).show(self.totals)
        self.show_lists()

    def _headings(self) -> locator.Names:
        """What the document calls its headings."""
        from seed.document.places import called

        return called(self.opened) if self.opened is not None else None

    # lists

    @property
    def filter(self) -> Filter:
        """What the list is narrowed to."""
        now = self.state
        region = tail_of_key(now.region) if now.region is not None else None
        programme = tail_of_key(now.programme) if now.programme is not None else None
        return Filter(region, programme, now.view, now.party, now.heads, now.sort)

    def show_lists(self) -> None:
        """Show the three lists again, and the page."""
        if self.state.party is not None:
            organisations = self.store.organisations()
            self.names |= {f"organisations/{one.tail}": one.name for one in organisations}
        self._show_regions()
        self._show_programmes()
        self._show_list()

    def _show_regions(self) -> None:
        self._show_places(1, self.store.regions(self.filter), self.state.region)

    def _show_programmes(self) -> None:
        self._show_places(2, self.store.programmes(self.filter), self.state.programme)

    def _show_places(self, pane: int, places: list[Place], chosen: str | None) -> None:
        name = PANES[pane]
        self.names |= {
            f"{TYPES[pane]}/{place.tail}": place.name or say("pane.no_programme")
            for place in places
        }
        named = {place.tail for place in places} - {""}  # "without a programme" is none
        nothing: list[Row] = [Sentence(say(f"list.no_{name}")), Heading(say(f"list.first_{name}"))]
        rows: list[Row] = place_rows(places, chosen) if named else nothing
        pane_rows = self.pane_rows(pane)
        pane_rows.head([ink(say(f"pane.{name}"), bold=True)], [quiet(number(len(named)))])
        pane_rows.show(rows, pane_rows.key or chosen)

    def _show_list(self) -> None:
        groups = self.store.agreements(self.filter)
        self.bare = not any(
            group.rows for view in WHOLE for group in self.store.agreements(Filter(view=view))
        )
        rows = Agreements(groups, self._empty(), self.marked)
        shown = set(rows.ids()) if self.marked else ()
        self.unseen = sum(record not in shown for record in self.marked)
        self.told = self._applying()
        listed = self.pane_rows(3)
        listed.show(rows, listed.key or self.state.agreement, even=True)
        self.show_page()

    def _empty(self) -> str:
        """The sentence where nothing is listed: agreed at all, or only not of this view."""
        if self.bare:
            return say("list.nothing_yet")
        region = self.filter.region
        narrower = self.state.programme is not None or self.state.party is not None
        if region is not None and not narrower and self.state.view != "deleted":
            whole = self.store.applying(Filter(region, view="all"))
            if whole is not None and not whole.own:
                return say("list.nothing_own", name=self._called("regions", region))
        return say(f"list.nothing_{self.state.view}")

    def _applying(self) -> str:
        """How much is the region's own, applies via the regions above, is in those below."""
        found = self.store.applying(self.filter)
        if found is None:
            return ""
        own, via, inside = (number(n) for n in found)
        return say("list.counts", own=own, via=via, inside=inside)

    def show_heading(self) -> None:
        """Say above the list what it shows, how many, and how many are marked."""
        listed = self.pane_rows(3)
        title, self._ends = heading(say(f"view.{self.state.view}"), self.chips())
        rows = listed.rows
        self._wide = listed.size.width or self._wide
        right: Line = ()
        if isinstance(rows, Agreements):
            right = [quiet(f"{number(rows.position(listed.index))}/{number(rows.total)}")]
            right = [*self._marked_told(self._wide - 6 - width_of([*title, *right])), *right]
            told = [quiet(self.told), gap(2), *right]
            if self.told and width_of([*title, *told]) + 6 <= self._wide:
                right = told
        listed.head(title, right)

    def _marked_told(self, room: int) -> list[Span]:
        """How many are marked, and of them are not in sight; the sign and the number at least."""
        if not self.marked:
            return []
        n = number(len(self.marked))
        unseen = say("list.unseen", n=number(self.unseen)) if self.unseen else ""
        whole = [accent(say("list.marked", n=n)), *([gap(), quiet(unseen)] if unseen else [])]
        fits = width_of(whole) + 2 <= room
        return [*(whole if fits else [signs.MARKED, accent(n)]), gap(2)]

    def chips(self) -> list[Chip]:
        """The filters and the order that were chosen, the last one last."""
        now, narrowed, chips = self.state, self.filter, []
        if narrowed.region is not None:
            chips.append(Chip(self._called("regions", narrowed.region), "clear_region"))
        if narrowed.programme is not None:
            chips.append(Chip(self._called("programmes", narrowed.programme), "clear_programme"))
        if now.party is not None:
            ours = f"{say('list.ours')}: " if now.party == now.ours else ""
            chips.append(Chip(f"{ours}{self._called('organisations', now.party)}", "clear_party"))
        if now.heads != "number":
            chips.append(Chip(say("list.by", order=say(f"order.{now.heads}")), "clear_heads"))
        if now.sort != "number":
            chips.append(Chip(say("list.sorted", order=say(f"order.{now.sort}")), "clear_sort"))
        return chips

    def _called(self, type_: str, tail: str) -> str:
        return clean(self.names.get(f"{type_}/{tail}", tail))

    @property
    def region_name(self) -> str:
        """The name of the region that the list is narrowed to; "" without one."""
        return self._called("regions", self.filter.region) if self.filter.region else ""

    def on_head_clicked(self, message: HeadClicked) -> None:
        if message.list_id == "list":
            command = next((name for end, name in self._ends if message.x < end), None)
            if command:
                self.action_do(command)

    # the page

    @property
    def record(self) -> str | None:
        """The id of what is read: where one went, else what is highlighted in the list one is in,
        or came from; the arrangement itself where nothing was agreed yet."""
        if self.state.about is not None:
            return self.state.about
        key = self.pane_rows(self.listing).key
        if key is None and self.bare and self.totals is not None and self.totals.title:
            return f"arrangement/{self.store.arrangement}"
        if key is None or self.listing not in TYPES:
            return key
        tail = tail_of_key(key)
        return f"{TYPES[self.listing]}/{tail}" if tail else None

    def show_page(self) -> None:
        self.show_heading()
        if (key := self.pane_rows(3).key) is not None or self.ready:
            self.state.agreement = key
            self.state.bar_in_regions = self.pane_rows(1).key
            self.state.bar_in_programmes = self.pane_rows(2).key
        record = self.record
        same = self.reading is not None and id_of(self.reading) == record
        self.reading = self.read(record)
        if self.reading is None:
            self.page_widget.show(lambda width: [[gap(2), quiet(say("page.empty"))]])
        else:
            draw, head = drawn(
                self.reading,
                self.last_year,
                log=lambda: self._log_in_page,
                keys=self.store.writes,
            )
            self.page_widget.show(draw, head, keep=same)
        self.query_one("#source", Lines).show(*beside(self.page, self._texts), keep=same)
        self.query_one("#log", Lines).show(*log_beside(self.reading), keep=same)
        self.show_hints()

    def _texts(self, locators: Sequence[str]) -> dict[str, str]:
        """What stands at these places of the document."""
        return self.store.texts(self.store.arrangement, locators) if self.ready else {}

    def read(self, record: str | None) -> Reading | None:
        """What stands under an id; nothing where that has gone since."""
        if record is None:
            return None
        try:
            return self.store.reading(record)
        except Refused:
            if record != self.state.about:
                raise
            self.state.about = None
            return self.read(self.record)

    @property
    def _log_in_page(self) -> bool:
        """From 150 columns on the logbook stands beside the page; enlarged it is whole again."""
        return self.size.width < BESIDE_FROM or self.large
