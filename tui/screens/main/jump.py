"""Jump labels: a letter at everything that one can go to; typing it goes there."""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from textual import events
from textual.screen import ModalScreen

from tui.locale import say
from tui.widgets.footer import Footer, KeyHint
from tui.widgets.page_view import PageView
from tui.widgets.row_list import RowList

LETTERS = "fjdkslaghrueiwoqptyvncmxbzFJDKSLAGHRUEIWOQPTYVNCMXBZ"


class JumpTarget(NamedTuple):
    """Something one can jump to: a row or a line of a pane."""

    pane: str
    key: str


def labels(count: int) -> list[str]:
    """As many labels, all of the same length, so that none is the beginning of another."""
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    size = next(n for n in range(1, len(LETTERS) + 1) if n * n >= count or n == len(LETTERS))
    pairs = ("".join(pair) for pair in product(LETTERS[:size], repeat=2))
    return [pair for pair, _ in zip(pairs, range(count), strict=False)]


class JumpScreen(ModalScreen[JumpTarget | None]):
    """Lies over the panes, which draw the labels; Esc leaves."""

    def __init__(self, panes: Sequence[RowList | PageView]) -> None:
        super().__init__()
        self.panes = panes
        places = [(pane, y, key) for pane in panes for y, key in pane.targets]
        self.targets: dict[str, JumpTarget] = {}
        drawn: dict[int, dict[int, str]] = {n: {} for n in range(len(panes))}
        for label, (pane, y, key) in zip(labels(len(places)), places, strict=False):
            self.targets[label] = JumpTarget(pane.id or "", key)
            drawn[panes.index(pane)][y] = label
        self.drawn = drawn
        self.typed = ""

    def on_mount(self) -> None:
        self._draw()

    def _draw(self) -> None:
        """Only the labels that go on from what was typed."""
        for n, pane in enumerate(self.panes):
            pane.labels = {
                y: label[len(self.typed) :]
                for y, label in self.drawn[n].items()
                if label.startswith(self.typed)
            }
            pane.refresh()

    def on_key(self, event: events.Key) -> None:
        event.stop()
        typed = self.typed + (event.character or "")
        if typed in self.targets:
            self._leave(self.targets[typed])
        elif event.is_printable and any(label.startswith(typed) for label in self.targets):
            self.typed = typed
            self._draw()
        elif event.key in ("escape", "enter", "space"):
            self._leave(None)

    def on_click(self) -> None:
        self._leave(None)

    def _leave(self, target: JumpTarget | None) -> None:
        for pane in self.panes:
            pane.labels = {}
            pane.refresh()
        self.dismiss(target)


def say_how(footer: Footer) -> None:
    """What the footer says meanwhile."""
    hints = [
        KeyHint(say("key.letter"), say("command.jump_to")),
        KeyHint(say("key.escape"), say("command.back")),
    ]
    footer.show(hints)
