"""Choosing what the list shows: its view, its filters, its order, "van ons"."""

from collections.abc import Sequence
from typing import Any

from storage.records.ids import tail_of, type_of
from storage.views.agreement_list import Filter
from storage.views.filter_term import FilterTerm
from tui.base.option_picker import Ask, ChooseScreen, PickerOption
from tui.locale import number, say
from tui.screens.main.browser import Browser
from tui.user import state

PLACES = {"region": "region", "programme": "programme", "who": "party"}
"""By the name of a filter what the state calls it."""


class ListFilters:
    """Filters go on top of one another, and each can be taken away. ``show`` shows the lists for
    what stands in the state."""

    def __init__(self, browser: Browser, ask: Ask) -> None:
        self.state = browser.state
        self._browser = browser
        self._ask = ask

    def list_these(self) -> None:
        """Show the agreements of the region, programme or organisation that is read."""
        if self._browser.pages.record is not None:
            self.narrow_to(self._browser.pages.record)

    def narrow_to(self, record: str) -> None:
        """Show the agreements of a region, a programme or an organisation."""
        self.narrow(**{state.FILTERS[type_of(record)]: tail_of(record)})
        self._browser.navigation.to_pane(3)

    def narrow(self, **changes: Any) -> None:
        """Change the filter or the order, and show what is left from its beginning; where a
        filter goes, the highlight stays where it was."""
        self._browser.navigation.leave()
        for name, value in changes.items():
            setattr(self.state, name, value)
        gone = {"terms": ("",)}  # of a programme "" is a choice: none
        if any(value not in gone.get(name, (None, "number")) for name, value in changes.items()):
            self._browser.panes.lists[3].forget()
            self.state.agreement = None
        self._browser.show_lists()

    def clear(self, name: str) -> None:
        """Take one filter away, or let the order be the first one again."""
        self.narrow(**{name: "number" if name in ("heads", "sort") else None})

    def keep_only(self, terms: Sequence[FilterTerm]) -> None:
        """Show the agreements that pass these filters of search, whatever their status; of the
        places that the list was narrowed to those stay that are among them."""
        lists = self._browser.lists
        places = [one for one in lists.filter_terms if one not in lists.terms]
        changes = {PLACES[one.name]: None for one in places if one not in terms}
        self._have([one for one in terms if one not in places], view="all", **changes)

    def clear_last(self) -> None:
        """Take the last filter away."""
        command = self._browser.lists.chips()[-1].command
        if command == "narrow":
            self._have(self._browser.lists.terms[:-1])
        else:
            self.clear(command.removeprefix("clear_"))

    def next_view(self) -> None:
        """Open, afgerond, alles, and verwijderd where there is any."""
        shown = list(state.VIEWS)
        if not any(
            group.rows for group in self._browser.reader().agreements(Filter(view="deleted"))
        ):
            shown.remove("deleted")
        later = shown[shown.index(self.state.view) + 1 :] if self.state.view in shown else ()
        self.state.view = next(iter(later), shown[0])
        self._browser.show_lists()

    # filters of the query language

    def choose_term(self) -> None:
        """Choose one more filter, or take one away."""
        from tui.screens.main.term_options import term_options

        options = term_options(self._browser.reader(), self._browser.lists.terms)
        self._ask(ChooseScreen(say("choose.term"), options), self._turn)

    def _turn(self, chosen: str) -> None:
        """Have what a filter asks besides, or no longer."""
        from storage.search.query_parser import parse_query

        asked = self._whole(parse_query(chosen).filters)
        now = self._browser.lists.terms
        if {*asked} <= {*now}:
            self._have([one for one in now if one not in asked])
        else:
            self._have([*now, *(one for one in asked if one not in now)])

    def _whole(self, terms: Sequence[FilterTerm]) -> tuple[FilterTerm, ...]:
        """These with what a saved search asks in its place."""
        from storage.search.query import Query

        return self._browser.reader().filters.whole(Query(filters=tuple(terms))).filters

    def _have(self, terms: Sequence[FilterTerm], **changes: Any) -> None:
        from storage.search.query import Query
        from storage.search.query_text import query_text

        asked = Query(filters=self._whole(terms) if terms else ())
        self.narrow(terms=query_text(asked, "en"), **changes)
        self._browser.navigation.to_pane(3)

    # van ons

    def ours(self) -> None:
        """Only what my organisation is trekker or uitvoerder of, and back to all."""
        if self.state.party is not None:
            self.narrow(party=None)
        elif self.state.ours is None:
            self.choose_ours()
        else:
            self.narrow(party=self.state.ours)

    def choose_ours(self) -> None:
        """Choose the organisation that "van ons" stands for."""
        options = [
            PickerOption(
                place.tail,
                place.name,
                number(place.count),
                chosen=place.tail == self.state.ours,
                others=place.short_forms,
            )
            for place in self._browser.reader().lists.organisations()
        ]
        self._ask(ChooseScreen(say("choose.ours"), options), self._our_own)

    def _our_own(self, tail: str) -> None:
        self.state.ours = tail
        self.narrow(party=tail)

    # order

    def choose_order(self) -> None:
        """Choose the headings of the list, and the order under each."""
        options = [
            PickerOption(
                f"{what}:{order}",
                say("order.as_it_applies" if what + order == "headsnumber" else f"order.{order}"),
                group=say(f"choose.{what}"),
                chosen=order == getattr(self.state, what),
            )
            for what in ("heads", "sort")
            for order in state.ORDERS
        ]
        self._ask(ChooseScreen(say("choose.order"), options), self._ordered)

    def _ordered(self, chosen: str) -> None:
        what, _, order = chosen.partition(":")
        self.narrow(**{what: order})
