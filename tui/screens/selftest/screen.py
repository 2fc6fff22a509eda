"""What this laptop has of what the app needs, to read and to hand to a help desk."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from textual.app import ComposeResult

from tui.base.app_messages import Work
from tui.base.base_screen import BaseScreen
from tui.draw.spans import Line, ink, quiet, room_in, row, wrap
from tui.draw.text_signs import warned
from tui.locale import charset, say
from tui.screens.selftest.commands import SELFTEST_PAGE
from tui.selftest import FindingGroup, Terminal, as_lines, look_at_all, verdict
from tui.widgets.footer import KeyHint
from tui.widgets.line_pane import LinePane
from tui.words.labelled import labelled


class SelftestScreen(BaseScreen):
    """One page; a disk that takes its time is waited for beside the screen."""

    TOPIC = "selftest"
    DOES = SELFTEST_PAGE

    def __init__(self) -> None:
        super().__init__()
        self.found: Sequence[FindingGroup] | None = None

    def parts(self) -> ComposeResult:
        yield LinePane("selftest")

    def on_mount(self) -> None:
        self._show()
        self.query_one(LinePane).focus()
        path, seen = self.app.path, self._terminal()
        self.run_worker(lambda: self._look(path, seen), thread=True)

    def _terminal(self) -> Terminal:
        colours = self.app.console.color_system
        return Terminal(self.app.size, colours, charset.is_ascii(), os.environ)

    def _look(self, path: Path, seen: Terminal) -> None:
        self.post_message(Work("selftest", look_at_all(path, seen)))

    def on_work(self, message: Work) -> None:
        if isinstance(message.result, list):
            self.found = message.result
            self._show()

    def shown_name(self) -> str:
        return say("selftest.title")

    def shown_text(self) -> str:
        return "".join(f"{line}\n" for line in as_lines(self.found or ()))

    def _show(self) -> None:
        self.query_one(LinePane).show(
            lambda width: list(self._lines(width)),
            lambda width, more: (
                [ink(say("selftest.title"), bold=True)],
                [quiet(say("page.more"))] if more else (),
            ),
        )
        self.show_hints()

    def _lines(self, width: int) -> Iterator[Line]:
        room = room_in(width)
        yield row(width, [])
        if self.found is None:
            yield row(width, [quiet(say("selftest.looking"))])
            return
        for line in wrap(f"{verdict(self.found)} {say('selftest.mail')}", room):
            yield row(width, line)
        for part in self.found:
            yield row(width, [])
            yield row(width, [quiet(part.title)])
            for one in part.findings:
                text = warned(one.value) if one.wrong else one.value
                yield from labelled(one.label, text, room, width)

    def hints(self) -> list[KeyHint]:
        names = () if self.found is None else ("copy", "copy_to_file")
        return [KeyHint(say("key.up_down"), say("command.read")), *self.hint(*names, "back")]
