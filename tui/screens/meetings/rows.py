"""Meetings, and points of an agenda, as rows of lists."""

from collections.abc import Sequence

from storage.views.meeting import Agenda, Meeting, Point
from tui.draw import signs
from tui.draw.spans import Line, Span, amber, clean, cut, gap, ink, quiet, row, width_of
from tui.locale import say
from tui.rows.row import Blank, ChoiceRow, Heading, Row, SentenceRow
from tui.words import dates
from tui.words.contents.agenda_contents import changes_told, meeting_title, minutes_told

PHASES = ("running", "planned", "considered", "closed", None)
SIGN_OF_PHASE = {"running": signs.CHOSEN, "closed": signs.HELD}
TITLE, WHEN = 28, 12
WHY, BECOMES, TIME = 20, 24, 4


def meeting_rows(meetings: Sequence[Meeting]) -> list[Row]:
    """All meetings under their phases: what runs first, what is over last."""
    rows: list[Row] = []
    for phase in PHASES:
        some = [one for one in meetings if (one.phase if one.phase in PHASES else None) == phase]
        if some:
            rows += [Blank()] if rows else []
            rows.append(Heading(say(f"phase.{phase}" if phase else "meeting.no_phase")))
            rows += [_meeting(one) for one in some]
    return rows or [SentenceRow(say("meeting.none_yet"))]


def _meeting(one: Meeting) -> Row:
    when = dates.day_short(one.date) if one.date else (one.phrase or "").partition(";")[0]
    sign = SIGN_OF_PHASE.get(one.phase or "", signs.PLANNED)
    title = cut(clean(meeting_title(one)), TITLE)
    return ChoiceRow(one.id, [ink(title)], [quiet(cut(clean(when), WHEN))], sign)


class PointRow:
    """A point: number, title, why it is there, what is proposed, and how long it takes."""

    height = 1

    def __init__(self, point: Point, *, short: bool = False, done: bool = False) -> None:
        self.key: str | None = point.id
        self.point = point
        self.short = short
        self.done = done

    def draw(self, width: int) -> Sequence[Line]:
        point = self.point
        indent = gap(2 if point.part_of else 0)
        numbered = f"{point.number}{point.variant}"
        name = ink if not self.done else quiet
        if self.short:
            title = cut(clean(point.title), max(width - 8 - len(numbered), 4))
            return [row(width, [indent, quiet(f"{numbered} "), name(title)], (), self._sign())]
        right: list[Span] = []
        if width >= 70:
            right += [quiet(cut(clean(point.reason or ""), WHY).ljust(WHY)), gap(1)]
        if width >= 50:
            told = changes_told(point.proposal.changes) if point.proposal else ""
            paint = amber if point.proposal and point.proposal.stale else ink
            right += [paint(cut(clean(told), BECOMES).ljust(BECOMES)), gap(1)]
        own = signs.NOTE.text if point.own else " "
        right.append(quiet(f"{own}{point.minutes or '':>{TIME - 1}}"))
        room = max(width - 6 - width_of(right) - len(numbered) - (2 if point.part_of else 0), 6)
        left = [indent, quiet(f"{numbered} "), name(cut(clean(point.title), room))]
        return [row(width, left, right, self._sign())]

    def _sign(self) -> Span | None:
        point = self.point
        if point.outcome is not None:
            return signs.DECISION if point.outcome != "held" else signs.STATUS["on_hold"]
        if point.row is None:
            return None
        if point.conflicts or point.row.conflict:
            return signs.CONFLICT
        return signs.of_agreement(point.row.kind, point.row.status, late=point.row.overdue)


def agenda_rows(agenda: Agenda, *, short: bool = False, own: bool = True) -> list[Row]:
    """The points of an agenda; ``short`` ones beside the card that a room reads."""
    points = [one for one in agenda.points if own or not one.own]
    rows: list[Row] = [PointRow(one, short=short, done=short and one.outcome is not None)
                       for one in points]  # fmt: skip
    return rows or [SentenceRow(say("agenda.empty"))]


def time_told(agenda: Agenda) -> str:
    """How long all points take."""
    return minutes_told(agenda.minutes)
