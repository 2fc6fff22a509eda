"""Taking back, doing again, and settling conflicts."""

import click

from storage.errors import Refused
from storage.records.ids import type_of
from storage.store import Store
from storage.views.act_row import ActFilter, ActRow
from tui.cli.assignments import Assigner
from tui.cli.cmd_import import tell_upshot
from tui.cli.options import NUMBER, TEXT, code_argument, gives, why_option
from tui.cli.output import Out, as_data
from tui.cli.result import done, record_name
from tui.cli.session import Session
from tui.cli.stderr import tell
from tui.cli.text_tables import change_rows, change_sentences, table_field_name, when
from tui.locale import say
from tui.words.act_words import describe
from tui.words.contents.undo_words import told_of


@click.command("undo")
@click.argument("act", required=False, type=TEXT)
@why_option
@click.option("--preview", "looking", is_flag=True)
@gives("table", "json")
def undo_command(
    session: Session, out: Out, *, act: str | None, why: str | None, looking: bool
) -> None:
    """Take back my last act on this device, or the act with this id (see `history`).

    An act of someone else, or one that was imported, asks a reason: it is taken back for
    everyone.
    """
    with session.open() as store:
        if looking:
            _preview(store, out, act)
            return
        try:
            undone = store.undo(act, why)
        except Refused as refused:
            if refused.key == "reason_needed":
                _tell_what_changes(store, act or "")
            raise
    _turned(out, undone, "toast.undone")


@click.command("redo")
@why_option
@gives("table", "json")
def redo_command(session: Session, out: Out, why: str | None) -> None:
    """Do again what was taken back last."""
    with session.open() as store:
        again = store.redo(why)
    _turned(out, again, "toast.redone")


@click.command("resolve")
@code_argument
@click.argument("field", type=TEXT)
@click.option("--take", type=NUMBER, metavar="N")
@click.option("--value", type=TEXT, metavar="V")
@why_option
@gives("table", "json")
def resolve_command(
    session: Session,
    out: Out,
    *,
    code: str,
    field: str,
    take: int | None,
    value: str | None,
    why: str | None,
) -> None:
    """Settle a field on which several values stand."""
    if (take is None) == (value is None):
        raise click.UsageError(say("cli.usage.settle"))
    with session.open() as store:
        record = store.find(code)
        field = _field(store, record, field)
        if value is not None:
            settled = Assigner(store, type_of(record), record).settled(field, value)
        else:
            settled = _taken(store, record, field, take or 1)
        store.resolve(record, field, settled, why)
        told = say("toast.resolved", field=table_field_name(field), code=record_name(store, record))
        done(store, out, record, told)


def _preview(store: Store, out: Out, act: str | None) -> None:
    """What taking back an act would do, or my last one."""
    if act is None:
        mine = store.acts(ActFilter(mine=True))
        if not mine:
            raise Refused("nothing_to_undo")
        act = mine[0].id
    found = store.changes.preview_undo([act])
    if out.is_json:
        out.json(as_data(found))
    else:
        out.table(*change_rows(found.changes))
    for stays in found.stays:
        tell(told_of(stays))
    tell_upshot(found.follows)


def _tell_what_changes(store: Store, act: str) -> None:
    """What taking back an act of someone else does for everyone."""
    found = store.changes.preview_undo([act])
    tell(say("cli.for_everyone"))
    for line in change_sentences(found.changes):
        tell(line)
    for stays in found.stays:
        tell(f"  {told_of(stays)}")
    tell_upshot(found.follows)


def _field(store: Store, record: str, said: str) -> str:
    """The field that is meant: as acts name it, or as `conflicts` says it."""
    words = said.casefold()
    found = (
        one.field
        for one in store.conflicts(record)
        if table_field_name(one.field, one.names).casefold() == words
    )
    return next(found, said)


def _taken(store: Store, record: str, field: str, n: int) -> object:
    claims = [one.claims for one in store.conflicts(record) if field == one.field]
    if not claims:
        raise Refused("no_conflict", field=field)
    if n > len(claims[0]):
        raise Refused("no_such_claim", n=n, count=len(claims[0]))
    return claims[0][n - 1].value


def _turned(out: Out, act: ActRow, key: str) -> None:
    """Say which act was taken back or done again, and what it is about."""
    if out.is_json:
        out.json(as_data(act))
    else:
        out.table(*change_rows(act.changes))
    tell(say(key, what=f"{describe(act)}, {when(act.at)}"))
