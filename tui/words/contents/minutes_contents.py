"""The minutes of a meeting, in pieces of a page."""

from collections.abc import Iterable, Iterator, Mapping

from storage.views.meeting import Point
from storage.views.minutes import Minutes, PointMinutes
from storage.views.page_elements import Entry
from tui.locale import say
from tui.words import dates
from tui.words.contents.action_contents import actions_header, by_when, doer
from tui.words.contents.agenda_contents import (
    Office,
    attendance,
    change_told,
    dispute_pieces,
    meeting_named,
    meeting_pieces,
    outcome_told,
    point_title,
    reservation_told,
)
from tui.words.contents.log_entry import became_told
from tui.words.contents.page_pieces import (
    Block,
    BodyText,
    Grid,
    HintLine,
    Labelled,
    ListTitle,
    Piece,
    PlainSentence,
    SectionTitle,
    under_label,
)

DECIDED = ("as_proposed", "otherwise", "withdrawn")
SAID = ("remark", "progress", "request", "evidence")
PARTS = ("decisions", "reservations", "actions", "held", "discussed", "amendments", "came_in")
"""The parts of minutes after what everyone sees first, in their order."""


def minutes_blocks(
    minutes: Minutes, *, as_adopted: bool = False, beside: bool = False
) -> Iterator[Block]:
    """The whole minutes: who and when, then decisions, reservations, actions, what was held over,
    what was talked about, amendments, what came in later, what changed since (or that
    ``as_adopted``), and the next meeting. What stands ``beside`` them is left out."""
    meeting = minutes.agenda.meeting
    facts = (
        meeting_pieces(meeting._replace(participants=(), present=()))
        if beside
        else meeting_pieces(meeting, came_told(minutes))
    )
    yield [*dispute_pieces(meeting), PlainSentence(standing(minutes)), *facts]
    if minutes.incomplete:
        yield [HintLine(say("minutes.incomplete"), warning=True)]
    for part in PARTS:
        yield from _part(part, minutes)
    if not beside:
        yield from _part("as_adopted" if as_adopted else "later", minutes)
        if meeting.next:
            yield [Labelled(say("minutes.next"), meeting.next)]


def aside_blocks(minutes: Minutes, *, as_adopted: bool) -> Iterator[Block]:
    """What stands beside the minutes where there is room: what changed since, who was there, and
    the next meeting."""
    yield from _part("as_adopted" if as_adopted else "later", minutes)
    meeting = minutes.agenda.meeting
    for key, told in attendance(meeting, came_told(minutes)).items():
        if told:
            yield [SectionTitle(say(key))]
            yield [PlainSentence(text) for text, _ in told]
    if meeting.next:
        yield [SectionTitle(say("minutes.next"))]
        yield [PlainSentence(meeting.next)]


def _part(part: str, minutes: Minutes) -> Iterator[Block]:
    blocks = [block for block in _PARTS[part](minutes) if block]
    if blocks:
        yield [SectionTitle(say(f"minutes.{part}"))]
        yield from blocks


def standing(minutes: Minutes) -> str:
    """Whether these are a draft, or which meeting adopted them; or that nothing was written here
    of a meeting that is over."""
    if minutes.adopted_by:
        return say("minutes.adopted", title=meeting_named(*minutes.adopted_by))
    if minutes.closed_at is None:
        return say("minutes.running")
    if not minutes.points and not minutes.entries:
        return say("minutes.none_here")
    return say("minutes.draft", day=dates.day(dates.local_day(minutes.closed_at)))


def _decisions(minutes: Minutes) -> Iterator[Block]:
    for one in minutes.points:
        said = [entry.text for entry in one.entries if entry.kind == "decision"]
        if one.point.outcome not in DECIDED and not said:
            continue
        block: list[Piece] = [ListTitle(point_title(one.point))]
        if one.point.outcome in DECIDED:
            block.append(Labelled(say("agenda.outcome"), outcome_told(one.point)))
        block += under_label(say("minutes.decision"), ((text, None) for text in said))
        told = ((change_told(change), None) for change in one.changes)
        block += under_label(say("minutes.becomes"), told)
        why = [entry.text for entry in one.entries if entry.kind in ("remark", "evidence")]
        block += under_label(say("minutes.explained"), ((text, None) for text in why))
        yield [*block, *_beneath(one)]
    for entry in minutes.entries:
        if entry.kind == "decision":
            yield [BodyText(entry.text)]


def _beneath(one: PointMinutes) -> Iterator[Piece]:
    """Why it was decided so, where the logbook does not tell it already; and what amends it, so
    that nobody goes by what is no longer so."""
    if one.why and all(entry.text != one.why for entry in one.entries):
        yield Labelled(say("minutes.explained"), one.why)
    for entry in one.amendments:
        yield Labelled(say("minutes.amended_here"), _of_day(entry))


