"""What a form saw when it was opened, and what others said of the record since."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from storage.acts import encode
from storage.merge import Assertion, frontier, merge_field
from storage.merge.ancestry import below
from storage.tables.assertions import load_world
from storage.views.change import EMPTY, FieldSeen, Seen

Connection = sqlite3.Connection


class Meanwhile(NamedTuple):
    """A field that others changed since it was seen: ``who`` did that last, None where that is
    not known; ``value`` is what stands there now, ``now`` is how it is seen from now on."""

    field: str
    who: str | None
    value: object
    now: FieldSeen


def seen(connection: Connection, record: str) -> dict[str, FieldSeen]:
    """Every field of a record of which anything was said."""
    said = load_world(connection, [record])[record]
    return {field: _seen(found) for field, found in said.items()}


def meanwhile(connection: Connection, record: str, before: Seen) -> list[Meanwhile]:
    """The fields of which something was said, or taken back, since they were seen."""
    found = []
    for field, said in load_world(connection, [record])[record].items():
        then, now = before.get(field, EMPTY), _seen(said)
        if now == then:
            continue
        value = merge_field(said, lambda _: True).value
        found.append(Meanwhile(field, _who(connection, said, then, now), value, now))
    return sorted(found, key=lambda one: one.field)


def all_said(connection: Connection, record: str, field: str) -> FieldSeen:
    """A field as whoever settles it sees it: a next act stands on all that was said there."""
    said = load_world(connection, [record])[record].get(field, ())
    return FieldSeen(tuple(frontier(said)), _seen(said).heads)


def _seen(said: Sequence[Assertion]) -> FieldSeen:
    outcome = merge_field(said, lambda _: True)
    heads = tuple(sorted(one.act for one in outcome.heads))
    parents = frontier(said)
    if outcome.conflict:
        shown = encode(outcome.value)
        own = {one.act for one in outcome.counting if encode(one.value) == shown}
        others = {one.act for one in outcome.counting} - own
        on = _parents(said)
        alone = (act for act in parents if not others & below(on, [act]))
        parents = sorted(own.union(alone))
    return FieldSeen(tuple(parents), heads)


def _who(
    connection: Connection, said: Sequence[Assertion], then: FieldSeen, now: FieldSeen
) -> str | None:
    """The name of who said the newest of what was not seen; else of who took back what was."""
    known = below(_parents(said), (*then.parents, *then.heads))
    new = {*now.parents, *now.heads} - known
    newest = max((one for one in said if one.act in new), key=_age, default=None)
    acts = [newest.act] if newest is not None else _undos(connection, then.heads)
    row = connection.execute(
        "SELECT o.name FROM acts a JOIN authors o ON o.tail = a.by WHERE a.id = ?",
        (acts[0] if acts else "",),
    ).fetchone()
    return row[0] if row else None


def _parents(said: Sequence[Assertion]) -> dict[str, Sequence[str]]:
    return {one.act: one.parents for one in said}


def _age(said: Assertion) -> tuple[str, str]:
    return said.at, said.act


def _undos(connection: Connection, acts: Sequence[str]) -> list[str]:
    """The acts that take one of these back, the newest first."""
    holes = ", ".join("?" * len(acts))
    rows = connection.execute(
        "SELECT a.id FROM undone u JOIN acts a ON a.id = u.act"
        f" WHERE u.target IN ({holes}) AND NOT a.void ORDER BY a.at DESC, a.id DESC",
        list(acts),
    ).fetchall()
    return [act for (act,) in rows]
