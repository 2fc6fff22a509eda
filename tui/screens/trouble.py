"""A file that does not open: a readable sentence, and nothing was touched."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult

from storage.errors import Refused
from tui.commands.base import Command
from tui.commands.common import Quit
from tui.locale import refusal, say
from tui.pages import labelled
from tui.screens.base import Base
from tui.spans import Line, ink, quiet, row, wrap
from tui.widgets.footer import Hint
from tui.widgets.lines import Lines


class TroubleScreen(Base):
    """Only reading and leaving."""

    TOPIC = "trouble"
    DOES: ClassVar[tuple[type[Command], ...]] = (Quit,)

    def __init__(self, refused: Refused, path: Path) -> None:
        super().__init__()
        self.refused = refused
        self.path = path

    def parts(self) -> ComposeResult:
        yield Lines("trouble")

    def on_mount(self) -> None:
        page = self.query_one(Lines)
        page.show(
            lambda width: list(self._lines(width)),
            lambda width, more: ([ink(say("trouble.title"), bold=True)], ()),
        )
        page.focus()
        self.show_hints()

    def _lines(self, width: int) -> Iterator[Line]:
        room = min(72, width - 4)
        yield row(width, [])
        for line in wrap(refusal(self.refused.key, self.refused.details), room):
            yield row(width, line)
        yield row(width, [])
        yield from labelled(say("trouble.file"), str(self.path), room, width)
        yield row(width, [])
        yield row(width, [quiet(say("trouble.untouched"))])

    def hints(self) -> list[Hint]:
        return self.hint("quit")
