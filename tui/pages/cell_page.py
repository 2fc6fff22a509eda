"""What a cell of the matrix says, written out: kinds with their counts, and the agreements."""

from collections.abc import Iterator, Sequence

from storage.views.agreement_list import AgreementRow
from storage.views.page_content import AgreementPage
from tui.draw.spans import Line, Span, clean, gap, ink, quiet, room_in, row, wrap, wrap_spans
from tui.locale import number, say
from tui.pages import page_lines
from tui.rows.agreement_lines import Agreement
from tui.words.record_words import word


def single_lines(page: AgreementPage, width: int, last_year: str) -> list[Line]:
    """The one agreement that is there, whole."""
    title = [row(width, line) for line in wrap(clean(page.row.title), room_in(width))]
    return [*title, *page_lines(page, width, last_year, keys=False)]


def cell_lines(
    kinds: Sequence[tuple[str, int]], rows: Sequence[AgreementRow], more: int, width: int
) -> Iterator[Line]:
    """The kinds, the first of the agreements, and how many ``more`` there are."""
    said = [span for kind, n in kinds for span in _counted(kind, n)]
    for line in wrap_spans(said, width - 4):
        yield row(width, line)
    yield row(width, [])
    for found in rows:
        yield from Agreement(found).draw(width)
    if more:
        yield row(width, [quiet(say("list.others", n=number(more)))])


def _counted(kind: str, n: int) -> list[Span]:
    return [quiet(word("kind", kind)), gap(), ink(number(n)), gap(3)]
