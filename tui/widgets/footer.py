"""The bottom line: what works here, or in a mode how it is used."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.commands import keymap
from tui.draw.paint import plain_line
from tui.draw.spans import Span, accent, gap, quiet, row, width_of
from tui.locale import say


class KeyHint(NamedTuple):
    """A key as it is shown, one word for what it does, and the command it stands for."""

    key: str
    word: str
    command: str = ""


class Pressed(Message):
    """Someone clicked a key in the footer."""

    def __init__(self, command: str) -> None:
        super().__init__()
        self.command = command


class Footer(Widget):
    """Keys in the accent, one word after each; help always at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.hints: Sequence[KeyHint] = ()
        self.most = 0
        self.typing = False
        self._left = 0
        self._ends: list[tuple[int, str]] = []

    def show(self, hints: Sequence[KeyHint], most: int = 7, *, typing: bool = False) -> None:
        """Show these hints: at most ``most`` of them below 110 columns, and what fits.

        While someone types, the key of help is a letter and help is under F1.
        """
        if (hints, most, typing) != (self.hints, self.most, self.typing):
            self.hints, self.most, self.typing = hints, most, typing
            self.refresh()

    def leave(self, columns: int) -> None:
        """Leave so many columns at the end to what lies over them."""
        self._left = columns
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        key = keymap.shown_key("f1") if self.typing else keymap.hint("help")
        right = [accent(key, bold=True), gap(), quiet(say("command.help"))]
        room = width - 5 - max(width_of(right), self._left)
        left: list[Span] = []
        self._ends = []
        hints = self.hints if width >= 110 else _first(self.hints, self.most)
        for hint in self._fitting(hints, room):
            left += [*_piece(hint), gap(2)]
            self._ends.append((3 + width_of(left), hint.command))
        self._ends.append((width, "help"))
        return plain_line(self.app, [gap(), *row(width, left, right)], width, "sunken")

    def _fitting(self, hints: Sequence[KeyHint], room: int) -> list[KeyHint]:
        """The hints for which there is room, the first ones first; how to leave shows before all,
        and while someone types then what Enter does."""
        enter = keymap.shown_key("enter") if self.typing else ""
        ranks = {n: (not _leaves(hint), hint.key != enter) for n, hint in enumerate(hints)}
        kept: set[int] = set()
        for n in sorted(ranks, key=ranks.__getitem__):
            cells = width_of(_piece(hints[n])) + 2
            if cells <= room:
                room -= cells
                kept.add(n)
        return [hints[n] for n in sorted(kept)]

    def on_click(self, event: events.Click) -> None:
        command = next((name for end, name in self._ends if event.x < end), "")
        if command:
            self.post_message(Pressed(command))


def _leaves(hint: KeyHint) -> bool:
    return hint.key == keymap.shown_key("escape")


def _first(hints: Sequence[KeyHint], most: int) -> Sequence[KeyHint]:
    """The first ones, and how to leave."""
    return [*hints[:most], *filter(_leaves, hints[most:])]


def _piece(hint: KeyHint) -> list[Span]:
    return [accent(hint.key, bold=True), gap(), quiet(hint.word)]
