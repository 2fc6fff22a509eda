"""A block of the document as lines: in the margin which part it is, beside it what it says."""

from collections.abc import Iterator, Sequence

from seed.document.document_reader import ReadBlock, Text
from tui.draw.spans import Line, Span, amber, clean, cut, gap, quiet, room_in, row, wrap
from tui.locale import number, say
from tui.store import Store
from tui.words.locator import part_in_words

MARGIN = 14
NARROW = 60


def block_lines(block: ReadBlock, text: str, width: int, *, own: bool, faint: bool) -> list[Line]:
    """The lines of a block, and a blank one under it. One of the record that is asked for is
    bold in the margin; the others are ``faint`` beside it."""
    return [*_lines(block, text, width, own=own, faint=faint), ()]


def passage_count(text: Text, at: int) -> Line:
    """Which passage it is of how many; before it how many are undecided, or why none can be."""
    place = quiet(f"{number(at + 1)}/{number(len(text.blocks))}")
    left = sum(block.undecided for block in text.blocks)
    if text.decides and left:
        return [quiet(say("source.left", n=number(left))), gap(3), place]
    if not text.attached:
        return [amber(say("source.summary")), gap(3), place]
    return [amber(say("source.edition")), gap(3), place] if text.edition else [place]


def block_title(store: Store, block: ReadBlock) -> str:
    """What stands for a block of which the text is not here."""
    titles = [clean(store.title(record)[1]) for record in block.records]
    return "; ".join(titles) or say("source.no_text")


def _lines(
    block: ReadBlock, text: str, width: int, *, own: bool, faint: bool
) -> Iterator[Sequence[Span]]:
    role = "quiet" if faint and not own else "ink"
    if block.kind in ("heading", "label"):
        bold = block.kind == "heading"
        for line in wrap(text, room_in(width), role):
            yield row(width, [span._replace(bold=bold) for span in line])
        return
    margin = MARGIN if width >= NARROW else 0
    part = part_in_words(block.locator)
    if not margin:
        yield row(width, [_part(part, own)])
    for n, line in enumerate(wrap(text, min(room_in(width), width - 4 - margin), role)):
        start = _part(cut(part, margin - 1).ljust(margin) if n == 0 else " " * margin, own)
        yield row(width, [start, *line] if margin else line)


def _part(text: str, own: bool) -> Span:
    return Span(clean(text), "ink", bold=True) if own else quiet(text)
