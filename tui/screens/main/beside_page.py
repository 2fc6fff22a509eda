"""What stands beside the page from 150 columns on: source and logbook."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from storage.views.page_content import AgreementPage, Page
from tui.commands.keymap import hint as key_of
from tui.draw.spans import Line, accent, gap, ink, quiet, row, wrap
from tui.locale import number, say
from tui.pages.log_lines import log_lines
from tui.widgets.line_pane import Draw, Head
from tui.words.locator import locator_in_words

Texts = Callable[[Sequence[str]], dict[str, str]]
"""What stands at these places of the document, as far as it is attached."""


def source_beside(page: AgreementPage | None, texts: Texts) -> tuple[Draw, Head]:
    """The source: where the agreement is written, and what stands there."""

    def draw(width: int) -> Iterator[Line]:
        if page is None:
            return
        there = texts(page.places)
        for place in page.places:
            yield from (
                row(width, line) for line in wrap(locator_in_words(place), width - 4, "quiet")
            )
            said = wrap(there[place], width - 4) if place in there else ()
            yield from (row(width, line) for line in said)
            yield ()
        if not there:
            told = say("page.summary" if page.places else "page.no_locator")
            yield from (row(width, line) for line in wrap(told, width - 4, "quiet"))

    def head(width: int, more: bool) -> tuple[Line, Line]:
        opens = [accent(key_of("source"), bold=True), gap(), quiet(say("page.opens"))]
        return [ink(say("page.source"), bold=True)], opens if page and page.places else ()

    return draw, head


def log_beside(page: Page | None) -> tuple[Draw, Head]:
    """The whole logbook."""

    def draw(width: int) -> Iterable[Line]:
        if page is None:
            return ()
        if not page.entries:
            return [row(width, [quiet(say("page.no_entries"))])]
        return log_lines(page.entries, width - 4, width)

    def head(width: int, more: bool) -> tuple[Line, Line]:
        count = [quiet(number(len(page.entries)))] if page else []
        mark = [quiet(say("page.more")), gap(3)] if more else []
        return [ink(say("page.logbook"), bold=True)], [*mark, *count]

    return draw, head
