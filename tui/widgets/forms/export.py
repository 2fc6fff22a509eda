"""Export to a file for a colleague."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from textual.widgets import Input

from tui.locale import say
from tui.messages import Done
from tui.store import Store
from tui.widgets.footer import Hint
from tui.widgets.forms.path import PathForm


class ExportForm(PathForm):
    """A file that stands there already is replaced only when asked twice."""

    command = "export"
    title = "title.export"
    explain = "exchange.export_hint"

    def __init__(self, store: Store) -> None:
        super().__init__(store, f"arrangement-{date.today().isoformat()}.json")
        self.asked: Path | None = None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        path = self.path
        if self.busy:
            return
        if path is None or os.path.isdir(path):
            self.tell(say("exchange.missing"))
        elif os.path.exists(path) and path != self.asked:
            self.asked = path
            self.tell(say("exchange.exists"))
        else:
            self.asked = path
            self.work("export", lambda: self.store.export(path))

    def hints(self) -> Sequence[Hint]:
        return [
            Hint(say("key.enter"), say("command.export")),
            Hint(say("key.escape"), say("command.leave")),
        ]

    def finished(self, name: str, result: object) -> None:
        path = self.asked.name if self.asked else ""
        self.post_message(Done(say("toast.exported", path=path), undoable=False))
