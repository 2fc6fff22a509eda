"""A Textual app with the same panes and as many rows, and nothing behind it.

Run as `python -m tests.benchmarks.bare_app`; it is what the real app's start is held against.
"""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static

REGIONS, PROGRAMMES, AGREEMENTS = 9, 50, 61


class BareApp(App[None]):
    """Three lists, a page, a header and a footer."""

    CSS = "#side { width: 26; } OptionList { height: 1fr; border: none; } Static { height: auto; }"
    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "quit")]

    def compose(self) -> ComposeResult:
        yield Static("Samenwerkingsarrangement", markup=False)
        with Horizontal():
            with Vertical(id="side"):
                yield OptionList(*(f"Regio {n}" for n in range(REGIONS)), markup=False)
                yield OptionList(*(f"Programma {n}" for n in range(PROGRAMMES)), markup=False)
            with Vertical():
                yield OptionList(*(f"Afspraak {n}" for n in range(AGREEMENTS)), markup=False)
                yield Static("Een bladzij met tekst\n" * 10, markup=False)
        yield Static("klaar", markup=False)


if __name__ == "__main__":
    BareApp().run()
