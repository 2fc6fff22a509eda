"""`meeting`: an overleg, from its agenda to what it adopted."""

import click

from storage.errors import Refused
from storage.records.ids import tail_of
from storage.store import Store
from storage.views.meeting import MeetingPlan
from tui.cli.chosen_meeting import find_meeting, found_by, meeting_done, meeting_option
from tui.cli.cmd_agenda import (
    adopt_command,
    amend_command,
    answer_command,
    decide_command,
    meeting_note_command,
)
from tui.cli.cmd_item import item_command
from tui.cli.language import Spoken
from tui.cli.options import TEXT, gives, why_option
from tui.cli.output import Out, as_data
from tui.cli.record_names import Names
from tui.cli.session import Session
from tui.cli.stderr import tell
from tui.locale import say, say_count
from tui.words.agenda_template import usual_points, usual_title
from tui.words.contents.agenda_contents import agenda_blocks, meeting_title
from tui.words.contents.minutes_contents import minutes_blocks
from tui.words.contents.plain_text import plain_block_lines
from tui.words.dates import typed_day

WIDTH = 80


@click.group("meeting", cls=Spoken)
def meeting_command() -> None:
    """An overleg: prepared, held, closed."""


OF_POINTS = (
    decide_command, answer_command, meeting_note_command, adopt_command, amend_command,
    item_command,
)  # fmt: skip
for command in OF_POINTS:
    meeting_command.add_command(command)


@meeting_command.command("prepare")
@click.argument("body", type=TEXT)
@click.option("--date", type=TEXT, metavar="D", required=True)
@click.option("--title", type=TEXT, metavar="TEXT")
@click.option("--place", type=TEXT, metavar="TEXT")
@click.option("--chair", type=TEXT, metavar="NAME")
@click.option("--secretary", type=TEXT, metavar="NAME")
@click.option("--from", "sources", type=TEXT, metavar="SEARCH", multiple=True)
@click.option("--shared", is_flag=True)
@why_option
@gives("table", "json")
def prepare_command(
    session: Session, out: Out, *, body: str, date: str, title: str | None, place: str | None,
    chair: str | None, secretary: str | None,
    sources: tuple[str, ...], shared: bool, why: str | None,
) -> None:  # fmt: skip
    """A meeting of a body, with an agenda."""
    with session.open() as store:
        names = Names(store.connection)
        tail = names.known_tail("organisations", body)
        called = names.of("organisations", tail)
        last = store.meetings.last_closed(tail)
        facts = {
            "body": tail,
            "date": typed_day("date", date),
            "place": place,
            "chair": chair and names.known_tail("people", chair),
            "secretary": secretary and names.known_tail("people", secretary),
            "title": title or usual_title(called),
            "minutes_adopted": tail_of(last) if last else None,
        }
        points = usual_points(
            store.meetings, found_by(store, sources), store.meetings.carried(tail)
        )
        people = tuple(
            (one, function or say("meeting.member"))
            for one, function in store.meetings.usual_participants(tail)
        )
        made = store.meetings.because(why).prepare(
            MeetingPlan(facts, people, points, own=not shared)
        )
        _show(store, out, made)
        tell(say("meeting.prepared", undo=say("cli.undo_hint")))


@meeting_command.command("show")
@click.argument("meeting", type=TEXT, required=False)
@click.option("--follow", is_flag=True)
@gives("table", "json")
def meeting_show_command(
    session: Session, out: Out, *, meeting: str | None, follow: bool
) -> int | None:
    """The agenda; of a closed meeting its minutes; or the screen that follows one that runs."""
    with session.open() as store:
        found = find_meeting(store, meeting)
        if not follow:
            _show(store, out, found)
            return None
    session.follow = found
    return session.show()


def _show(store: Store, out: Out, meeting: str) -> None:
    minutes = store.meetings.minutes(meeting)
    if out.is_json:
        out.json(as_data(minutes))
        return
    agenda = minutes.agenda
    blocks = minutes_blocks(minutes) if minutes.closed_at else agenda_blocks(agenda)
    width = min(out.width or WIDTH, WIDTH)
    lines = [out.bold(meeting_title(agenda.meeting))]
    for block in blocks:
        lines += ["", *plain_block_lines(block, width, out.bold)]
    out.lines(lines)


@meeting_command.command("open")
@click.argument("meeting", type=TEXT, required=False)
@why_option
@gives("table", "json")
def open_command(session: Session, out: Out, meeting: str | None, why: str | None) -> None:
    """Begin a meeting."""
    with session.open() as store:
        found = find_meeting(store, meeting)
        store.meetings.because(why).open(found)
        meeting_done(store, out, found, "meeting.opened")


@meeting_command.command("share")
@click.argument("meeting", type=TEXT, required=False)
@why_option
@gives("table", "json")
def share_command(session: Session, out: Out, meeting: str | None, why: str | None) -> None:
    """Let partners see the points that stood on this laptop only."""
    with session.open() as store:
        found = find_meeting(store, meeting)
        count = store.meetings.because(why).share(found)
        if not count:
            raise Refused("nothing_to_share")
        if out.is_json:
            out.json(as_data(store.meetings.agenda(found)))
        tell(f"{say_count('meeting.shared', count)} {say('cli.undo_hint')}")


@meeting_command.command("attend")
@click.argument("organisation", type=TEXT)
@click.argument("function", type=TEXT)
@click.option("--away", is_flag=True)
@click.option("--text", type=TEXT, metavar="TEXT")
@why_option
@meeting_option
@gives("table", "json")
def attend_command(
    session: Session, out: Out, *, organisation: str, function: str, away: bool,
    text: str | None, why: str | None, meeting: str | None,
) -> None:  # fmt: skip
    """Who is there, and since or until when."""
    with session.open() as store:
        found = find_meeting(store, meeting)
        tail = Names(store.connection).known_tail("organisations", organisation)
        store.meetings.because(why).attend(found, tail, function, here=not away, text=text)
        meeting_done(store, out, found, "meeting.attended")


@meeting_command.command("close")
@click.argument("meeting", type=TEXT, required=False)
@click.option("--hold", is_flag=True)
@click.option("--next", "following", type=TEXT, metavar="MEETING")
@why_option
@gives("table", "json")
def close_command(
    session: Session, out: Out, *, meeting: str | None, hold: bool, following: str | None,
    why: str | None,
) -> None:  # fmt: skip
    """Close a meeting: what it decided is adopted."""
    with session.open() as store:
        found = find_meeting(store, meeting)
        after = tail_of(find_meeting(store, following)) if following else None
        store.meetings.because(why).close(found, hold=hold, next_meeting=after)
        meeting_done(store, out, found, "meeting.closed")
