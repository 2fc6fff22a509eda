"""One line that is asked, over the screen it is asked on; and questions that follow each other."""

from collections.abc import Callable, Generator, Sequence
from typing import Any

from textual.screen import Screen
from textual.widgets import Input

from storage.errors import Refused
from tui.base.picker import Picker
from tui.rows.row import Row, SentenceRow

Steps = Generator[Screen[Any], str | None, None]
"""Questions one after another: each gives the screen that asks it, and gets what was answered;
None where someone went back."""


class LineScreen(Picker):
    """Gives what was typed, "" where nothing was."""

    def __init__(self, asked: str, told: str = "", before: str = "") -> None:
        super().__init__()
        self.asked = asked
        self.told = told
        self._before = before

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(Input).value = self._before

    def found(self, words: str) -> tuple[Sequence[Row], int, int]:
        return [SentenceRow(self.told)] if self.told else [], 0, 0

    def done(self) -> None:
        self.dismiss(self.query_one(Input).value.strip())


def ask_steps(
    push: Callable[[Screen[Any], Callable[[str | None], None]], object],
    steps: Steps,
    refuse: Callable[[Refused], None],
) -> None:
    """Ask questions one after another until there is none left, or one is refused."""

    def go_on(answer: str | None = None) -> None:
        try:
            screen = steps.send(answer)
        except StopIteration:
            return
        except Refused as refused:
            refuse(refused)
            return
        push(screen, go_on)

    go_on()
