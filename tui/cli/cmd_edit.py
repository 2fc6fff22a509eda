"""Commands that change the arrangement."""

import click

from storage.records.fields import ENTRY_KINDS, FIELDS, STATUSES
from storage.records.ids import type_of
from storage.views.change import Change
from tui.cli.asking import asked
from tui.cli.assignments import Assigner
from tui.cli.options import TEXT, code_argument, gives, why_option
from tui.cli.output import Out
from tui.cli.result import add, done, record_name, telling_what_stands
from tui.cli.session import Session
from tui.cli.stderr import code_word, tell
from tui.locale import say

ASSIGNMENTS = click.argument("assignments", metavar="FIELD=VALUE…", nargs=-1, type=TEXT)
ASK = click.option("--ask", is_flag=True)


def _ask_or_say(assignments: tuple[str, ...], *, ask: bool) -> None:
    """Something is to be changed: told on the line, or asked."""
    if not (assignments or ask):
        context = click.get_current_context()
        (missing,) = (one for one in context.command.params if one.name == "assignments")
        raise click.MissingParameter(ctx=context, param=missing)


@click.command("add")
@click.argument("type_", metavar="TYPE", type=TEXT)
@ASSIGNMENTS
@ASK
@why_option
@gives("table", "json")
def add_command(
    session: Session,
    out: Out,
    *,
    type_: str,
    assignments: tuple[str, ...],
    ask: bool,
    why: str | None,
) -> None:
    """A new record of a type; prints it as `show` does."""
    _ask_or_say(assignments, ask=ask)
    with session.open() as store:
        if ask:
            asked(
                store, type_, None, given=assignments, why=why,
                make=lambda change: add(store, out, change),
            )  # fmt: skip
            return
        assigner = Assigner(store, type_)
        change = assigner.change(assignments, why)
        add(store, out, change)
        _read(assigner.told(change.sets))


@click.command("edit")
@code_argument
@ASSIGNMENTS
@ASK
@why_option
@gives("table", "json")
def edit_command(
    session: Session,
    out: Out,
    *,
    code: str,
    assignments: tuple[str, ...],
    ask: bool,
    why: str | None,
) -> None:
    """Other values in fields of a record."""
    _ask_or_say(assignments, ask=ask)
    with session.open() as store:
        record = store.find(code)

        def edited(change: Change) -> None:
            with telling_what_stands(store, code):
                store.apply(change)
            done(store, out, record, say("toast.edited", code=record_name(store, record)))

        if ask:
            asked(store, type_of(record), record, given=assignments, why=why, make=edited)
            return
        assigner = Assigner(store, type_of(record), record)
        change = assigner.change(assignments, why)
        edited(change)
        _read(assigner.told(change.sets))


@click.command("status")
@code_argument
@click.argument("status", type=TEXT)
@why_option
@click.option("--evidence", type=TEXT, metavar="TEXT")
@click.option("--successor", type=TEXT, metavar="CODE")
@gives("table", "json")
def status_command(
    session: Session,
    out: Out,
    *,
    code: str,
    status: str,
    why: str | None,
    evidence: str | None,
    successor: str | None,
) -> None:
    """Another status for an agreement."""
    with session.open() as store:
        record = store.find(code)
        word = code_word("status", status, STATUSES)
        with telling_what_stands(store, code):
            store.status(record, word, why, evidence, successor)
        told = say("toast.status", code=record_name(store, record), status=say(f"status.{word}"))
        done(store, out, record, told)


@click.command("note")
@code_argument
@click.argument("text", type=TEXT)
@click.option("--kind", type=TEXT, metavar="KIND", default="remark")
@click.option("--who", type=TEXT, metavar="ORG")
@click.option("--term", type=TEXT, metavar="PHRASE")
@click.option("--own", is_flag=True)
@why_option
@gives("table", "json")
def note_command(
    session: Session,
    out: Out,
    *,
    code: str,
    text: str,
    kind: str,
    who: str | None,
    term: str | None,
    own: bool,
    why: str | None,
) -> None:
    """An entry in the logbook of a record."""
    with session.open() as store:
        about = store.find(code)
        assigner = Assigner(store, "entries")
        entry: dict[str, object] = {"kind": code_word("kind", kind, ENTRY_KINDS), "text": text}
        for name, value in (("who", who), ("term", term)):
            if value:
                entry[name] = assigner.value(FIELDS["entries"][name], value)
        added = store.apply(Change((about,), entry=entry, own=own, reason=why)).added
        told = "toast.noted_own" if own else "toast.noted"
        done(store, out, added[0], say(told, code=record_name(store, about)))
        _read(assigner.told(entry))


@click.command("delete")
@code_argument
@why_option
@gives("table", "json")
def delete_command(session: Session, out: Out, *, code: str, why: str | None) -> None:
    """Delete a record; `restore` brings it back."""
    with session.open() as store:
        record = store.find(code)
        told = say("toast.deleted", code=record_name(store, record))
        store.delete(record, why)
        done(store, out, record, told)


@click.command("restore")
@code_argument
@why_option
@gives("table", "json")
def restore_command(session: Session, out: Out, *, code: str, why: str | None) -> None:
    """Bring a deleted record back, or keep one that was both deleted and changed."""
    with session.open() as store:
        record = store.find(code)
        store.restore(record, why)
        done(store, out, record, say("toast.restored", code=record_name(store, record)))


def _read(told: str) -> None:
    """How a term was read, so that nothing is read in silence."""
    if told:
        tell(f"{told[:1].upper()}{told[1:]}.")
