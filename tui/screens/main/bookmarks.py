"""Records that one comes back to, kept with the habits of the file."""

from collections.abc import Iterator

from storage.errors import Refused
from storage.records.fields import type_of
from storage.views.page_content import AgreementPage
from tui.base.option_picker import Option
from tui.locale import say
from tui.screens.main.page_panes import PagePanes


class Bookmarks:
    """The newest first."""

    def __init__(self, pages: PagePanes) -> None:
        self.state = pages.state
        self._pages = pages

    def toggle(self, record: str) -> bool:
        """Put a bookmark at a record, or take it away; whether there is one now."""
        marks = self.state.marks
        if record in marks:
            marks.remove(record)
            return False
        marks.insert(0, record)
        return True

    def options(self) -> Iterator[Option]:
        """All of them, to choose from; what has gone since is left out."""
        for record in self.state.marks:
            try:
                found = self._pages.read(record)
            except Refused:
                continue
            if isinstance(found, AgreementPage):
                yield Option(record, found.row.title, found.row.code)
            elif found is not None:
                yield Option(record, found.title, say(f"type.{type_of(record)}"))
