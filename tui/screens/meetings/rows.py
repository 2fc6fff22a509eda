"""Meetings, and points of an agenda, as rows of lists."""

from collections.abc import Sequence

from rich.cells import cell_len

from storage.views.field_change import FieldChange
from storage.views.meeting import Agenda, MeetingFacts, Point
from tui.draw import signs
from tui.draw.spans import Line, Span, amber, clean, cut, fit, gap, ink, quiet, row, width_of
from tui.locale import say
from tui.pages.change_spans import change_spans
from tui.rows.row import Blank, Heading, Row, SentenceRow
from tui.words import dates
from tui.words.contents.agenda_contents import meeting_title, minutes_told
from tui.words.labels import field_name
from tui.words.meeting_hours import minutes_in
from tui.words.record_words import word
from tui.words.values import in_words, stood_in_words

PHASES = ("running", "planned", "considered", "closed", None)
SIGN_OF_PHASE = {"running": signs.CHOSEN, "closed": signs.HELD}
WHEN = 12
WHY, BECOMES, TIME, LEAST = 22, 14, 4, 38


def meeting_rows(meetings: Sequence[MeetingFacts]) -> list[Row]:
    """All meetings under their phases: what runs first, what is over last."""
    rows: list[Row] = []
    for phase in PHASES:
        some = [one for one in meetings if (one.phase if one.phase in PHASES else None) == phase]
        if some:
            rows += [Blank()] if rows else []
            rows.append(Heading(_phase(phase)))
            rows += map(MeetingRow, some)
    return rows or [SentenceRow(say("meeting.none_yet"))]


def _phase(phase: str | None) -> str:
    said = say(f"phase.{phase}" if phase else "meeting.no_phase")
    return f"{said[:1].upper()}{said[1:]}"


class MeetingRow:
    """A meeting: what it is called, and when it is, as short as the title leaves room for."""

    height = 1

    def __init__(self, meeting: MeetingFacts) -> None:
        self.key: str | None = meeting.id
        self._meeting = meeting

    def draw(self, width: int) -> Sequence[Line]:
        one = self._meeting
        said = dates.day_short(one.date) if one.date else (one.phrase or "").partition(";")[0]
        title = clean(meeting_title(one))
        when = cut(clean(said), max(width - 6 - cell_len(title), WHEN))
        sign = SIGN_OF_PHASE.get(one.phase or "", signs.PLANNED)
        room = max(width - 6 - cell_len(when), 1)
        return [row(width, [ink(cut(title, room))], [quiet(when)], sign)]


class PointRow:
    """A point: number, title, why it is there, what is proposed, and how long it takes. ``why`` and
    ``becomes`` are the cells of those columns, as wide as the whole agenda asks; a ``short`` row
    has neither."""

    height = 1

    def __init__(
        self, point: Point, why: int = 0, becomes: int = 0, *, short: bool = False
    ) -> None:
        self.key: str | None = point.id
        self.point = point
        self.why, self.becomes, self.short = why, becomes, short

    def draw(self, width: int) -> Sequence[Line]:
        point = self.point
        numbered = f"{point.number}{point.variant}"
        right: list[Span] = []
        rest = width - LEAST
        if self.why and rest > self.why:
            right += [quiet(cut(clean(point.reason or ""), self.why).ljust(self.why)), gap(2)]
            rest -= self.why
        if self.becomes and rest > self.becomes:
            told = fit(proposed(point), self.becomes)
            stale = point.proposal is not None and point.proposal.stale
            right += [*([one._replace(role="amber") for one in told] if stale else told), gap(1)]
        if not self.short:
            own = signs.NOTE.text if point.own else " "
            right.append(quiet(f"{own}{point.minutes or '':>{TIME - 1}}"))
        indent = 2 if point.part_of and not self.short else 0
        room = max(width - 6 - width_of(right) - len(numbered) - indent, 6)
        settled = point.outcome is not None or (point.row is None and not point.minutes)
        name = quiet if self.short and settled else ink
        left = [gap(indent), quiet(f"{numbered} "), name(cut(clean(point.title), room))]
        return [row(width, left, right, sign_of_point(point))]


def sign_of_point(point: Point) -> Span | None:
    """What came of a point, else how its agreement stands."""
    if point.outcome is not None:
        return signs.DECISION if point.outcome != "held" else signs.STATUS["on_hold"]
    if point.row is None:
        return None
    if point.conflicts or point.row.conflict:
        return signs.CONFLICT
    return signs.of_agreement(point.row.kind, point.row.status, late=point.row.overdue)


def proposed(point: Point) -> Line:
    """What a point proposes, in a word or two: the sign of the status that it becomes, else which
    fields."""
    changes = point.proposal.changes if point.proposal else ()
    for one in changes:
        sign = signs.STATUS.get(one.value) if isinstance(one.value, str) else None
        if one.field == "status" and sign is not None:
            stays = one.before == one.value
            return [quiet(say("agenda.short_stays" if stays else "agenda.short_becomes")), gap(2),
                    sign]  # fmt: skip
    names = dict.fromkeys(field_or_role(one.field) for one in changes)
    return [ink(", ".join(names))] if names else []


def became(change: FieldChange, *, colour: bool) -> list[Span]:
    """From what to what a proposal brings a field; what stays as it is says so."""
    if change.field.startswith("parties/"):
        told = in_words(change.field, change.value, change.names)
        return [ink(told.removeprefix(f"{field_or_role(change.field)} "))]
    if change.before == change.value:
        told = in_words(change.field, change.value, change.names)
        return [quiet(say("agenda.short_stays")), gap(), ink(told)]
    if change.field == "term" and change.before:  # two terms word by word cannot be read out
        stood = stood_in_words(change.field, change.before, change.names)
        told = in_words(change.field, change.value, change.names)
        return [quiet(stood), gap(2), quiet(say("change.becomes")), gap(2), ink(told, bold=True)]
    return change_spans(change, colour=colour)


def field_or_role(field: str) -> str:
    """What a field is called; of parties the role."""
    kind, _, rest = field.partition("/")
    return word("role", rest.partition("/")[0]).lower() if kind == "parties" else field_name(field)


def agenda_rows(agenda: Agenda, *, short: bool = False, own: bool = True) -> list[Row]:
    """The points of an agenda; ``short`` ones beside the card that a room reads."""
    points = [one for one in agenda.points if own or not one.own]
    why = becomes = 0
    if not short:
        why = min(max((len(one.reason or "") for one in points), default=0), WHY)
        becomes = min(max((width_of(proposed(one)) for one in points), default=0), BECOMES)
    rows: list[Row] = [PointRow(one, why, becomes, short=short) for one in points]
    return rows or [SentenceRow(say("agenda.empty"))]


def time_told(agenda: Agenda) -> Span:
    """How long all points take, against the time there is where that is known; amber where it is
    too little."""
    there_is = minutes_in(agenda.meeting.phrase)
    takes = minutes_told(agenda.minutes)
    if there_is is None:
        return quiet(takes)
    told = say("meeting.takes_of", takes=takes or "0", time=minutes_told(there_is))
    return (amber if agenda.minutes > there_is else quiet)(told)
