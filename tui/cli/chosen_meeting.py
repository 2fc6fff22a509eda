"""Which meeting, and which point of its agenda, someone means who types a command."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import click

from storage.errors import Refused
from storage.reader import Reader
from storage.records.ids import tail_of
from storage.store import Store
from storage.views.meeting import Agenda, MeetingFacts, Point
from tui.cli.options import TEXT
from tui.cli.output import Out, as_data
from tui.cli.stderr import tell
from tui.locale import say
from tui.words.contents.agenda_contents import meeting_named, meeting_title
from tui.words.query_words import refuse_troubles

F = TypeVar("F", bound=Callable[..., object])
NAMED = 5  # meetings that a sentence names


def meeting_option(f: F) -> F:
    """Which meeting; without it the one that runs, or the only one that is planned."""
    return click.option("--meeting", type=TEXT, metavar="MEETING")(f)


def meeting_done(store: Store, out: Out, meeting: str, told: str, **more: str) -> None:
    """Say what was done, and give the agenda where JSON is asked."""
    if out.is_json:
        out.json(as_data(store.meetings.agenda(meeting)))
    tell(f"{say(told, **more)} {say('cli.undo_hint')}")


def found_by(store: Store, sources: Iterable[str]) -> list[tuple[str, str | None]]:
    """The tails of agreements that words of the query language find, each once with the first
    words that found it; one that is named by its code or id needs no such reason. Raises Refused
    for what of the words is not known."""
    found: dict[str, str | None] = {}
    for words in sources:
        try:
            named = store.find(words)
        except Refused:
            named = ""
        if named.startswith("agreements/"):
            found.setdefault(tail_of(named), None)
            continue
        ids, troubles = store.searcher.listed("agreements", words)
        refuse_troubles(troubles)
        if not ids:
            tell(say("meeting.found_none", words=words))
        for id_ in ids:
            found.setdefault(tail_of(id_), words)
    return [*found.items()]


def find_meeting(store: Reader, text: str | None) -> str:
    """The id of a meeting by its id, title, date or body; without a text the one that runs, else
    the only one that is planned and has an agenda. Raises Refused where that is none, or more
    than one."""
    every = store.meetings.all()
    if text is None:
        for phase in ("running", "planned"):
            found = [one for one in every if one.phase == phase and _has_agenda(store, one)]
            if found:
                return _only(found, "")
        if not every:
            raise Refused("no_meeting_now")
        raise Refused("which_meeting", known=listed(every))
    wanted = text.strip().casefold()
    if wanted.startswith("meetings/"):  # also of one that gave way to another
        return store.meetings.agenda(wanted).meeting.id
    called = [one for one in every if wanted in _names(one)]
    if not called:
        called = [one for one in every if any(wanted in name for name in _names(one))]
    if not called:
        if not every:
            raise Refused("no_meeting", code=text)
        raise Refused("no_such_meeting", known=listed(every), code=text)
    return _only(called, text)


def reserving_meeting(store: Reader, item: str) -> str:
    """The id of the last meeting with a reservation at a point that is called so, first of those
    that wait for an answer. Raises Refused where that is none."""
    wanted = item.strip().casefold()
    found = [
        (one.id, point.reservation.answer)
        for one in store.meetings.all()
        for point in store.meetings.agenda(one.id).points
        if point.reservation is not None and wanted in _called(point)
    ]
    if not found:
        raise Refused("no_reservation", title=item)
    return next((id_ for id_, answer in found if answer is None), found[0][0])


def _has_agenda(store: Reader, meeting: MeetingFacts) -> bool:
    """Whether points stand on its agenda, or it was begun without any."""
    return meeting.phase == "running" or bool(store.meetings.agenda(meeting.id).points)


def _only(found: list[MeetingFacts], text: str) -> str:
    if len(found) > 1:
        raise Refused("ambiguous_name", value=text or say("type.meetings"), ids=listed(found))
    return found[0].id


def listed(meetings: Sequence[MeetingFacts]) -> str:
    """The first of these by title, each with its day where the title does not say it, and with its
    id where another is called the same."""
    named = [meeting_named(meeting_title(one), one.date) for one in meetings[:NAMED]]
    return "; ".join(
        f"{name} ({one.id})" if named.count(name) > 1 else name
        for one, name in zip(meetings, named, strict=False)
    )


def _names(one: MeetingFacts) -> set[str]:
    names = {one.id, tail_of(one.id), one.title, one.date or "", one.phrase or "", one.body}
    return {name.casefold() for name in names if name}


def find_point(agenda: Agenda, text: str) -> Point:
    """A point by its number, its id, its title, or the code of its agreement."""
    wanted = text.strip().casefold()
    found = [one for one in agenda.points if wanted in _called(one)]
    if not found:
        raise Refused("no_such_point", title=meeting_title(agenda.meeting))
    if len(found) > 1:
        told = ", ".join(f"{one.number}{one.variant}" for one in found)
        raise Refused("ambiguous_name", value=text, ids=told)
    return found[0]


def _called(one: Point) -> set[str]:
    names = {one.id, tail_of(one.id), f"{one.number}{one.variant}", one.title}
    if one.row is not None:
        names |= {one.row.code, one.row.code.split("-", 2)[-1], one.row.id}
    return {name.casefold() for name in names if name}