def _of_day(entry: Entry) -> str:
    return ": ".join(
        part for part in (dates.day(entry.date) if entry.date else "", entry.text) if part
    )


def _reservations(minutes: Minutes) -> Iterator[Block]:
    for one in minutes.points:
        if one.point.reserved and one.point.reservation:
            told = reservation_told(one.point.reservation)
            yield [ListTitle(point_title(one.point)), PlainSentence(told)]


def came_told(minutes: Minutes) -> Mapping[Office, str]:
    """Of who came late or left what was told of it."""
    found: dict[Office, str] = {}
    for entry in minutes.entries:
        if of_attendance(entry):
            office = (entry.who or "", entry.function or "")
            found[office] = ", ".join(part for part in (found.get(office), entry.text) if part)
    return found


def of_attendance(entry: Entry) -> bool:
    """Whether it tells since or until when someone was there: that is told of a function."""
    return entry.kind == "remark" and bool(entry.who and entry.function)


def _actions(minutes: Minutes) -> Iterator[Block]:
    said = [(one.point, entry) for one in minutes.points for entry in one.entries]
    every: list[tuple[Point | None, Entry]] = [*said, *((None, one) for one in minutes.entries)]
    rows = tuple(
        (entry.text, doer(entry), _by(entry), point_title(point) if point else "")
        for point, entry in every
        if entry.kind == "action"
    )
    yield [Grid(actions_header(), rows)] if rows else []


def _by(entry: Entry) -> str:
    """By when, whether it is done by now, and which agreement it became."""
    done = say("action.done") if entry.done else ""
    return ", ".join(part for part in (by_when(entry), done, became_told(entry)) if part)


def _held(minutes: Minutes) -> Iterator[Block]:
    for one in minutes.with_outcome("held"):
        said = _said(one.entries, "remark")
        yield [
            ListTitle(point_title(one.point)),
            *_noted(one.point),
            *said,
            *_beneath(one),
        ]


def _discussed(minutes: Minutes) -> Iterator[Block]:
    for one in minutes.points:
        if any(entry.kind == "decision" for entry in one.entries):
            continue
        said = [*_noted(one.point), *_said(one.entries, *SAID), *_beneath(one)]
        told = one.point.outcome == "discussed" or (one.point.outcome is None and said)
        yield [ListTitle(point_title(one.point)), *said] if told else []
    for entry in minutes.entries:
        if entry.kind in SAID and not of_attendance(entry):
            yield [BodyText(f"{doer(entry)}: {entry.text}" if entry.who else entry.text)]


def _noted(point: Point) -> list[Piece]:
    """Who asked that it be noted."""
    who = ", ".join(point.noted_for)
    return [PlainSentence(say("agenda.noted_for", who=who))] if who else []


def _amendments(minutes: Minutes) -> Iterator[Block]:
    for one in minutes.points:
        for entry in one.amendments:
            day = dates.day(entry.date) if entry.date else ""
            yield [ListTitle(point_title(one.point), day), BodyText(entry.text)]


def _came_in(minutes: Minutes) -> Iterator[Block]:
    for one in minutes.points:
        if one.arrived:
            yield [ListTitle(point_title(one.point)), *map(_of_when, one.arrived)]
    if minutes.arrived:
        yield [*map(_of_when, minutes.arrived)]


def _of_when(entry: Entry) -> Piece:
    day = dates.day(dates.local_day(entry.said_at))
    return BodyText(f"{entry.text} ({say('minutes.arrived', day=day)})")


def _later(minutes: Minutes) -> Iterator[Block]:
    for one in minutes.points:
        block: list[Piece] = []
        for late in one.later:
            key = "minutes.arrived" if late.arrived else "minutes.changed"
            day = dates.day(dates.local_day(late.at))
            told = f"{change_told(late.change)} ({say(key, day=day)})"
            block.append(Labelled("" if block else say("minutes.becomes"), told))
        yield [ListTitle(point_title(one.point)), *block] if block else []


def _as_adopted(minutes: Minutes) -> Iterator[Block]:
    for one in minutes.points:
        block: list[Piece] = []
        for late in one.later:
            said = late.change._replace(value=late.change.before, before=None)
            block.append(Labelled("" if block else say("minutes.adopted_value"), change_told(said)))
        yield [ListTitle(point_title(one.point)), *block] if block else []


def _said(entries: Iterable[Entry], *kinds: str) -> list[Piece]:
    return [BodyText(entry.text) for entry in entries if entry.kind in kinds]


_PARTS = {
    "decisions": _decisions, "reservations": _reservations, "actions": _actions, "held": _held,
    "discussed": _discussed, "amendments": _amendments, "came_in": _came_in, "later": _later,
    "as_adopted": _as_adopted,
}  # fmt: skip
