"""`meeting item`: the points of an agenda, put there, moved, and what they propose."""

import click

from storage.errors import Refused
from storage.records.ids import tail_of
from storage.store import Store
from storage.views.meeting import PlannedPoint
from tui.cli.assignments import Assigner
from tui.cli.chosen_meeting import find_meeting, find_point, meeting_done, meeting_option
from tui.cli.language import Spoken
from tui.cli.options import NUMBER, TEXT, gives, why_option
from tui.cli.output import Out
from tui.cli.session import Session
from tui.words.contents.agenda_contents import point_title


def agreement_values(
    store: Store, agreement: str | None, said: tuple[str, ...]
) -> dict[str, object]:
    """The values that someone typed for the agreement of a point, by field as acts name it."""
    if not said:
        return {}
    return dict(Assigner(store, "agreements", agreement).change(said, None).sets)


@click.group("item", cls=Spoken)
def item_command() -> None:
    """Points of an agenda."""


@item_command.command("add")
@click.argument("what", metavar="TITLE|CODE", type=TEXT)
@click.option("--minutes", type=NUMBER, metavar="N")
@click.option("--under", type=TEXT, metavar="ITEM")
@click.option("--shared", is_flag=True)
@why_option
@meeting_option
@gives("table", "json")
def item_add_command(
    session: Session, out: Out, *, what: str, minutes: int | None, under: str | None,
    shared: bool, why: str | None, meeting: str | None,
) -> None:  # fmt: skip
    """Put a topic or an agreement on the agenda."""
    with session.open() as store:
        found = find_meeting(store, meeting)
        above = under and tail_of(find_point(store.meetings.agenda(found), under).id)
        point = PlannedPoint(minutes=minutes, reason=why)
        try:
            record = store.find(what)
        except Refused:
            record = ""
        if record.startswith("agreements/"):
            point = point._replace(agreement=tail_of(record))
        else:
            point = point._replace(title=what)
        store.meetings.add(found, point, own=not shared, under=above or None)
        meeting_done(store, out, found, "meeting.added")


@item_command.command("move")
@click.argument("item", type=TEXT)
@click.argument("place", type=NUMBER)
@click.option("--under", type=TEXT, metavar="ITEM")
@why_option
@meeting_option
@gives("table", "json")
def item_move_command(
    session: Session, out: Out, *, item: str, place: int, under: str | None, why: str | None,
    meeting: str | None,
) -> None:  # fmt: skip
    """Give a point another place."""
    with session.open() as store:
        found = find_meeting(store, meeting)
        agenda = store.meetings.agenda(found)
        above = under and tail_of(find_point(agenda, under).id)
        meetings = store.meetings.because(why)
        meetings.move(found, find_point(agenda, item).id, place - 1, above or None)
        meeting_done(store, out, found, "meeting.moved")


@item_command.command("propose")
@click.argument("item", type=TEXT)
@click.argument("assignments", metavar="FIELD=VALUE…", nargs=-1, type=TEXT)
@why_option
@meeting_option
@gives("table", "json")
def item_propose_command(
    session: Session, out: Out, *, item: str, assignments: tuple[str, ...], why: str | None,
    meeting: str | None,
) -> None:  # fmt: skip
    """Propose what an agreement should say; without values the proposal goes."""
    with session.open() as store:
        found = find_meeting(store, meeting)
        point = find_point(store.meetings.agenda(found), item)
        values = agreement_values(store, point.row and point.row.id, assignments)
        store.meetings.propose(found, point.id, values, why)
        meeting_done(store, out, found, "meeting.proposed", title=point_title(point))
