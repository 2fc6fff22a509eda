"""Joining two records that are one."""

import click

from storage.store import Store
from tui.cli.cmd_import import tell_upshot
from tui.cli.options import TEXT, code_argument, gives, why_option
from tui.cli.output import Out, as_data
from tui.cli.result import done, record_name
from tui.cli.session import Session
from tui.cli.stderr import tell
from tui.cli.text_tables import table_field_name
from tui.locale import say, say_count
from tui.words.values import in_words


def _preview(store: Store, out: Out, record: str, into: str) -> None:
    """What follows to the one that stands, what shows of both, and what becomes of what people
    said."""
    found = store.changes.preview_join(record, into)
    if out.is_json:
        out.json(as_data(found))
    else:
        columns = [say(f"cli.column.{name}") for name in ("field", "stays", "shows")]
        rows = [
            [
                table_field_name(one.field),
                *(in_words(one.field, value, one.names) for value in (one.stays, one.shows)),
            ]
            for one in found.fields
        ]
        out.table(columns, rows)
    follows = sum(one.number for one in found.references)
    names = {"name": record_name(store, record), "into": record_name(store, into)}
    tell(say_count("cli.join_follows", follows, **names))
    tell_upshot(found.follows)


@click.command("join")
@code_argument
@click.argument("into", type=TEXT)
@why_option
@click.option("--preview", "looking", is_flag=True)
@gives("table", "json")
def join_command(
    session: Session, out: Out, *, code: str, into: str, why: str | None, looking: bool
) -> None:
    """Let INTO stand for CODE, both of one type; `undo` takes it back."""
    with session.open() as store:
        record, stands = store.find(code), store.find(into)
        if looking:
            _preview(store, out, record, stands)
            return
        store.join(record, stands, why)
        told = say("toast.joined", name=record_name(store, record), into=record_name(store, stands))
        done(store, out, record, told)
