"""The document over the main screen: reading it, dividing it, saying what a passage gives."""

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING

from storage.errors import Refused
from tui.forms.form_messages import ToDivide
from tui.locale import refusal
from tui.screens.main.browser_screen import BrowserScreen

if TYPE_CHECKING:
    from tui.forms.parts.form import Form
    from tui.screens.source.deciding import ToDecide, Way

NOTHING_TOLD = ("", False)


class OpenedDocument:
    """The code of its screens is read only when one of them is opened. From the forms about a
    passage one comes back to the screen that asked for them."""

    def __init__(self, host: BrowserScreen) -> None:
        self._host = host

    def source(self) -> None:
        """Read it where what is read stands in it."""
        self.read(self._host.browser.pages.record)

    def read(
        self,
        record: str | None,
        at: str = "",
        told: tuple[str, bool] = NOTHING_TOLD,
        words: Collection[str] = (),
    ) -> None:
        """Read it at the places of a record, or at a passage, by id or by locator; these words are
        marked."""
        from tui.screens.source.screen import SourceScreen

        self._host.push(SourceScreen(self._host.store, record, at, told, words), self._back)

    def coverage(self, at: str = "", told: tuple[str, bool] = NOTHING_TOLD) -> None:
        """Show what it gave, at a passage by its locator."""
        from tui.screens.source.coverage_screen import CoverageScreen

        self._host.push(CoverageScreen(self._host.store, at, told), self._back)

    def divide(self, message: ToDivide) -> None:
        """Say what the lines of a document are, before it is attached."""
        from tui.screens.source.division_screen import DivisionScreen

        self._host.push(DivisionScreen(self._host.store, message.found), message.divided)

    def _back(self, chosen: "str | ToDecide | None") -> None:
        """To a record that was chosen there, to a command, or to what is to be done with a
        passage; there, too, something can have been taken back."""
        self._host.reload()
        if isinstance(chosen, tuple):
            self._decide(chosen)
        elif chosen in ("attach", "next_hit", "previous_hit"):
            self._host.do_later(chosen)
        else:
            self._host.go_to(chosen)

    # passages

    def decide(self, way: "Way", locator: str) -> None:
        """Say what a passage gives, and come back to the document."""
        from tui.screens.source.deciding import ToDecide  # pydantic comes along

        self._decide(ToDecide(way, locator, "source"))

    def _decide(self, found: "ToDecide") -> None:
        """Open the form, or the document where the passage is only to be read."""
        if found.way == "read":
            self.read(None, found.locator)
            return
        try:
            form = self._form(found)
        except Refused as refused:
            self._resume(found, refusal(refused.key, refused.details), False)
            return
        form.resume = partial(self._resume, found)
        self._host.open_form(form)

    def _form(self, found: "ToDecide") -> "Form":
        from seed.document.proposed import proposed
        from tui.forms.edit.passage_forms import EmptyForm, LinkForm
        from tui.forms.edit.record_form import RecordForm

        store, at, drafts = self._host.store, found.locator, self._host.drafts
        if found.way != "make":
            return (EmptyForm if found.way == "empty" else LinkForm)(store, at, drafts)
        filled = proposed(store, at)
        for field in [*filled]:
            name, slash, element = field.partition("/")
            if slash:
                filled[name] = element
        return RecordForm(store, "agreements", drafts=drafts, filled=filled, made_of=at)

    def _resume(self, found: "ToDecide", told: str, saved: bool) -> None:
        """Back to where one came from: after saving at the next passage that is open."""
        from seed.document.document_reader import readable_text

        at = found.locator
        if saved:
            text = readable_text(self._host.store)
            later = text.next_undecided(text.numbers.get(at, -1))
            at = text.blocks[later].locator if later is not None else at
        if found.origin == "source":
            self.read(None, at, (told, saved))
        else:
            self.coverage(at, (told, saved))
