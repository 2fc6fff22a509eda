"""`list`: the records of a type, narrowed."""

from typing import TYPE_CHECKING

import click

from storage.records.fields import FIELDS
from storage.records.ids import tail_of
from storage.records.record_json import Json
from storage.search.query import Query
from storage.views.filter_term import FilterTerm
from storage.views.search_hit import Trouble
from tui.cli import as_of_option
from tui.cli.action_order import by_term
from tui.cli.filters import list_query
from tui.cli.list_columns import ACTION, ACTIONS, sheet_header, sheet_row, table_header, table_row
from tui.cli.options import TEXT, ChoiceParam, gives, ids_option, moment_options
from tui.cli.output import Out
from tui.cli.record_names import Names
from tui.cli.session import Session
from tui.cli.stderr import tell
from tui.locale import say, say_count
from tui.words.query_words import reason_sentence, refuse_troubles

if TYPE_CHECKING:
    from storage.reader import Reader


@click.command("list")
@click.argument("type_", metavar="TYPE", type=ChoiceParam((*FIELDS, ACTIONS)))
@click.argument("query", nargs=-1, type=TEXT)
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
@ids_option
@moment_options
@gives("table", "json", "csv")
def list_command(
    session: Session,
    out: Out,
    *,
    type_: str,
    query: tuple[str, ...],
    as_of: str | None,
    known: bool,
    deleted: bool,
    ids: bool,
    **options: object,
) -> None:
    """The records of a type; the actions are those aantekeningen that are to be done.

    QUERY has words and filters as in `search`; an option is the filter of that name.
    """
    if options["via"] and options["region"] is None:
        raise click.UsageError(say("cli.usage.via"))
    actions = type_ == ACTIONS
    of = "entries" if actions else type_
    asked = list_query(query, options, actions=actions)
    with session.open() as now, as_of_option.as_of(now, as_of, known=known) as store:
        found = _records(store, of, asked, actions=actions, deleted=deleted)
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
            rows = [table_row(type_, one, names, ids=ids) for one in found]
            out.table(table_header(type_, ids=ids), rows)
            tell(say_count("cli.records", len(found)))
            for reason in store.filters.reasons(asked.filters) if not found else ():
                tell(reason_sentence(reason))


def _records(
    store: "Reader", type_: str, query: Query, *, actions: bool, deleted: bool
) -> list[Json]:
    """The records that pass, in the order of a list. Raises Refused for a filter that this type
    does not know, or a value that nothing has."""
    if actions:
        if any(term.name == "kind" for term in query.filters):
            refuse_troubles([Trouble("no_such_filter", {"type": ACTIONS, "field": "kind"})])
        query = query._replace(filters=(*query.filters, FilterTerm("kind", ACTION)))
    ids, troubles = store.searcher.listed(type_, query, deleted=deleted)
    refuse_troubles(troubles)
    records = {str(one["id"]): one for one in store.records(type_, ids)}
    if type_ == "agreements":
        return [records[id_] for id_ in ids]
    return by_term([*records.values()]) if actions else sorted(records.values(), key=_by_name)


def _by_name(record: Json) -> tuple[str, str]:
    said = str(record.get("name") or record.get("title") or "").casefold()
    return (said, str(record["id"]))
