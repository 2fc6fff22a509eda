"""The pieces of a page as the few things that a document is made of."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from storage.text import shown as shown_on_screen
from tui.words.contents.page_pieces import (
    Block,
    BodyText,
    Grid,
    HintLine,
    Labelled,
    ListTitle,
    Others,
    Piece,
    PlainSentence,
    SectionTitle,
)
from tui.words.contents.plain_text import plain_block_lines


class ReportHeading(NamedTuple):
    """A heading: 2, or 3 within a part that has one; what stands ``beside`` it is quiet."""

    level: int
    text: str
    beside: str = ""


class Paragraph(NamedTuple):
    """Running text; ``warning`` is what a reader must not miss."""

    text: str
    warning: bool = False


class Facts(NamedTuple):
    """Labels and what they say, under each other; a label "" goes on with the one above."""

    rows: tuple[tuple[str, str], ...]


class Items(NamedTuple):
    """Lines of a list."""

    lines: tuple[str, ...]


Element = ReportHeading | Paragraph | Facts | Items | Grid


def report_text(text: str) -> str:
    """A text as a document may have it: nothing that steers, and nothing that XML forbids."""
    return shown_on_screen(text).replace("\ufffe", "�").replace("\uffff", "�")


def elements(blocks: Iterable[Block]) -> Iterator[Element]:
    """The elements of a report in order; facts and lines that follow each other in one. No text
    has a character that could steer anything."""
    facts: list[tuple[str, str]] = []
    lines: list[str] = []
    within = False  # a part with a title of its own

    def gathered() -> Iterator[Element]:
        if facts:
            yield Facts(tuple(facts))
            facts.clear()
        if lines:
            yield Items(tuple(lines))
            lines.clear()

    for block in blocks:
        for piece in block:
            if isinstance(piece, Labelled):
                if lines:
                    yield from gathered()
                said = f"{piece.text} ({piece.aside})" if piece.aside else piece.text
                facts.append((report_text(piece.label), report_text(said)))
            elif isinstance(piece, ALONE):
                yield from gathered()
                within = within or isinstance(piece, SectionTitle)
                yield from _single(piece, 3 if within else 2)
            else:
                if facts:
                    yield from gathered()
                said_plainly = plain_block_lines([piece], None, str)
                lines += [report_text(line.strip()) for line in said_plainly if line.strip()]
        yield from gathered()


ALONE = (SectionTitle, ListTitle, BodyText, PlainSentence, Others, HintLine, Grid)
"""Pieces with a form of their own; what others say in plain text are lines of a list."""


def _single(piece: Piece, level: int) -> Iterator[Element]:
    match piece:
        case SectionTitle(text, number):
            yield ReportHeading(2, report_text(text), report_text(number))
        case ListTitle(text, number):
            yield ReportHeading(level, report_text(text), report_text(number))
        case BodyText(text) | PlainSentence(text) | Others(text):
            yield from (Paragraph(line) for line in report_text(text).split("\n") if line.strip())
        case HintLine(text, _, _, warning):
            yield Paragraph(report_text(text), warning)
        case Grid(header, rows):
            clean = tuple(tuple(report_text(cell) for cell in row) for row in rows)
            yield Grid(tuple(map(report_text, header)), clean)
