"""`list`: the records of a type, narrowed."""

import click

from storage.records.fields import FIELDS
from storage.records.ids import tail_of
from tui.cli import as_of_option
from tui.cli.action_filter import actions
from tui.cli.filters import Filters, filtered_records
from tui.cli.list_columns import ACTIONS, sheet_header, sheet_row, table_header, table_row
from tui.cli.options import TEXT, ChoiceParam, gives, moment_options
from tui.cli.output import Out
from tui.cli.record_names import Names
from tui.cli.session import Session
from tui.cli.stderr import tell
from tui.locale import say, say_count


@click.command("list")
@click.argument("type_", metavar="TYPE", type=ChoiceParam((*FIELDS, ACTIONS)))
@click.option("--region", type=TEXT, metavar="R")
@click.option("--via", is_flag=True)
@click.option("--programme", type=TEXT, metavar="P")
@click.option("--party", type=TEXT, metavar="O")
@click.option("--status", type=TEXT, metavar="S")
@click.option("--kind", type=TEXT, metavar="K")
@click.option("--open", is_flag=True)
@click.option("--due", type=TEXT, metavar="D")
@click.option("--who", type=TEXT, metavar="ORG")
@click.option("--changed-since", type=TEXT, metavar="D")
@click.option("--deleted", is_flag=True)
@moment_options
@gives("table", "json", "csv")
def list_command(
    session: Session, out: Out, type_: str, as_of: str | None, known: bool, **filters: object
) -> None:
    """The records of a type; the actions are those aantekeningen that are to be done."""
    if filters["via"] and filters["region"] is None:
        raise click.UsageError(say("cli.usage.via"))
    of = "entries" if type_ == ACTIONS else type_
    with session.open() as now, as_of_option.as_of(now, as_of, known=known) as store:
        wanted = Filters(**filters)  # type: ignore[arg-type]
        found = (actions if type_ == ACTIONS else filtered_records)(store, of, wanted)
        if out.is_json:
            out.json(found)
        elif out.form == "csv":
            out.csv(sheet_header(of), [sheet_row(of, one) for one in found])
        else:
            names = Names(store.connection)
            if type_ == "agreements":
                repeats = store.lists.repeats
                found = [
                    {**one, "status": repeats.get(tail_of(str(one["id"])), one["status"])}
                    for one in found
                ]
            out.table(table_header(type_), [table_row(type_, one, names) for one in found])
            tell(say_count("cli.records", len(found)))
