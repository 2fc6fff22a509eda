"""Choosing what the list shows: its view, its filters, its order, "van ons"."""

from typing import TYPE_CHECKING, Any

from storage.records.fields import tail_of, type_of
from storage.views.agreement_list import Filter
from tui.base.guard import guarded
from tui.base.option_picker import ChooseScreen, Option
from tui.locale import number, say
from tui.screens.browsing import FILTERS, TYPES
from tui.screens.going import Going
from tui.user import state
from tui.widgets.list_messages import Chosen

if TYPE_CHECKING:
    from tui.screens.overviews.screen import Found, Overview


class Narrowing(Going):
    """Filters go on top of one another, and each can be taken away."""

    @guarded
    def on_chosen(self, message: Chosen) -> None:
        if message.list_id in TYPES.values():
            self.narrow_to(f"{message.list_id}/{message.key}")

    @guarded
    def found(self, record: str | None) -> None:
        """Go to what was found: a region or a programme narrows the list."""
        if record is not None and type_of(record) in TYPES.values():
            self.narrow_to(record)
        else:
            self.go_to(record)

    # overviews

    def overview(self, screen: "Overview") -> None:
        """Show an overview, and go where it leads."""
        self.app.push_screen(screen, self._overviewed)

    @guarded
    def _overviewed(self, found: "Found") -> None:
        """Go to an agreement, or to the list that was counted there."""
        if found is None or isinstance(found, str):
            self.go_to(found)
            return
        self.narrow(**found._asdict(), party=None)
        self.go_pane(3)

    # filters

    def narrow_to(self, record: str) -> None:
        """Show the agreements of a region, a programme or an organisation."""
        self.narrow(**{FILTERS[type_of(record)]: tail_of(record)})
        self.go_pane(3)

    def narrow(self, **changes: Any) -> None:
        """Change the filter or the order, and show what is left from its beginning; where a
        filter goes, the highlight stays where it was."""
        self.leave()
        for name, value in changes.items():
            setattr(self.state, name, value)
        if not set(changes.values()) <= {None, "number"}:
            self.pane_rows(3).forget()
            self.state.agreement = None
        self.show_lists()

    def next_view(self) -> None:
        """Open, afgerond, alles, and verwijderd where there is any."""
        shown = list(state.VIEWS)
        if not any(group.rows for group in self.store.agreements(Filter(view="deleted"))):
            shown.remove("deleted")
        later = shown[shown.index(self.state.view) + 1 :] if self.state.view in shown else ()
        self.state.view = next(iter(later), shown[0])
        self.show_lists()

    # van ons

    def choose_ours(self) -> None:
        """Choose the organisation that "van ons" stands for."""
        options = [
            Option(
                place.tail,
                place.name,
                number(place.count),
                chosen=place.tail == self.state.ours,
                others=place.short_forms,
            )
            for place in self.store.organisations()
        ]
        self.app.push_screen(ChooseScreen(say("choose.ours"), options), self._our_own)

    @guarded
    def _our_own(self, tail: str | None) -> None:
        if tail is not None:
            self.state.ours = tail
            self.narrow(party=tail)

    # order

    def choose_order(self) -> None:
        """Choose the headings of the list, and the order under each."""
        options = [
            Option(
                f"{what}:{order}",
                say("order.as_it_applies" if what + order == "headsnumber" else f"order.{order}"),
                group=say(f"choose.{what}"),
                chosen=order == getattr(self.state, what),
            )
            for what in ("heads", "sort")
            for order in state.ORDERS
        ]
        self.app.push_screen(ChooseScreen(say("choose.order"), options), self._ordered)

    @guarded
    def _ordered(self, chosen: str | None) -> None:
        if chosen is not None:
            what, _, order = chosen.partition(":")
            self.narrow(**{what: order})
