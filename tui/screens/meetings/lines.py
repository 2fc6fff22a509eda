"""A point of the agenda as lines, beside the list while it is prepared."""

from collections.abc import Iterator

from storage.views.meeting import MeetingFacts, Point, PointCard
from tui.draw import signs
from tui.draw.spans import Line, Span, amber, clean, gap
from tui.locale import say
from tui.pages.block_lines import piece_lines
from tui.words import dates
from tui.words.contents.agenda_contents import (
    minutes_told,
    point_pieces,
    point_title,
)
from tui.words.contents.log_entry import entry_text
from tui.words.contents.page_pieces import BodyText, Labelled, Piece


def point_lines(card: PointCard, width: int) -> Iterator[Line]:
    """A point while it is prepared: what the agreement says, what stands at the point, and what
    was said of it last."""
    point, last = card.point, card.last
    said: list[Piece] = [BodyText(card.text)] if card.text else []
    told = minutes_told(point.minutes)
    rest = [*point_pieces(point), *([Labelled(say("agenda.duration"), told)] if told else [])]
    if last is not None:
        day = dates.day_short(last.date) if last.date else ""
        rest.append(Labelled(say("agenda.last"), entry_text(last), day))
    yield from piece_lines([block for block in (said, rest) if block], width)


def dispute_spans(meeting: MeetingFacts) -> list[Span]:
    """That people must choose first, as short as a heading has room for."""
    if meeting.dispute is None:
        return []
    return [signs.CAUTION, gap(), amber(say(f"meeting.{meeting.dispute}"))]


def title_of_point(point: Point, *, code: bool = True) -> str:
    """What a point is called in a heading; without its ``code`` where that stands elsewhere."""
    return clean(point_title(point) if code else f"{point.number}{point.variant} {point.title}")
