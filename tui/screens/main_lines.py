"""What stands beside the page from 150 columns on: source and logbook."""

from collections.abc import Sequence

from storage.views import Page, Reading
from tui.locale import number, say
from tui.locator import in_words
from tui.pages import log_lines
from tui.spans import Line, gap, ink, quiet, row, wrap
from tui.widgets.lines import Draw, Head


def beside(page: Page | None) -> tuple[Draw, Head]:
    """The source: where the agreement is written."""

    def draw(width: int) -> Sequence[Line]:
        if page is None:
            return ()
        place = in_words(page.locator) if page.locator else say("page.no_locator")
        lines = [row(width, line) for line in wrap(place, width - 4, "quiet")]
        lines.append(row(width, []))
        return lines + [row(width, line) for line in wrap(say("page.summary"), width - 4, "quiet")]

    return draw, lambda width, more: ([ink(say("page.source"), bold=True)], ())


def log_beside(page: Reading | None) -> tuple[Draw, Head]:
    """The whole logbook."""

    def draw(width: int) -> Sequence[Line]:
        if page is None:
            return ()
        if not page.entries:
            return [row(width, [quiet(say("page.no_entries"))])]
        return list(log_lines(page.entries, width - 4, width))

    def head(width: int, more: bool) -> tuple[Line, Line]:
        count = [quiet(number(len(page.entries)))] if page else []
        mark = [quiet(say("page.more")), gap(3)] if more else []
        return [ink(say("page.logbook"), bold=True)], [*mark, *count]

    return draw, head
