"""What stands beside the page from 150 columns on: source or neighbours, and logbook."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from storage.views.agreement_list import AgreementRow
from storage.views.page_content import Page
from storage.views.page_elements import ListedPart
from tui.commands.keymap import hint as key_of
from tui.draw.spans import Line, accent, gap, ink, quiet, row, wrap
from tui.locale import number, say
from tui.pages.log_lines import log_lines
from tui.rows.agreement_columns import list_columns
from tui.rows.agreement_lines import Agreement
from tui.widgets.line_pane import Draw, Head
from tui.words.locator import locator_in_words

Texts = Callable[[Sequence[str]], dict[str, str]]
"""What stands at these places of the document, as far as it is attached."""
Neighbours = Callable[[Page], Sequence[ListedPart]]


def source_beside(page: Page | None, texts: Texts, neighbours: Neighbours) -> tuple[Draw, Head]:
    """The source: where it is written, and what stands there; where the document is not attached
    the agreements beside an agreement."""

    def draw(width: int) -> Iterator[Line]:
        if page is None:
            return
        there = texts(page.places)
        if not there and (beside := neighbours(page)):
            yield from _neighbours(beside, width)
            return
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
        if page and not texts(page.places) and neighbours(page):
            return [ink(say("page.neighbours"), bold=True)], ()
        return [ink(say("page.source"), bold=True)], opens if page and page.places else ()

    return draw, head


def _neighbours(parts: Sequence[ListedPart], width: int) -> Iterator[Line]:
    for n, part in enumerate(parts):
        if n:
            yield ()
        for line in wrap(say(f"beside.{part.what}", name=part.of.name), width - 4, "quiet"):
            yield row(width, line)
        rows = [one for one in part.rows if isinstance(one, AgreementRow)]
        rows = [one._replace(term=None, nature=None) for one in rows]
        columns = list_columns(rows, width)
        for one in rows:
            yield from Agreement(one, columns).draw(width)


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
