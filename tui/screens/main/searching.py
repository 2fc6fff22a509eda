"""Search over the main screen: what it opens with, and what one comes back with."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from storage.errors import Refused
from storage.views.filter_term import FilterTerm
from tui.locale import language
from tui.screens.main.browser_screen import BrowserScreen
from tui.screens.main.hit_walk import HitWalk
from tui.screens.main.opened_document import OpenedDocument
from tui.screens.main.saved_commands import SavedCommand, saved_commands

if TYPE_CHECKING:
    from storage.search.query import Query
    from tui.screens.search.search_outcome import SearchOutcome

RECENT = 8


class Searching:
    """Remembers what was asked since the app was opened, and walks through what was found last."""

    def __init__(self, host: BrowserScreen, document: OpenedDocument) -> None:
        self.walk = HitWalk(host, document)
        self._host = host
        self._recent: list[str] = []

    def search(self) -> None:
        """Find records by words, in all there is: a question in a meeting is not about the list."""
        self._open(())

    def search_for(self, code: str) -> None:
        """What everyone asks, by its code."""
        self.search_saved(self._host.store.filters.ready(language())[code].query)

    @property
    def saved(self) -> tuple[SavedCommand, ...]:
        """A command for each query that was saved; none while another program holds the file."""
        if not self._host.ready:
            return ()
        try:
            return saved_commands(self._host.store)
        except Refused:  # who reads next is told why
            return ()

    def search_saved(self, asked: str) -> None:
        """What was saved."""
        from storage.search.query_parser import parse_query

        query = parse_query(asked)
        self._open(query.filters, query)

    def _open(self, filters: Iterable[FilterTerm], query: "Query | None" = None) -> None:
        from tui.screens.search.screen import SearchScreen

        host, browser = self._host, self._host.browser
        screen = SearchScreen(
            host.store, browser.last_year, browser.lists.region_name, filters, self._recent
        )
        if query is not None:
            screen.asked.put(query)
        host.push(screen, self._found)

    def _found(self, outcome: "SearchOutcome | None") -> None:
        """To the hit that was chosen, to the list, or to the form that saves what was asked."""
        from tui.screens.search.search_outcome import QueryToList, WalkedHits

        if outcome is None:
            return
        self._recent = [*dict.fromkeys([outcome.query, *self._recent])][:RECENT]
        if isinstance(outcome, WalkedHits):
            self.walk.begin(outcome)
            return
        if isinstance(outcome, QueryToList):
            self._host.filters.keep_only(outcome.filters)
            return
        from tui.forms.edit.query_form import QueryForm

        host = self._host
        host.open_form(QueryForm(host.store, outcome.query, host.drafts))
