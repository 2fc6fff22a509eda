"""`overview`: regions against programmes, who does what for whom, standing roles."""

import click

from tui.cli import as_of_option
from tui.cli.options import ChoiceParam, gives, moment_options
from tui.cli.output import Out
from tui.cli.overviews import matrix_data, parties_data, roles_data
from tui.cli.session import Session
from tui.cli.stderr import tell

SHAPES = {"matrix": matrix_data, "parties": parties_data, "standing": roles_data}


@click.command("overview")
@click.argument("which", metavar="|".join(SHAPES), type=ChoiceParam(tuple(SHAPES)))
@moment_options
@gives("table", "json", "csv")
def overview_command(
    session: Session, out: Out, which: str, as_of: str | None, known: bool
) -> None:
    """All open agreements at a glance."""
    shape = SHAPES[which]
    with session.open() as now, as_of_option.as_of(now, as_of, known=known) as store:
        found = store.overviews
        if out.is_json:
            out.json({"overview": which, **shape.data(found)})
        elif out.form == "csv":
            out.csv(*shape.sheet(found))
        else:
            out.table(*shape.table(found, plain=out.plain))
            tell(shape.told(found, plain=out.plain))
