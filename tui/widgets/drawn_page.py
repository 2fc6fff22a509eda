"""What is read on page 0, whatever it is: its id and its lines."""

from collections.abc import Callable

from storage.views.page_content import Page, Reading
from tui import pages
from tui.widgets.line_pane import Draw, Head


def id_of(reading: Reading) -> str:
    """The id of the record."""
    return reading.row.id if isinstance(reading, Page) else reading.record


def drawn(
    reading: Reading, last_year: str, log: Callable[[], bool] = lambda: True, *, keys: bool = True
) -> tuple[Draw, Head]:
    """How it is drawn; ``log`` says whether its logbook stands in it, and not beside it, ``keys``
    is false where its keys do not work."""
    return (
        lambda width: pages.page_lines(reading, width, last_year, log=log(), keys=keys),
        lambda width, more: pages.heading(reading, width, more=more),
    )
