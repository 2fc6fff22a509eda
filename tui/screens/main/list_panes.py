"""Regions, programmes and agreements: three lists of which each narrows what stands after it."""

from collections.abc import Callable

from storage.views.agreement_list import Filter, View
from storage.views.arrangement_counts import PlaceCount
from storage.views.filter_term import FilterTerm
from tui.draw.spans import clean, gap, ink, quiet
from tui.locale import number, say
from tui.rows.agreement_lines import Agreements
from tui.rows.place_rows import longest_place, place_rows
from tui.rows.row import Heading, Row, SentenceRow
from tui.screens.main.list_heading import ListHeading
from tui.screens.main.marks import Marks
from tui.screens.main.panes import PANES, Panes
from tui.store import Store
from tui.user.state import PLACE_TYPES, tail_of_key
from tui.widgets.chips import Chip

WHOLE: tuple[View, ...] = ("all", "deleted")
"""The views that have every agreement between them."""


class ListPanes:
    """Fills the lists with what ``reader`` gives for the filter that stands in the state."""

    def __init__(
        self, panes: Panes, marks: Marks, reader: Callable[[], Store], in_past: Callable[[], bool]
    ) -> None:
        self.state = panes.state
        self.bare = False
        """Whether nothing was ever agreed."""
        self._panes = panes
        self._marks = marks
        self._reader = reader
        self._in_past = in_past
        self.heading = ListHeading(panes.lists[3], marks)
        self._names: dict[str, str] = {}
        self._told = ""
        self._unseen = 0  # how many marked agreements the list does not show

    def begin(self) -> None:
        """Show that the file is on its way."""
        for pane in PLACE_TYPES:
            self._panes.lists[pane].head([ink(say(f"pane.{PANES[pane]}"), bold=True)])
        self._panes.lists[3].head([ink(say(f"view.{self.state.view}"), bold=True)])
        self._panes.lists[3].show([SentenceRow(say("pane.loading"))])

    @property
    def filter(self) -> Filter:
        """What the list is narrowed to."""
        now = self.state
        region = tail_of_key(now.region) if now.region is not None else None
        programme = tail_of_key(now.programme) if now.programme is not None else None
        return Filter(region, programme, now.view, now.party, now.heads, now.sort, terms=self.terms)

    @property
    def terms(self) -> tuple[FilterTerm, ...]:
        """The filters of the query language that narrow it besides."""
        if not self.state.terms:
            return ()
        from storage.search.query_parser import parse_query

        return parse_query(self.state.terms).filters

    @property
    def region_name(self) -> str:
        """The name of the region that the list is narrowed to; "" without one."""
        return self._called("regions", self.filter.region) if self.filter.region else ""

    @property
    def filter_terms(self) -> list[FilterTerm]:
        """What the list is narrowed to, as search has it."""
        narrowed = self.filter
        named = (
            ("region", "regions", narrowed.region),
            ("programme", "programmes", narrowed.programme),
            ("who", "organisations", narrowed.party),
        )
        said = ((name, self._called(type_, tail)) for name, type_, tail in named if tail)
        return [*(FilterTerm(*one) for one in said), *narrowed.terms]

    @property
    def key(self) -> str | None:
        """The agreement that is highlighted, while one is in their list."""
        return self._panes.lists[3].key if self.state.pane == 3 else None

    def narrowed_by(self, name: str) -> bool:
        """Whether there is such a filter, or an order that was chosen."""
        return any(chip.command == f"clear_{name}" for chip in self.chips())

    @property
    def record(self) -> str | None:
        """The id of what is highlighted in the list that one is in, or came from."""
        listing = self._panes.listing
        key = self._panes.lists[listing].key
        if key is None or listing not in PLACE_TYPES:
            return key
        tail = tail_of_key(key)
        return f"{PLACE_TYPES[listing]}/{tail}" if tail else None

    def note_bars(self) -> None:
        """Note in the state where the bars are."""
        lists = self._panes.lists
        self.state.agreement = lists[3].key
        self.state.bar_in_regions = lists[1].key
        self.state.bar_in_programmes = lists[2].key

    # showing

    def show(self) -> None:
        """Read the three lists again; highlights stay where they are."""
        if self.state.party is not None:
            organisations = self._reader().lists.organisations()
            self._names |= {f"organisations/{one.tail}": one.name for one in organisations}
        self._show_places(1, self._reader().lists.regions(self.filter), self.state.region)
        self._show_places(2, self._reader().lists.programmes(self.filter), self.state.programme)
        listed = (self._panes.lists[pane].rows for pane in PLACE_TYPES)
        self._panes.ask_for(longest_place(row for rows in listed for row in rows))
        self._show_agreements()

    def _show_places(self, pane: int, places: list[PlaceCount], chosen: str | None) -> None:
        name = PANES[pane]
        self._names |= {
            f"{PLACE_TYPES[pane]}/{place.tail}": place.name or say("pane.no_programme")
            for place in places
        }
        named = {place.tail for place in places} - {""}  # "without a programme" is none
        nothing: list[Row] = [SentenceRow(say(f"list.no_{name}"))]
        if not self._in_past():
            nothing.append(Heading(say(f"list.first_{name}")))
        rows: list[Row] = place_rows(places, chosen) if named else nothing
        listed = self._panes.lists[pane]
        title = [ink(say(f"pane.{name}"), bold=True), gap(), quiet(number(len(named)))]
        listed.head(title, [quiet(say("header.open"))] if named else ())
        listed.show(rows, listed.key or chosen)

    def _show_agreements(self) -> None:
        reader = self._reader()
        groups = reader.agreements(self.filter)
        self.bare = not any(
            group.rows for view in WHOLE for group in reader.agreements(Filter(view=view))
        )
        rows = Agreements(groups, self._empty(), self._marks)
        shown = set(rows.ids()) if self._marks else ()
        self._unseen = sum(record not in shown for record in self._marks)
        found = reader.lists.applying(self.filter)
        # how much is the region's own, applies via the regions above, is in those below
        counts = zip(("own", "via", "inside"), found or (), strict=False)
        said = (say(f"list.counts_{part}", n=number(n)) for part, n in counts if n)
        self._told = "   ".join(said)
        listed = self._panes.lists[3]
        listed.show(rows, listed.key or self.state.agreement, even=True)

    def _empty(self) -> str:
        """The sentence where nothing is listed: agreed at all, or only not of this view."""
        if self.bare:
            return say("list.nothing_then" if self._in_past() else "list.nothing_yet")
        region = self.filter.region
        now = self.state
        if now.terms:
            from tui.words.query_words import reason_sentence

            reasons = self._reader().filters.reasons(self.filter.terms)
            return "\n".join([*map(reason_sentence, reasons), say("list.nothing_passes")])
        narrower = now.programme is not None or now.party is not None
        if region is not None and not narrower and now.view != "deleted":
            whole = self._reader().lists.applying(Filter(region, view="all"))
            if whole is not None and not whole.own:
                return say("list.nothing_own", name=self._called("regions", region))
        return say(f"list.nothing_{self.state.view}")

    # marking

    def mark_one(self) -> None:
        """Mark the highlighted agreement or take its mark away, and go to the next."""
        listed = self._panes.lists[3]
        if listed.key is not None:
            self._marks.toggle(listed.key)
            listed.move(1)

    def mark_all(self) -> None:
        """Mark everything in the list; where all of it is marked, take those marks away."""
        rows = self._panes.lists[3].rows
        self._marks.toggle_all(list(rows.ids()) if isinstance(rows, Agreements) else [])

    # the heading

    def show_heading(self) -> None:
        """Say above the list what it shows, how many, and how many are marked."""
        if not self._marks:
            self._unseen = 0
        view = say(f"view.{self.state.view}")
        self.heading.show(view, self.chips(), self._told, self._unseen)

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
        if narrowed.terms:
            from tui.words.query_words import chip_name

            chips += [Chip(chip_name(term), "narrow") for term in narrowed.terms]
        if now.heads != "number":
            chips.append(Chip(say("list.by", order=say(f"order.{now.heads}")), "clear_heads"))
        if now.sort != "number":
            chips.append(Chip(say("list.sorted", order=say(f"order.{now.sort}")), "clear_sort"))
        return chips

    def _called(self, type_: str, tail: str) -> str:
        return clean(self._names.get(f"{type_}/{tail}", tail))
