"""`meeting decide|answer|note|adopt|amend`: what becomes of the points of an agenda."""

from typing import cast

import click

from storage.errors import Refused
from storage.records.fields import ANSWERS, ENTRY_KINDS, FIELDS, OUTCOMES
from storage.views.meeting import Decision, Outcome
from tui.cli.assignments import Assigner
from tui.cli.chosen_meeting import (
    find_meeting,
    find_point,
    meeting_done,
    meeting_option,
    reserving_meeting,
)
from tui.cli.cmd_item import agreement_values
from tui.cli.options import TEXT, gives, why_option
from tui.cli.output import Out, as_data
from tui.cli.record_names import Names
from tui.cli.session import Session
from tui.cli.stderr import code_word, refusal_line, tell
from tui.locale import say, say_count
from tui.words.contents.agenda_contents import (
    agreement_now,
    amended_key,
    changes_told,
    point_title,
)
from tui.words.dates import typed_day


@click.command("decide")
@click.argument("item", type=TEXT)
@click.argument("outcome", type=TEXT)
@click.argument("assignments", metavar="[FIELD=VALUE…]", nargs=-1, type=TEXT)
@why_option
@click.option("--reserve", type=TEXT, metavar="ORG")
@click.option("--until", type=TEXT, metavar="D")
@click.option("--noted-for", type=TEXT, metavar="ORG", multiple=True)
@click.option("--anyway", is_flag=True)
@meeting_option
@gives("table", "json")
def decide_command(
    session: Session, out: Out, *, item: str, outcome: str, assignments: tuple[str, ...],
    why: str | None, reserve: str | None, until: str | None, noted_for: tuple[str, ...],
    anyway: bool, meeting: str | None,
) -> None:  # fmt: skip
    """What the meeting says of a point."""
    if until and not reserve:
        raise click.UsageError(say("cli.usage.until"))
    with session.open() as store:
        found = find_meeting(store, meeting)
        point = find_point(store.meetings.agenda(found), item)
        names = Names(store.connection)
        reservation = None
        if reserve is not None:
            reservation = (names.known_tail("organisations", reserve),
                           until and typed_day("until", until))  # fmt: skip
        decision = Decision(
            _outcome(outcome), why,
            agreement_values(store, point.row and point.row.id, assignments), reservation,
            tuple(names.known_tail("organisations", one) for one in noted_for),
        )  # fmt: skip
        store.meetings.decide(found, point.id, decision, anyway=anyway)
        meeting_done(store, out, found, "meeting.decided", title=point_title(point))


def _outcome(word: str) -> Outcome:
    found = code_word("outcome", word, OUTCOMES)
    for outcome in OUTCOMES:
        if found == outcome:
            return cast(Outcome, outcome)
    from storage.records.validation import nearest

    raise Refused("unknown_value", field="outcome", value=word, nearest=nearest(word, OUTCOMES))


@click.command("answer")
@click.argument("item", type=TEXT)
@click.argument("answer", type=TEXT, metavar="lifted|refused")
@why_option
@meeting_option
@gives("table", "json")
def answer_command(
    session: Session, out: Out, *, item: str, answer: str, why: str | None, meeting: str | None
) -> None:
    """What was said of a reservation."""
    with session.open() as store:
        said = code_word("reservation.answer", answer, ANSWERS)
        if said not in ANSWERS:
            raise Refused("unknown_value", field="answer", value=answer, nearest=", ".join(ANSWERS))
        found = find_meeting(store, meeting) if meeting else reserving_meeting(store, item)
        point = find_point(store.meetings.agenda(found), item)
        store.meetings.because(why).answer(found, point.id, said)
        meeting_done(store, out, found, "meeting.answered", title=point_title(point))


@click.command("note")
@click.argument("text", type=TEXT)
@click.option("--item", type=TEXT, metavar="ITEM")
@click.option("--kind", type=TEXT, metavar="KIND", default="remark")
@click.option("--who", type=TEXT, metavar="ORG")
@click.option("--function", type=TEXT, metavar="TEXT")
@click.option("--term", type=TEXT, metavar="PHRASE")
@why_option
@meeting_option
@gives("table", "json")
def meeting_note_command(
    session: Session, out: Out, *, text: str, item: str | None, kind: str, who: str | None,
    function: str | None, term: str | None, why: str | None, meeting: str | None,
) -> None:  # fmt: skip
    """What was said, decided or promised in the meeting."""
    with session.open() as store:
        found = find_meeting(store, meeting)
        point = item and find_point(store.meetings.agenda(found), item).id
        assigner = Assigner(store, "entries")
        said = {"who": who, "function": function, "term": term}
        entry: dict[str, object] = {"kind": code_word("kind", kind, ENTRY_KINDS), "text": text}
        entry |= {
            name: assigner.value(FIELDS["entries"][name], value)
            for name, value in said.items()
            if value
        }
        store.meetings.because(why).note(found, point or None, entry)
        meeting_done(store, out, found, "meeting.noted")


@click.command("adopt")
@click.option("--except", "excepted", type=TEXT, metavar="CODE…", multiple=True)
@click.argument("more", metavar="", nargs=-1, type=TEXT)
@click.option("--preview", is_flag=True)
@why_option
@meeting_option
@gives("table", "json")
def adopt_command(
    session: Session, out: Out, *, excepted: tuple[str, ...], more: tuple[str, ...],
    preview: bool, why: str | None, meeting: str | None,
) -> None:  # fmt: skip
    """Adopt all proposals that are left, in one change."""
    if more and not excepted:  # it would not be clear whether these alone are meant
        raise click.UsageError(say("cli.usage.adopt"))
    with session.open() as store:
        found = find_meeting(store, meeting)
        agenda = store.meetings.agenda(found)
        out_taken = {find_point(agenda, one).id for one in (*excepted, *more)}
        if preview:
            plan = store.meetings.adoption_plan(found, out_taken)
        else:
            plan = store.meetings.because(why).adopt(found, out_taken)
        if out.is_json:
            out.json(as_data(plan))
        else:
            rows = [
                (point_title(one), changes_told(one.proposal.changes))
                for one in plan.taken
                if one.proposal
            ]
            out.table((say("meeting.column_point"), say("meeting.column_becomes")), rows)
        for point, refused in plan.left:
            said = refusal_line(refused) if refused else say("meeting.excepted")
            tell(f"{point_title(point)}: {said}")
        if not preview:
            tell(f"{say_count('meeting.adopted', len(plan.taken))} {say('cli.undo_hint')}")


@click.command("amend")
@click.argument("item", type=TEXT)
@click.argument("text", type=TEXT)
@click.argument("assignments", metavar="[FIELD=VALUE…]", nargs=-1, type=TEXT)
@click.option("--meeting", type=TEXT, metavar="MEETING", required=True)
@why_option
@gives("table", "json")
def amend_command(
    session: Session, out: Out, *, item: str, text: str, assignments: tuple[str, ...],
    meeting: str, why: str | None,
) -> None:  # fmt: skip
    """Amend what a closed meeting decided, with today's date."""
    with session.open() as store:
        found = find_meeting(store, meeting)
        point = find_point(store.meetings.agenda(found), item)
        values = agreement_values(store, point.row and point.row.id, assignments)
        meetings = store.meetings.because(why)
        meetings.amend(found, point.id, text, values, store.today.isoformat())
        told, now = amended_key(point, values), agreement_now(point)
        meeting_done(store, out, found, told, title=point_title(point), now=now)
