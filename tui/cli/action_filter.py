"""Which actions a list keeps: aantekeningen that say what is to be done, by whom and when."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from storage.clock import moment
from storage.errors import Refused
from storage.queries.joins import joins
from storage.records.record_json import Json
from tui.cli.filters import Filters, filtered_records
from tui.cli.list_columns import ACTION, ACTIONS
from tui.cli.record_names import Names
from tui.words import dates

if TYPE_CHECKING:
    from storage.reader import Reader

LAST = "9999"  # after every year


def actions(store: "Reader", type_: str, filters: Filters) -> list[Json]:
    """The actions that pass, what is due first at the top. Open are those that are not done; due
    on a day those of which the term has ended by then."""
    if filters.kind is not None:
        raise Refused("no_such_filter", type=ACTIONS, field="kind")
    found = filtered_records(store, type_, filters._replace(open=False, due=None, who=None))
    found = [one for one in found if one["kind"] == ACTION]
    if filters.open:
        found = [one for one in found if one["done"] is not True]
    if filters.due is not None:
        day = dates.local_day(moment(filters.due))
        found = [one for one in found if _end(one) <= day]
    if filters.who is not None:
        of = joins(store.connection, "organisations")
        wanted = of.of(Names(store.connection).known_tail("organisations", filters.who))
        found = [one for one in found if of.of(str(one["who"])) == wanted]
    return sorted(found, key=lambda one: (_end(one), str(one["date"] or LAST), str(one["id"])))


def _end(action: Json) -> str:
    """The last day of its term; after every day where it has none."""
    term = action["term"]
    return str((term.get("to") if isinstance(term, Mapping) else None) or LAST)
