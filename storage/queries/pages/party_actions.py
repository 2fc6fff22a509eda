"""Actions from all logbooks, and those that one party is to do."""

import sqlite3

from storage.queries.agreements.pane_lists import Lists
from storage.queries.joins import joins
from storage.queries.names import title_of
from storage.queries.pages.logbook import entries_of_doer, entries_of_kind
from storage.views.page_elements import Action

_KIND = "action"


def actions(connection: sqlite3.Connection, lists: Lists, party: str | None = None) -> list[Action]:
    """Every action, what is due first in front and those without a day last; of one party, by its
    tail, only those that it is to do."""
    if party is None:
        entries = entries_of_kind(connection, lists, _KIND)
    else:
        tails = joins(connection, "organisations").all_of(party)
        entries = entries_of_doer(connection, lists, _KIND, tails)
    found, today = [], lists.today.isoformat()
    for entry, about in entries:
        late = not entry.done and entry.due is not None and entry.due < today
        found.append(Action(entry, about, *title_of(connection, about), late))
    return sorted(found, key=lambda one: (one.due or "9999", one.entry.said_at, one.entry.id))
