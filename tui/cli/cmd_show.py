"""One record, as it is or as it stood."""

from typing import TYPE_CHECKING

import click

from tui.cli.as_of_option import as_of as at_moment
from tui.cli.options import code_argument, gives, moment_options
from tui.cli.output import Out

if TYPE_CHECKING:
    from tui.cli.session import Session


@click.command("show")
@code_argument
@moment_options
@gives("table", "json")
def show_command(session: "Session", out: Out, code: str, as_of: str | None, known: bool) -> None:
    """One record."""
    with session.open() as store:
        id_ = store.find(code)
        with at_moment(store, as_of, known=known) as then:
            if out.is_json:
                out.json(then.record(id_))
                return
            if as_of:
                then.record(id_)  # refuses what was not there then
            from tui.cli.text_page import text_page

            out.lines(text_page(out, then, id_))
