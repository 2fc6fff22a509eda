"""A point of the agenda as lines: beside the list while it is prepared, and large while it runs."""

from collections.abc import Iterable, Iterator

from storage.views.meeting import Point, PointCard
from tui.draw import signs
from tui.draw.spans import Line, Span, clean, gap, ink, quiet, row, wrap
from tui.locale import say
from tui.pages.act_page import change_lines
from tui.pages.block_lines import piece_lines
from tui.pages.piece_lines import lines_of
from tui.words import dates
from tui.words.contents.agenda_contents import (
    agreement_now,
    minutes_told,
    outcome_told,
    point_pieces,
    point_title,
    proposal_pieces,
)
from tui.words.contents.log_entry import entry_asks, entry_text
from tui.words.contents.page_pieces import BodyText, Labelled, Piece
from tui.words.record_words import short_code

AIR = 4
"""Cells of air around the card that a room reads."""


def point_lines(point: Point, text: str, width: int) -> Iterator[Line]:
    """A point while it is prepared: what the agreement says, and what stands at the point."""
    said: list[Piece] = [BodyText(text)] if text else []
    told = minutes_told(point.minutes)
    rest = [*point_pieces(point), *([Labelled(say("agenda.duration"), told)] if told else [])]
    yield from piece_lines([block for block in (said, rest) if block], width)


def card_lines(card: PointCard, width: int, *, colour: bool) -> Iterator[Line]:
    """A point as a room reads it: few words, much air, nothing of one's own."""
    point, text, since, last, said = card
    inner = max(width - 2 * AIR, 20)

    def within(lines: Iterable[Line]) -> Iterator[Line]:
        for line in lines:
            yield [gap(AIR), *line]

    code = short_code(point.row.code) if point.row else ""
    yield []
    for line in wrap(point.title, inner - 12):
        yield [gap(AIR), *row(inner, [span._replace(bold=True) for span in line],
                              [quiet(code)] if code else ())]  # fmt: skip
        code = ""
    yield []
    if text:
        yield from within(row(inner, line) for line in wrap(text, inner - 4))
        yield []
    facts: list[Piece] = []
    if point.row is not None:
        facts.append(Labelled(say("agenda.now"), agreement_now(point)))
    if point.reason:
        facts.append(Labelled(say("agenda.why"), point.reason))
    if last is not None:
        day = dates.day_short(last.date) if last.date else ""
        facts.append(Labelled(say("agenda.last"), entry_text(last), day))
    yield from within(line for piece in facts for line in lines_of(piece, inner, keys=False))
    if since:
        yield []
        yield [gap(AIR), *row(inner, [quiet(say("agenda.since"))])]
        about = point.row.id if point.row else ""
        yield from within(change_lines(since, inner, about=about, colour=colour))
    if point.proposal is not None and point.outcome is None:
        yield []
        told = proposal_pieces(point)
        yield from within(line for piece in told for line in lines_of(piece, inner, keys=False))
    if point.outcome is not None:
        yield []
        yield [gap(AIR), *row(inner, [ink(outcome_told(point), bold=True)], (), signs.DECISION)]
    for entry in said:
        sign: Span | None = signs.ENTRY.get(entry.kind, signs.NOTE)
        spoken = ", ".join(part for part in (entry_text(entry), entry_asks(entry)) if part)
        for line in wrap(spoken, inner - 4):
            yield [gap(AIR), *row(inner, line, (), sign)]
            sign = None


def title_of_point(point: Point) -> str:
    """What a point is called in a heading."""
    return clean(point_title(point))
