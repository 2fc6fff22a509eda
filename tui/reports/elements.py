"""The pieces of a page as the few things that a document is made of."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from storage.text import shown as shown_on_screen
from tui.words import dates
from tui.words.contents.log_entry import entry_asks, entry_text, wrote
from tui.words.contents.page_pieces import (
    Agreed,
    Aim,
    Block,
    BodyText,
    Grid,
    HintLine,
    Labelled,
    ListTitle,
    Logbook,
    Others,
    Piece,
    PlainSentence,
    RecordLine,
    SectionTitle,
    Signal,
    StateLine,
)
from tui.words.record_words import short_code, term_of, word


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
            elif told := _line(piece):
                if facts:
                    yield from gathered()
                lines += map(report_text, told)
            else:
                yield from gathered()
                within = within or isinstance(piece, SectionTitle)
                yield from _single(piece, 3 if within else 2)
        yield from gathered()


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
        case StateLine(said) | Signal(_, said):
            yield Paragraph(", ".join(report_text(part.text) for part in said))
        case Grid(header, rows):
            clean = tuple(tuple(report_text(cell) for cell in row) for row in rows)
            yield Grid(tuple(map(report_text, header)), clean)
        case _:
            return


def _line(piece: Piece) -> list[str]:
    """What a piece says as lines of a list; nothing for what is none."""
    match piece:
        case RecordLine(text, _, number):
            return [f"{text}   {number}".rstrip()]
        case Aim(text, aside):
            return ["; ".join(part for part in (text, aside) if part)]
        case Agreed(row, hangs):
            state = word("status", row.status) if row.status else word("kind", row.kind)
            parts = (short_code(row.code), row.title, hangs or term_of(row), state)
            return [", ".join(part for part in parts if part)]
        case Logbook(entries):
            found = []
            for entry in entries:
                day = dates.day(entry.date) if entry.date else ""
                head = ", ".join(part for part in (day, wrote(entry)) if part)
                asks = entry_asks(entry)
                found.append(f"{head}: {entry_text(entry)}{f' ({asks})' if asks else ''}")
            return found
        case _:
            return []
