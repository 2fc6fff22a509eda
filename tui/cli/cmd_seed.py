"""`seed take`: what this version of the app brings, in a file that was made before."""

import click

from tui.cli.cmd_import import needs_care, new_problems, told_taken
from tui.cli.cmd_new import seed_command
from tui.cli.options import gives
from tui.cli.output import Out
from tui.cli.progress_bar import watching
from tui.cli.session import Session


@seed_command.command("take")
@click.option("--preview", "looking", is_flag=True)
@gives("table", "json")
def take_command(session: Session, out: Out, *, looking: bool) -> int:
    """Take in what the app brings and the file lacks; 3 when that brought conflicts or problems."""
    with session.open() as store, watching() as watch:
        if looking:
            found, care = store.snapshots.preview_offered(watch), False
        else:
            before = store.problems.all()
            found = store.snapshots.take_offered(watch)
            wrong = new_problems(store, before)
            found = found._replace(follows=found.follows.beside(wrong))
            care = needs_care(found) or bool(wrong)
    told_taken(out, found, looking=looking, nothing="offer.nothing", whole=True)
    return 3 if care else 0
