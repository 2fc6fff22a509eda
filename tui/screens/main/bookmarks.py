"""Records that one comes back to, kept with the habits of the file."""

from collections.abc import Callable, Iterator

from storage.errors import Refused
from storage.records.ids import type_of
from storage.views.page_content import AgreementPage
from tui.base.option_picker import Ask, ChooseScreen, PickerOption
from tui.locale import say
from tui.screens.main.page_panes import PagePanes


class Bookmarks:
    """The newest first; ``go_to`` goes to the one that is chosen, ``toast`` says what was done."""

    def __init__(
        self,
        pages: PagePanes,
        ask: Ask,
        go_to: Callable[[str], None],
        toast: Callable[[str], None],
    ) -> None:
        self.state = pages.state
        self._pages = pages
        self._ask = ask
        self._go_to = go_to
        self._toast = toast

    def toggle(self) -> None:
        """Put a bookmark at what is read, or take it away."""
        record, marks = self._pages.record, self.state.marks
        if record in marks:
            marks.remove(record)
            self._toast(say("toast.unmarked"))
        elif record is not None:
            marks.insert(0, record)
            self._toast(say("toast.marked"))

    def choose(self) -> None:
        """Choose one to go to."""
        picker = ChooseScreen(say("choose.mark"), [*self._options()], say("choose.no_marks"))
        self._ask(picker, self._go_to)

    def _options(self) -> Iterator[PickerOption]:
        """All of them; what has gone since is left out."""
        for record in self.state.marks:
            try:
                found = self._pages.read(record)
            except Refused:
                continue
            if isinstance(found, AgreementPage):
                yield PickerOption(record, found.row.title, found.row.code)
            elif found is not None:
                yield PickerOption(record, found.title, say(f"type.{type_of(record)}"))
