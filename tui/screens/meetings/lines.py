"""A point of the agenda as lines, beside the list while it is prepared."""

from collections.abc import Iterator

from storage.views.meeting import MeetingFacts, Point
from tui.draw import signs
from tui.draw.spans import Line, Span, amber, clean, gap
from tui.locale import say
from tui.pages.block_lines import piece_lines
from tui.words.contents.agenda_contents import (
    minutes_told,
    point_pieces,
    point_title,
)
from tui.words.contents.page_pieces import BodyText, Labelled, Piece


def point_lines(point: Point, text: str, width: int) -> Iterator[Line]:
    """A point while it is prepared: what the agreement says, and what stands at the point."""
    said: list[Piece] = [BodyText(text)] if text else []
    told = minutes_told(point.minutes)
    rest = [*point_pieces(point), *([Labelled(say("agenda.duration"), told)] if told else [])]
    yield from piece_lines([block for block in (said, rest) if block], width)


def dispute_spans(meeting: MeetingFacts) -> list[Span]:
    """That people must choose first, as short as a heading has room for."""
    if meeting.dispute is None:
        return []
    return [signs.CAUTION, gap(), amber(say(f"meeting.{meeting.dispute}"))]


def title_of_point(point: Point, *, code: bool = True) -> str:
    """What a point is called in a heading; without its ``code`` where that stands elsewhere."""
    return clean(point_title(point) if code else f"{point.number}{point.variant} {point.title}")
