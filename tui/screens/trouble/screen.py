"""A file that does not open: a readable sentence, and how to go on with the newest copy."""

from collections.abc import Iterator
from pathlib import Path

from textual.app import ComposeResult

from storage.backups.backup import restore_backup
from storage.backups.daily_copies import Copy
from storage.backups.daily_copies import newest as newest_copy
from storage.errors import SPOILT, Refused
from storage.files.file_errors import cannot_write
from tui.base.app_messages import Restored, Work
from tui.base.base_screen import BaseScreen
from tui.draw.spans import Line, ink, quiet, room_in, row, wrap
from tui.locale import refusal, say
from tui.screens.trouble.commands import TROUBLE
from tui.widgets.footer import KeyHint
from tui.widgets.line_pane import LinePane
from tui.words import dates
from tui.words.labelled import labelled


class TroubleScreen(BaseScreen):
    """Nothing was touched; what the file is replaced by, a person chooses."""

    TOPIC = "trouble"
    DOES = TROUBLE

    def __init__(self, refused: Refused, path: Path) -> None:
        super().__init__()
        self.refused = refused
        self.path = path
        self.spoilt = refused.key in SPOILT
        self.busy = self.spoilt
        self.newest: Copy | None = None
        self.asked = False

    @property
    def idle(self) -> bool:
        """Whether nothing is being looked for or put back."""
        return not self.busy

    def parts(self) -> ComposeResult:
        yield LinePane("trouble")

    def on_mount(self) -> None:
        self._show()
        self.query_one(LinePane).focus()
        if self.spoilt:
            self.run_worker(self._find, thread=True)

    def _find(self) -> None:
        """Look for a copy in a thread: each is read whole."""
        self.post_message(Work("find", newest_copy(self.path)))

    def go_back(self) -> None:
        """Put the copy in the place of the file, in a thread; the first time only ask."""
        copy = self.newest
        if not self.asked:
            self.asked = True
            self._show()
        elif copy is not None:
            self.busy = True
            self._show()
            self.run_worker(lambda: self._restore(copy), thread=True)

    def _restore(self, copy: Copy) -> None:
        try:
            restore_backup(copy.path, self.path)
            self.post_message(Work("restore", copy))
        except Refused as refused:
            self.post_message(Work("restore", refused=refused))
        except OSError as error:
            self.post_message(Work("restore", refused=cannot_write(self.path, error)))

    def on_work(self, message: Work) -> None:
        self.busy = False
        found = message.result
        if message.refused is not None:
            self.refuse(message.refused)
        elif isinstance(found, Copy) and message.name == "restore":
            self.post_message(Restored(found.day))
        elif isinstance(found, Copy):
            self.newest = found
        self._show()

    def _show(self) -> None:
        self.query_one(LinePane).show(
            lambda width: list(self._lines(width)),
            lambda width, more: ([ink(say("trouble.title"), bold=True)], ()),
            keep=True,
        )
        self.show_hints()

    def _lines(self, width: int) -> Iterator[Line]:
        room = room_in(width)
        yield row(width, [])
        for text in (self._why(), *self._about_copy()):
            for line in wrap(text, room):
                yield row(width, line)
            yield row(width, [])
        yield from labelled(say("trouble.file"), str(self.path), room, width)
        if self.newest is not None:
            yield from labelled(say("trouble.copy"), str(self.newest.path), room, width)
        yield row(width, [])
        yield row(width, [quiet(say("trouble.untouched"))])

    def _why(self) -> str:
        key = self.refused.key
        return say(f"trouble.{key}") if self.spoilt else refusal(key, self.refused.details)

    def _about_copy(self) -> Iterator[str]:
        if self.busy:
            yield say("trouble.busy")
        elif self.newest is not None:
            when = dates.day(self.newest.day.isoformat())
            yield say("trouble.newest", day=when, ago=dates.ago(self.newest.day))
            yield say("trouble.sure", day=when) if self.asked else say("trouble.keeps")
        elif self.spoilt:
            yield say("trouble.no_copy")

    def hints(self) -> list[KeyHint]:
        return self.hint("go_back", "again", "quit")
