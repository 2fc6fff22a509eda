"""The minutes of a meeting, in pieces of a page."""

from collections.abc import Iterable, Iterator

from storage.views.minutes import Minutes
from storage.views.page_elements import Entry
from tui.locale import say
from tui.words import dates
from tui.words.contents.agenda_contents import (
    change_told,
    meeting_named,
    meeting_pieces,
    outcome_told,
    point_title,
    reservation_told,
)
from tui.words.contents.log_entry import entry_asks
from tui.words.contents.page_pieces import (
    Block,
    BodyText,
    HintLine,
    Labelled,
    ListTitle,
    Piece,
    PlainSentence,
    SectionTitle,
    under_label,
)

DECIDED = ("as_proposed", "otherwise", "withdrawn")
PARTS = ("decisions", "reservations", "actions", "held", "discussed", "amendments", "later")
"""The parts of minutes after what everyone sees first, in their order."""


def minutes_blocks(minutes: Minutes) -> Iterator[Block]:
    """The whole minutes: who and when, then decisions, reservations, actions, what was held over,
    what was talked about, amendments, what changed since, and the next meeting."""
    yield [PlainSentence(standing(minutes)), *meeting_pieces(minutes.agenda.meeting)]
    if minutes.incomplete:
        yield [HintLine(say("minutes.incomplete"), warning=True)]
    for part in PARTS:
        blocks = [block for block in _PARTS[part](minutes) if block]
        if blocks:
            yield [SectionTitle(say(f"minutes.{part}"))]
            yield from blocks
    if minutes.agenda.meeting.next:
        yield [Labelled(say("minutes.next"), minutes.agenda.meeting.next)]


def standing(minutes: Minutes) -> str:
    """Whether these are a draft, or which meeting adopted them."""
    if minutes.adopted_by:
        return say("minutes.adopted", title=meeting_named(*minutes.adopted_by))
    if minutes.closed_at is None:
        return say("minutes.running")
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
        yield block
    for entry in minutes.entries:
        if entry.kind == "decision":
            yield [BodyText(entry.text)]


def _reservations(minutes: Minutes) -> Iterator[Block]:
    for one in minutes.points:
        if one.point.reservation is not None and one.point.reservation.answer != "lifted":
            told = reservation_told(one.point.reservation)
            yield [ListTitle(point_title(one.point)), PlainSentence(told)]


def _actions(minutes: Minutes) -> Iterator[Block]:
    for one in minutes.points:
        for entry in one.entries:
            if entry.kind == "action":
                yield [PlainSentence(f"{entry.text} ({point_title(one.point)})"), *_asks(entry)]
    for entry in minutes.entries:
        if entry.kind == "action":
            yield [PlainSentence(entry.text), *_asks(entry)]


def _held(minutes: Minutes) -> Iterator[Block]:
    for one in minutes.with_outcome("held"):
        yield [ListTitle(point_title(one.point)), *_said(one.entries, "remark")]


def _discussed(minutes: Minutes) -> Iterator[Block]:
    for one in minutes.points:
        if any(entry.kind == "decision" for entry in one.entries):
            continue
        said = _said(one.entries, "remark", "progress", "request", "evidence")
        told = one.point.outcome == "discussed" or (one.point.outcome is None and said)
        yield [ListTitle(point_title(one.point)), *said] if told else []
    for entry in minutes.entries:
        if entry.kind in ("remark", "progress", "request"):
            who = ", ".join(part for part in (entry.who, entry.function) if part)
            yield [BodyText(f"{who}: {entry.text}" if who else entry.text)]


def _amendments(minutes: Minutes) -> Iterator[Block]:
    for one in minutes.points:
        for entry in one.amendments:
            day = dates.day(entry.date) if entry.date else ""
            yield [ListTitle(point_title(one.point), day), BodyText(entry.text)]


def _later(minutes: Minutes) -> Iterator[Block]:
    for one in minutes.points:
        block: list[Piece] = []
        for late in one.later:
            key = "minutes.arrived" if late.arrived else "minutes.changed"
            day = dates.day(dates.local_day(late.at))
            told = f"{change_told(late.change)} ({say(key, day=day)})"
            block.append(Labelled("" if block else say("minutes.becomes"), told))
        yield [ListTitle(point_title(one.point)), *block] if block else []


def _said(entries: Iterable[Entry], *kinds: str) -> list[Piece]:
    return [BodyText(entry.text) for entry in entries if entry.kind in kinds]


def _asks(entry: Entry) -> list[Piece]:
    told = entry_asks(entry)
    return [PlainSentence(told)] if told else []


_PARTS = {
    "decisions": _decisions, "reservations": _reservations, "actions": _actions, "held": _held,
    "discussed": _discussed, "amendments": _amendments, "later": _later,
}  # fmt: skip
