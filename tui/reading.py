"""What is read on page 0, whatever it is: its id, its lines, its logbook."""

from collections.abc import Callable

from storage.views import Page, Sheet
from tui import pages
from tui.widgets.lines import Draw, Head


def id_of(reading: Page | Sheet) -> str:
    """The id of the record."""
    return reading.row.id if isinstance(reading, Page) else reading.record


def drawn(reading: Page | Sheet, last_year: str, log: Callable[[], bool]) -> tuple[Draw, Head]:
    """How it is drawn; ``log`` says whether its logbook stands in it, and not beside it."""
    if isinstance(reading, Page):
        page = reading
        return (
            lambda width: pages.page_lines(page, width, last_year, log=log()),
            lambda width, more: pages.heading(page, width, more=more),
        )
    from tui.spans import ink

    sheet = reading
    return lambda width: [], lambda width, more: ([ink(sheet.title, bold=True)], ())
