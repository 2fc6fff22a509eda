"""Joining two records that are one."""

import click

from tui.cli.done import called, done
from tui.cli.options import TEXT, code_argument, gives, why_option
from tui.cli.output import Out
from tui.cli.session import Session
from tui.locale import say


@click.command("join")
@code_argument
@click.argument("into", type=TEXT)
@why_option
@gives("table", "json")
def join_command(session: Session, out: Out, code: str, into: str, why: str | None) -> None:
    """Let INTO stand for CODE, both of one type; `undo` takes it back."""
    with session.open() as store:
        record, stands = store.find(code), store.find(into)
        store.join(record, stands, why)
        told = say("toast.joined", name=called(store, record), into=called(store, stands))
        done(store, out, record, told)
