"""Forms about files: for and from colleagues, the document, a new arrangement."""

from pathlib import Path

from tui.screens.main.browser_screen import BrowserScreen


class FileForms:
    """Opens them in the place of the page."""

    def __init__(self, host: BrowserScreen) -> None:
        self._host = host

    def export_to_file(self) -> None:
        """Export to a file for a colleague."""
        from tui.forms.files.export_form import ExportForm

        self._host.open_form(ExportForm(self._host.store, self._host.state))

    def import_file(self) -> None:
        """Take in a file of a colleague."""
        from tui.forms.files.import_form import ImportForm

        self._host.open_form(ImportForm(self._host.store, self._host.state))

    def compare(self) -> None:
        """Compare a file with what is here, or two files."""
        from tui.forms.files.compare_form import CompareForm

        self._host.open_form(CompareForm(self._host.store, self._host.state))

    def sync(self) -> None:
        """See what waits in an exchange folder: where there is something, else where one synced
        last, else in one to choose."""
        from tui.words.contents.waiting_words import place_to_sync

        self.sync_with(place_to_sync(self._host.store.exchange.folders(), self._host.folders.found))

    def sync_with(self, place: Path | None, *, back_to: str = "") -> None:
        """See what would come and go in a folder, or in one that is to be chosen; ``back_to`` is
        the command to do when that is left."""
        from tui.forms.files.sync_form import SyncForm

        form = SyncForm(self._host.store, self._host.state, place, back_to)
        self._host.open_form(form)

    def attach(self) -> None:
        """Attach the document."""
        from tui.forms.files.attach_form import AttachForm

        self._host.open_form(AttachForm(self._host.store, self._host.state))

    def begin(self) -> None:
        """Begin a new arrangement, in a file of its own."""
        from tui.forms.edit.begin_form import BeginForm

        folder = self._host.store.path.absolute().parent
        self._host.open_form(BeginForm(folder, self._host.drafts))
