"""Acts as the history shows them: who, when, why, and what changed from what to what."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from storage.acts import Act, decode, read_act
from storage.reading.names import title_of
from storage.tables.parts import select_in
from storage.views import ActRow, Change

Connection = sqlite3.Connection

_OF_RECORD = """
SELECT DISTINCT act FROM said WHERE record = ?1 OR record IN
       (SELECT 'entries/' || tail FROM entries WHERE about = ?1)"""


def history(
    connection: Connection, record: str | None, device: str | None, since: str | None = None
) -> list[ActRow]:
    """The acts on a record and its entries, or all, newest first; undos of them included.

    ``device`` is the own one; ``since`` a time as acts claim it.
    """
    if record is None:
        query, values = "SELECT n FROM acts", []
    else:
        query, values = _OF_RECORD, [record]
    chosen = f"n IN ({query})"
    undoing = (
        "id IN (SELECT u.act FROM undone u JOIN acts t ON t.id = u.target"
        f" WHERE t.n IN ({query.replace('?1', '?2') if values else query}))"
    )
    rows = connection.execute(
        f"SELECT body, void FROM acts WHERE NOT erased AND ({chosen} OR {undoing})"
        " ORDER BY at DESC, n DESC",
        values * 2,
    ).fetchall()
    acts = [(read_act(decode(body)), bool(void)) for body, void in rows]
    return act_rows(
        connection, [one for one in acts if since is None or one[0].at >= since], device
    )


def act_row(connection: Connection, chosen: str, device: str | None) -> ActRow:
    """One act that is known here."""
    row = connection.execute("SELECT body, void FROM acts WHERE id = ?", (chosen,)).fetchone()
    return act_rows(connection, [(read_act(decode(row[0])), bool(row[1]))], device)[0]


def act_rows(
    connection: Connection, acts: Sequence[tuple[Act, bool]], device: str | None
) -> list[ActRow]:
    """The same acts with names in place of ids and what each changed."""
    authors = dict(connection.execute("SELECT tail, name FROM authors").fetchall())
    before = _before(connection, [act for act, _ in acts])
    titles: dict[str, str] = {}
    found = []
    for act, void in acts:
        changes = []
        for said in act.set:
            if said.record not in titles:
                titles[said.record] = title_of(connection, said.record)[1]
            old = next(
                (
                    before[key]
                    for key in _places(said.record, said.field, said.parents)
                    if key in before
                ),
                None,
            )
            changes.append(Change(said.record, titles[said.record], said.field, old, said.value))
        found.append(
            ActRow(
                act.id, act.at, authors.get(act.by), act.device, act.device == device,
                act.is_seed, act.seq, act.why, void, act.undo, tuple(changes),
            )
        )  # fmt: skip
    return found


def _places(record: str, field: str, parents: Sequence[str]) -> list[tuple[str, str, str]]:
    return [(parent, record, field) for parent in parents]


def _before(connection: Connection, acts: Sequence[Act]) -> dict[tuple[str, str, str], object]:
    """What each parent said: by act, record and field."""
    wanted: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for act in acts:
        for said in act.set:
            for parent in said.parents:
                wanted[parent].add((said.record, said.field))
    query = (
        "SELECT a.id, s.record, s.field, s.value FROM said s JOIN acts a ON a.n = s.act"
        " WHERE a.id IN (…)"
    )
    return {
        (act, record, field): json.loads(value)
        for act, record, field, value in select_in(connection, query, list(wanted))
        if (record, field) in wanted[act]
    }
