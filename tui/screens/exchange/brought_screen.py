"""What came in last: who from, what became of what people said, each by name, and what changed."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult

from storage.views.import_preview import Preview
from tui.base.base_screen import BaseScreen
from tui.base.guard import guarded
from tui.draw.spans import Line, ink, quiet, room_in, row
from tui.locale import say, say_count
from tui.pages.record_changes import record_change_lines
from tui.pages.upshot_lines import whole_lines
from tui.screens.exchange.commands import BROUGHT
from tui.store import Store
from tui.widgets.footer import KeyHint
from tui.widgets.header import HeaderLine
from tui.widgets.line_pane import LinePane
from tui.words.labelled import labelled
from tui.words.record_words import sender


class BroughtScreen(BaseScreen):
    """One page; nothing is read anew, so it tells how it was when it came in."""

    TOPIC = "brought"
    DOES = BROUGHT

    def __init__(self, store: Store, brought: Preview) -> None:
        super().__init__()
        self.store = store
        self.brought = brought

    def parts(self) -> ComposeResult:
        yield HeaderLine()
        yield LinePane("brought")

    @guarded
    def on_mount(self) -> None:
        self.query_one(HeaderLine).show(self.store.totals())
        self.query_one(LinePane).show(
            lambda width: list(self._lines(width)),
            lambda width, more: (
                [ink(say("title.brought"), bold=True)],
                [quiet(say("page.more"))] if more else (),
            ),
        )
        self.query_one(LinePane).focus()
        self.show_hints()

    def _lines(self, width: int) -> Iterator[Line]:
        found = self.brought
        yield row(width, [])
        senders = ", ".join(f"{sender(name)} {n}" for name, n in found.senders)
        told = say_count("count.acts", found.new_acts)
        text = f"{told}   {senders}" if senders else told
        yield from labelled(say("exchange.new"), text, room_in(width), width)
        yield from whole_lines(found.follows, width)
        yield from record_change_lines(found, width, colour=not self.app.no_color)

    @property
    def mover(self) -> LinePane:
        return self.query_one(LinePane)

    def hints(self) -> Sequence[KeyHint]:
        return [KeyHint(say("key.up_down"), say("command.read")), *self.hint("back")]
