"""Compare a file with what is here, or with another file."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from storage.progress import Watch
from storage.views.differences import Difference
from tui.draw.spans import clean
from tui.forms.files.file_form import FileForm
from tui.forms.form_messages import Closed, Compared
from tui.forms.parts.form import FormTitle
from tui.locale import say
from tui.store import Store
from tui.user.state import ScreenState
from tui.widgets.footer import KeyHint


class CompareForm(FileForm):
    """Enter compares; Tab keeps a file, and then the next one is compared with that."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("shift+tab", "keep", show=False)]
    command = "compare"

    def __init__(self, store: Store, habits: ScreenState) -> None:
        super().__init__(store, habits)
        self.first: Path | None = None

    def explanation(self) -> str:
        if self.first is not None:
            return say("compare.second", name=clean(self.first.name))
        return super().explanation()

    def look_into(self, path: Path) -> None:
        self.file = path
        a, b = (path, None) if self.first is None else (self.first, path)

        def compare(watch: Watch) -> Difference | Path:
            return path if path.is_dir() else self.store.snapshots.difference(a, b, watch)

        self.work("compare", compare)

    def finished(self, name: str, result: object) -> None:
        if isinstance(result, Path):
            self.enter(result)
        elif isinstance(result, Difference):
            a, b = (self.file, None) if self.first is None else (self.first, self.file)
            self.habits.folder = str(self.file.parent)
            self.post_message(Closed())
            self.post_message(Compared(result, a.name, b.name if b else None))

    def action_complete(self) -> None:
        if self.is_path:
            super().action_complete()
        else:
            self.action_keep()

    def action_keep(self) -> None:
        """Keep the file with the bar to compare another one with, or let go of it."""
        found = self.highlighted
        if self.busy or (self.first is None and (found is None or found.is_folder)):
            return
        self.first = found.path if found is not None and self.first is None else None
        self.query_one(FormTitle).tell(self.first.name if self.first else "")
        self.tell()

    def hints(self) -> Sequence[KeyHint]:
        if self.running is not None:
            return super().hints()
        key = say("key.shift_tab" if self.is_path else "key.tab")
        word = say("command.keep_file" if self.first is None else "command.let_go")
        tab = [KeyHint(say("key.tab"), say("command.complete"))] if self.is_path else []
        return [
            KeyHint(say("key.up_down"), say("command.choose")),
            *tab,
            KeyHint(say("key.enter"), say("command.compare")),
            KeyHint(key, word),
            KeyHint(say("key.escape"), say("command.leave")),
        ]
