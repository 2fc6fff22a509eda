"""The agenda of a meeting, in pieces of a page."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from storage.views.field_change import FieldChange
from storage.views.meeting import Agenda, MeetingFacts, Point, Reservation
from tui.locale import say, say_count
from tui.words import dates
from tui.words.contents.page_pieces import (
    Block,
    HintLine,
    Labelled,
    ListTitle,
    Piece,
    PlainSentence,
    under_label,
)
from tui.words.labels import field_name
from tui.words.record_words import short_code, term_of, word
from tui.words.values import in_words, reserved_words, stood_in_words

Office = tuple[str, str]
"""An organisation by its name, and a function."""
NOBODY: Mapping[Office, str] = MappingProxyType({})

_YEAR = re.compile(r"\b\d{4}\b")


def agenda_blocks(agenda: Agenda) -> Iterator[Block]:
    """The whole agenda."""
    yield [*dispute_pieces(agenda.meeting), *meeting_pieces(agenda.meeting)]
    if not agenda.points:
        yield [PlainSentence(say("agenda.empty"))]
    for point in agenda.points:
        yield [ListTitle(point_title(point), minutes_told(point.minutes)), *point_pieces(point)]
    if agenda.minutes:
        yield [Labelled(say("agenda.together"), minutes_told(agenda.minutes))]


def dispute_pieces(meeting: MeetingFacts) -> Iterator[Piece]:
    """What people must choose before anything is decided, in a sentence."""
    if meeting.dispute is not None:
        told = say(f"refused.{meeting.dispute}", title=meeting_title(meeting))
        yield HintLine(told, warning=True)


def meeting_pieces(meeting: MeetingFacts, came: Mapping[Office, str] = NOBODY) -> list[Piece]:
    """When, where and with whom; who was there once that is known, with what is told of it in
    ``came``: since or until when. Who left stands in that alone."""
    when = meeting.phrase or ""
    if meeting.date and not _YEAR.search(when):  # else the phrase tells the day
        when = ", ".join(part for part in (dates.day(meeting.date), when) if part)
    facts = (
        ("agenda.when", when),
        ("agenda.where", meeting.place),
        ("agenda.of", meeting.body),
        ("agenda.chair", meeting.chair),
        ("agenda.secretary", meeting.secretary),
    )  # fmt: skip
    found: list[Piece] = [Labelled(say(key), text) for key, text in facts if text]
    for key, told in attendance(meeting, came).items():
        found += under_label(say(key), told)
    return found


def attendance(
    meeting: MeetingFacts, came: Mapping[Office, str] = NOBODY
) -> dict[str, list[tuple[str, str | None]]]:
    """Who was there and who was not, once that is known, else who is invited: in words, each with
    the organisation as a link. Who was there and was not invited is a guest."""
    links = {
        (one.name, one.function): f"organisations/{one.organisation}"
        for one in (*meeting.participants, *meeting.present)
    }
    invited = dict.fromkeys((one.name, one.function) for one in meeting.participants)
    present = dict.fromkeys([*((one.name, one.function) for one in meeting.present), *came])
    if not present:
        return {"agenda.invited": [(_office(one), links[one]) for one in invited]}

    def told(one: Office) -> str:
        guest = invited and one not in invited and one[1] != say("agenda.guest")
        named = f"{_office(one)} ({say('agenda.guest')})" if guest else _office(one)
        return ": ".join(part for part in (named, came.get(one)) if part)

    absent = [one for one in invited if one not in present]
    return {
        "agenda.present": [(told(one), links.get(one)) for one in present],
        "agenda.absent": [(_office(one), links[one]) for one in absent],
    }


def _office(one: Office) -> str:
    return ", ".join(filter(None, one))


def meeting_title(meeting: MeetingFacts) -> str:
    """What a meeting is called: by its title, else its body and day."""
    day = dates.day(meeting.date) if meeting.date else meeting.phrase or ""
    return (
        meeting.title or " ".join(one for one in (meeting.body, day) if one) or say("type.meetings")
    )


def meeting_named(title: str, date: str | None) -> str:
    """What a meeting is called where others stand beside it: with its day, once."""
    day = dates.day(date) if date else ""
    return ", ".join(part for part in (title, "" if day in title else day) if part)


def point_title(point: Point) -> str:
    """Number, which of several it is, title and code."""
    code = short_code(point.row.code) if point.row and point.row.code else ""
    named = " ".join(one for one in (f"{point.number}{point.variant}", point.title) if one)
    return f"{named} ({code})" if code else named


def point_pieces(point: Point) -> Iterator[Piece]:
    """What stands under a point: why it is there, how it stands, what is proposed, what came of
    it."""
    if point.row is not None:
        yield Labelled(say("agenda.now"), agreement_now(point), link=point.row.id)
    if point.reason:
        yield Labelled(say("agenda.why"), point.reason)
    yield from proposal_pieces(point)
    if point.outcome is not None:
        yield Labelled(say("agenda.outcome"), outcome_told(point))


def agreement_now(point: Point) -> str:
    """How the agreement of a point stands, and who is its trekker."""
    leads = ", ".join(point.row.leads) if point.row else ""
    return ", ".join(part for part in (agreement_stands(point), leads) if part)


def agreement_stands(point: Point) -> str:
    """How the agreement of a point stands: status or kind, term, and what asks for care."""
    if point.row is None:
        return ""
    row = point.row
    state = word("status", row.status) if row.status else word("kind", row.kind)
    late = say("page.overdue") if row.overdue else ""
    gone = word("life", point.life) if point.life in ("deleted", "contested") else ""
    return ", ".join(part for part in (state, term_of(row), late, gone) if part)


def proposal_pieces(point: Point) -> Iterator[Piece]:
    """What is proposed, by whom, and that something else stands there by now."""
    if point.proposal is None:
        return
    label = say("agenda.proposal")
    for change in point.proposal.changes:
        yield Labelled(label, change_told(change))
        label = ""
    if point.proposal.by:
        yield Labelled("", say("agenda.proposed_by", who=point.proposal.by))
    if point.proposal.stale and point.outcome is None:
        fields = ", ".join(field_name(one) for one in point.proposal.stale)
        yield HintLine(say("agenda.stale", fields=fields), warning=True)


def change_told(change: FieldChange) -> str:
    """One field from what stood there to what is to stand there."""
    now = in_words(change.field, change.value, change.names)
    if change.field.startswith("parties/"):  # says its role itself
        return now
    stood = stood_in_words(change.field, change.before, change.names)
    if stood == now:
        return say("agenda.stays", field=field_name(change.field), text=now)
    return f"{field_name(change.field)}: {f'{stood} → {now}' if stood else now}"


def changes_told(changes: Iterable[FieldChange]) -> str:
    """Several fields on one line."""
    return "; ".join(change_told(one) for one in changes)


def outcome_told(point: Point) -> str:
    """What came of a point, with its reservation and who asked a note."""
    said = [say(f"choice.outcome.{point.outcome}")] if point.outcome else []
    if "outcome" in point.conflicts:
        said.append(say("agenda.decided_twice"))
    if point.reservation is not None:
        said.append(reservation_told(point.reservation))
    if point.noted_for:
        said.append(say("agenda.noted_for", who=", ".join(point.noted_for)))
    return ", ".join(said)


def amended_key(point: Point, values: Mapping[str, object]) -> str:
    """The text that says that a point was amended; where no value changed with it, also what its
    agreement still says."""
    return "meeting.amended_text" if point.row and not values else "meeting.amended"


def reservation_told(one: Reservation) -> str:
    """Of whom a decision waits, until when, and what they said."""
    return reserved_words(one.organisation, one.until, one.answer)


def minutes_told(minutes: int | None) -> str:
    """How long something takes: 25 min, 1 uur 10."""
    if not minutes:
        return ""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return say("agenda.minutes", n=rest)
    return say_count("agenda.hours", hours) + (f" {rest}" if rest else "")
