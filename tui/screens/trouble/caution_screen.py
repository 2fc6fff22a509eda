"""Something to know of the file: one page, read once."""

from collections.abc import Iterator
from pathlib import Path

from textual.app import ComposeResult

from tui.base.base_screen import BaseScreen
from tui.draw.spans import Line, ink, room_in, row, wrap
from tui.locale import say
from tui.screens.trouble.commands import CAUTION
from tui.widgets.footer import KeyHint
from tui.widgets.line_pane import LinePane
from tui.words.labelled import labelled


class CautionScreen(BaseScreen):
    """What is wrong and why, and one key to go on."""

    TOPIC = "caution"
    DOES = CAUTION

    def __init__(self, text: str, path: Path) -> None:
        super().__init__()
        self.text = text
        self.path = path

    def parts(self) -> ComposeResult:
        yield LinePane("caution")

    def on_mount(self) -> None:
        page = self.query_one(LinePane)
        page.show(
            lambda width: list(self._lines(width)),
            lambda width, more: ([ink(say("caution.title"), bold=True)], ()),
        )
        page.focus()
        self.show_hints()

    def _lines(self, width: int) -> Iterator[Line]:
        room = room_in(width)
        yield row(width, [])
        for line in wrap(self.text, room):
            yield row(width, line)
        yield row(width, [])
        yield from labelled(say("trouble.file"), str(self.path), room, width)

    def hints(self) -> list[KeyHint]:
        return self.hint("go_on")
