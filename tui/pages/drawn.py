"""Pages as lines for the width they get (look.md, "Page")."""

from collections.abc import Iterator

from storage.views import Page, Reading
from tui.locale import say
from tui.pages import agreement, record
from tui.pages.parts import Block
from tui.pages.pieces import lines_of
from tui.rows.agreements import short_code
from tui.spans import Line, Span, clean, cut, gap, ink, quiet, row, width_of

TEXT = 72
CODE = 24


def page_lines(
    reading: Reading, width: int, last_year: str, *, log: bool = True, keys: bool = True
) -> list[Line]:
    """Everything under the heading; a line that names another record leads to it.

    ``log`` is false where the logbook stands beside the page, ``keys`` where its keys do not work.
    """
    lines: list[Line] = []
    room = min(TEXT, width - 4)
    for n, block in enumerate(blocks_of(reading, last_year, log=log)):
        found = [line for piece in block for line in lines_of(piece, room, keys=keys)]
        if found:
            lines += [row(room + 4, []), *found] if n else found
    return lines


def blocks_of(reading: Reading, last_year: str, *, log: bool) -> Iterator[Block]:
    """What stands under the title, whatever kind of page it is."""
    if isinstance(reading, Page):
        return agreement.blocks(reading, last_year, log=log)
    return record.blocks(reading, log=log)


def title_of(reading: Reading) -> tuple[str, str]:
    """What it is called, and its code or the kind of thing that it is."""
    if isinstance(reading, Page):
        return clean(reading.row.title), clean(reading.row.code)
    kind = say(f"type.{reading.type}")
    return (clean(reading.title), kind) if reading.title else (kind.capitalize(), "")


def heading(reading: Reading, width: int, *, more: bool) -> tuple[Line, Line]:
    """The title, and at the right the whole code; the short one where the title needs room."""
    title, right = title_of(reading)
    short = short_code(right) if isinstance(reading, Page) else right
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
