"""How far something is, and what asks for attention, as lines of a page."""

from collections.abc import Iterator

from rich.cells import cell_len

from tui.draw import signs
from tui.draw.progress_strip import progress_strip, scale_for, strip_counts
from tui.draw.spans import (
    FULL,
    Line,
    Linked,
    amber,
    clean,
    crop,
    cut,
    ink,
    quiet,
    row,
)
from tui.locale import number, say
from tui.words.contents.page_pieces import AttentionTable, ProgressStrip, ProgressTable
from tui.words.contents.progress_words import BETWEEN
from tui.words.record_words import short_code

NAME, LAST, LAST_FROM, NUMBER = 24, 20, 60, 5
WHY = 22  # cells that a reason has at least
SIGNS = {
    "late": signs.LATE,
    "conflict": signs.CONFLICT,
    **signs.SIGNAL,
}


def progress_lines(
    piece: ProgressStrip | ProgressTable | AttentionTable, room: int, listed: int
) -> Iterator[Line]:
    """One of these pieces: the whole within ``room`` cells of text, a list within ``listed``."""
    if isinstance(piece, ProgressStrip):
        yield from _whole(piece, min(listed, max(room, 100)))
    elif isinstance(piece, ProgressTable):
        yield from _table(piece, listed)
    else:
        yield from _care(piece, listed)


def _whole(piece: ProgressStrip, room: int) -> Iterator[Line]:
    """The strip, for how many a sign stands where that is not one, and the counts in words."""
    counts = strip_counts(piece.far)
    scale = scale_for([counts], room)
    yield row(room + 4, progress_strip(counts, room, scale))
    if scale > 1:
        yield row(room + 4, [quiet(say("sheet.scale", n=scale))])
    yield from (row(room + 4, [quiet(line)]) for line in _counts_in_lines(piece.told, room))


def _counts_in_lines(told: str, room: int) -> Iterator[str]:
    """Counts beside one another as far as they fit; none is broken off from its word."""
    line = ""
    for count in told.split(BETWEEN):
        longer = f"{line}{BETWEEN}{count}" if line else count
        if line and cell_len(longer) > room:
            yield line
            longer = count
        line = longer
    if line:
        yield line


def _table(piece: ProgressTable, room: int) -> Iterator[Line]:
    """Names, strips of one scale, when each last changed, and how many are open."""
    dated = room >= LAST_FROM and any(one.last for one in piece.rows)
    free = room - NUMBER - 1 - (LAST if dated else 0)
    longest = max((cell_len(clean(one.text)) for one in piece.rows), default=0)
    size = min(longest + 2, max(free * 3 // 5, NAME))
    counts = [strip_counts(one.far) for one in piece.rows]
    scale = scale_for(counts, free - size)
    for one, strip in zip(piece.rows, counts, strict=True):
        paint = ink if one.number != number(0) else quiet
        name = crop([paint(cut(clean(one.text), size - 2))], size)
        last = crop([quiet(cut(one.last, LAST))], LAST if dated else 0)
        signs_of = progress_strip(strip, free - size, scale)
        line = row(room + 4, [*name, *signs_of], [*last, quiet(one.number.rjust(NUMBER))])
        yield Linked(line, one.link)
    if scale > 1:
        yield row(room + 4, [quiet(say("sheet.scale", n=scale))])


def _care(piece: AttentionTable, room: int) -> Iterator[Line]:
    """The agreements, why each asks for attention, and their codes."""
    codes = [short_code(clean(one.row.code)) for one in piece.rows]
    free = room - max(map(len, codes), default=0) - 1
    title = max(cell_len(clean(one.row.title)) for one in piece.rows)
    why = max(cell_len(clean(one.told)) for one in piece.rows)
    size = max(min(title + 2, free - min(why, WHY)), 1)
    for one, code in zip(piece.rows, codes, strict=True):
        paint = amber if one.why == "late" else quiet
        name = crop([ink(cut(clean(one.row.title), size - 2, FULL))], size)
        said = paint(cut(clean(one.told), free - size, FULL))
        yield Linked(row(room + 4, [*name, said], [quiet(code)], SIGNS.get(one.why)), one.row.id)
