"""Pages to read, as lines for the width they get (look.md, "Page")."""

from collections.abc import Iterator

from storage.views.page_content import AgreementPage, Page
from tui.draw.spans import Line, Span, clean, cut, gap, ink, quiet, row, width_of
from tui.locale import say
from tui.pages.piece_lines import lines_of
from tui.rows.agreement_columns import list_columns
from tui.words.contents import blocks_of, page_title
from tui.words.contents.page_pieces import Agreed
from tui.words.record_words import short_code

CODE = 24


def page_lines(
    page: Page, width: int, last_year: str, *, log: bool = True, keys: bool = True
) -> Iterator[Line]:
    """Everything under the heading; a line that names another record leads to it.

    ``log`` is false where the logbook stands beside the page, ``keys`` where its keys do not work.
    """
    for n, block in enumerate(blocks_of(page, last_year, log="all" if log else "none")):
        rows = [piece.row for piece in block if isinstance(piece, Agreed) and not piece.word]
        columns = list_columns(rows, width)
        found = (
            line for piece in block for line in lines_of(piece, width, keys=keys, columns=columns)
        )
        for m, line in enumerate(found):
            if n and m == 0:
                yield row(width, [])
            yield line


def page_heading(page: Page, width: int, *, more: bool) -> tuple[Line, Line]:
    """The title, and at the right the whole code; the short one where the title needs room."""
    title, right = (clean(text) for text in page_title(page))
    short = short_code(right) if isinstance(page, AgreementPage) else right
    mark: list[Span] = [quiet(say("page.more")), gap(3)] if more else []
    for end in (
        [*mark, quiet(cut(right, CODE))],
        [*mark, quiet(cut(short, CODE))],
        [quiet(cut(short, CODE))],
    ):
        room = width - 5 - width_of(end)
        if width_of([ink(title)]) <= room:
            break
    return [ink(cut(title, max(room, 1)), bold=True)], end
