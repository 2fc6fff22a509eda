"""The agenda as a hand-out: who has nothing else reads here what each agreement says."""

from collections.abc import Callable, Iterator

from storage.views.field_change import FieldChange
from storage.views.meeting import Agenda, Point, PointCard
from tui.locale import say
from tui.words import dates
from tui.words.contents.agenda_contents import (
    agreement_stands,
    change_told,
    meeting_pieces,
    minutes_told,
    outcome_told,
    point_pieces,
    point_title,
    proposal_pieces,
)
from tui.words.contents.log_entry import entry_text
from tui.words.contents.page_pieces import (
    Block,
    BodyText,
    Labelled,
    ListTitle,
    Piece,
    SectionTitle,
    under_label,
)
from tui.words.labels import field_name
from tui.words.values import stood_in_words

LONG = ("text", "goal", "condition", "reading")
"""Fields of which what they say now stands in full elsewhere, or is long: of these is told what
they said."""


def handout_blocks(
    agenda: Agenda, card: Callable[[Point], PointCard], passage: Callable[[Point], str]
) -> Iterator[Block]:
    """What everyone must know, then the points, those of the second level under theirs. ``card``
    gives what is known of a point, ``passage`` what the document says there."""
    together = minutes_told(agenda.minutes)
    total = [Labelled(say("agenda.together"), together)] if together else []
    yield [*meeting_pieces(agenda.meeting), *total]
    for point in agenda.points:
        title = ListTitle if point.part_of and "." in point.number else SectionTitle
        head = title(point_title(point), minutes_told(point.minutes))
        yield [head, *(_agreed(card(point), passage(point)) if point.row else point_pieces(point))]


def _agreed(card: PointCard, passage: str) -> Iterator[Piece]:
    """What an agreement says, how it stands, what changed, and what is proposed."""
    point, text, since, last, *_ = card
    if text:
        yield BodyText(text)
    if passage:
        yield Labelled(say("agenda.literally"), passage)
    yield Labelled(say("agenda.now"), agreement_stands(point))
    if card.leads:
        yield Labelled(say("role.lead"), ", ".join(card.leads))
    if card.awaited:
        yield Labelled(say("agenda.awaited"), ", ".join(card.awaited))
    yield from under_label(say("agenda.changed"), ((_changed(one), None) for one in since))
    if last is not None:
        day = dates.day(last.date) if last.date else ""
        yield Labelled(say("agenda.last"), entry_text(last), day)
    if point.reason:
        yield Labelled(say("agenda.why"), point.reason)
    if point.outcome is not None:
        yield Labelled(say("agenda.outcome"), outcome_told(point))
    else:
        yield from proposal_pieces(point)


def _changed(change: FieldChange) -> str:
    stood = stood_in_words(change.field, change.before, change.names)
    if change.field not in LONG or not stood:
        return change_told(change)
    return say("agenda.stood", field=field_name(change.field), text=stood)
