"""What an undo is about: the fields that were set by the acts which it takes back."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from storage.acts import Act
from storage.tables.chunks import select_in
from storage.tables.void_acts import connected

Place = tuple[str, str]
"""A record and a field."""


def undone_places(
    connection: sqlite3.Connection, acts: Sequence[Act]
) -> Mapping[str, Sequence[Place]]:
    """By undo among these acts the fields that it is about; of the document that it is that."""
    undone = {act.id: act.undo for act in acts if act.undo}
    if not undone:
        return {}
    undoes = connected(connection, {one for targets in undone.values() for one in targets})
    reached = {act: _reached(targets, undoes) for act, targets in undone.items()}
    query = (
        "SELECT DISTINCT a.id, iif(a.scope = 'passages', 'passages/', s.record),"
        " iif(a.scope = 'passages', 'text', s.field)"
        " FROM acts a JOIN said s ON s.act = a.n WHERE a.id IN (…)"
    )
    said = defaultdict[str, list[Place]](list)
    for act, *place in select_in(connection, query, set().union(*reached.values())):
        said[act].append((place[0], place[1]))
    return {
        act: [*dict.fromkeys(place for one in sorted(found) for place in said[one])]
        for act, found in reached.items()
    }


def _reached(targets: Sequence[str], undoes: Mapping[str, Collection[str]]) -> set[str]:
    """These acts, and all that they take back."""
    found, waiting = set[str](), [*targets]
    while waiting:
        act = waiting.pop()
        if act not in found:
            found.add(act)
            waiting += undoes.get(act, ())
    return found
