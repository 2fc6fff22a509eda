"""What is read: the page, and from 150 columns on source and logbook beside it."""

from collections.abc import Callable, Sequence

from storage.errors import Refused
from storage.records.ids import type_of
from storage.views.page_content import AgreementPage, Page
from storage.views.page_elements import ListedPart
from tui.draw.spans import gap, quiet
from tui.locale import say
from tui.screens.main.beside_page import log_beside, source_beside
from tui.screens.main.list_panes import ListPanes
from tui.screens.main.panes import Panes
from tui.store import Store
from tui.user.state import FILTERS
from tui.widgets.page_view import drawn

STAYING = ("arrangement", "authors")
"""Types of records that are never deleted."""


class PagePanes:
    """Shows where one went, else what is highlighted in the list that one is in, or came from."""

    def __init__(self, panes: Panes, lists: ListPanes, reader: Callable[[], Store]) -> None:
        self.state = panes.state
        self.page: Page | None = None
        """What is read, an agreement or any other record."""
        self._panes = panes
        self._lists = lists
        self._reader = reader
        self._beside: tuple[AgreementPage, Sequence[ListedPart]] | None = None

    @property
    def agreement(self) -> AgreementPage | None:
        """The agreement that is read."""
        return self.page if isinstance(self.page, AgreementPage) else None

    @property
    def record(self) -> str | None:
        """The id of what is to be read; the arrangement itself where nothing was agreed yet."""
        if self.state.about is not None:
            return self.state.about
        record = self._lists.record
        if record is None and self._lists.bare and self._reader().totals().title:
            return f"arrangement/{self._reader().arrangement}"
        return record

    @property
    def read_now(self) -> str:
        """The id of what is read. Raises Refused where that is nothing."""
        if self.page is None:
            raise Refused("no_agreement")
        return self.page.record

    @property
    def stands(self) -> bool:
        """Whether what is read was not deleted."""
        return self.page is None or self.page.life != "deleted"

    @property
    def sourced(self) -> bool:
        """Whether the source says something else of it than stands here."""
        return self.page is not None and bool(self.page.sourced)

    @property
    def may_go(self) -> bool:
        """Whether what is read is of a kind that can be deleted."""
        return self.page is None or type_of(self.page.record) not in STAYING

    @property
    def has_list(self) -> bool:
        """Whether what is read has agreements that the list can be narrowed to."""
        return type_of(self.record or "") in FILTERS

    def show(self) -> None:
        """Read it again; where it is what was read already, it stays scrolled as it was."""
        record = self.record
        same = self.page is not None and self.page.record == record
        self.page = self.read(record)
        if self.page is None:
            self._panes.page.show(lambda width: [[gap(2), quiet(say("page.empty"))]])
        else:
            reader = self._reader()
            draw, head = drawn(
                self.page,
                reader.lists.last_year,
                log=lambda: self._log_in_page,
                keys=reader.writes,
            )
            self._panes.page.show(draw, head, keep=same)
        self._panes.source.show(*source_beside(self.page, self._texts, self._neighbours), keep=same)
        self._panes.logbook.show(*log_beside(self.page), keep=same)

    def clear(self) -> None:
        """Show nothing: the file is closed."""
        self.page = None
        for pane in (self._panes.page, self._panes.source, self._panes.logbook):
            pane.show(lambda width: ())

    def read(self, record: str | None) -> Page | None:
        """What stands under an id; nothing where that has gone since."""
        if record is None:
            return None
        try:
            return self._reader().page(record)
        except Refused:
            if record != self.state.about:
                raise
            self.state.about = None
            return self.read(self.record)

    def _texts(self, locators: Sequence[str]) -> dict[str, str]:
        """What stands at these places of the document."""
        reader = self._reader()
        return reader.documents.texts(reader.arrangement, locators)

    def _neighbours(self, page: Page) -> Sequence[ListedPart]:
        """The agreements beside one; nothing else has any."""
        if not isinstance(page, AgreementPage):
            return ()
        if self._beside is None or self._beside[0] is not page:
            self._beside = (page, self._reader().overviews.neighbours(page))
        return self._beside[1]

    @property
    def _log_in_page(self) -> bool:
        """Whether the logbook stands in the page, for want of room beside it."""
        return not self._panes.beside
