"""A person confirms or refuses on this device that what an act names is erased."""

from collections.abc import Callable, Collection, Iterable, Sequence

from storage import clock
from storage.acts import Act, digest
from storage.errors import Refused
from storage.journal.journal import Journal
from storage.records.ids import tail_of, type_of
from storage.tables.chunks import select_in
from storage.tables.database import Connection
from storage.tables.insert import Intake
from storage.tables.kept_stubs import erased_by
from storage.tables.stored_values import stored_act
from storage.traces import page_cleaning
from storage.traces.residue import empty_apart

Forget = Callable[[Sequence[Act]], object]
"""Told what went, so that it goes too from where only who shows the file keeps something."""


def confirm(connection: Connection, journal: Journal, acts: Sequence[str], forget: Forget) -> bool:
    """Let the bodies of all that these acts erase go. Returns whether nothing is left of them in
    the file. Raises Refused, and changes nothing, for an act that is not here or erases nothing.

    No copy is made of before: what goes would stand in it.
    """
    page_cleaning.overwrite_deleted(connection)
    with journal.writing(copy=False):
        gone = drop_bodies(connection, acts)
        journal.forget_names(authors_named(gone))
    forget(gone)
    return page_cleaning.rewrite_marked(connection, gone)


def refuse(connection: Connection, journal: Journal, acts: Sequence[str]) -> None:
    """Keep the bodies of all that these acts erase. What went stays away until it comes again."""
    with journal.writing() as pen:
        pen.starts()
        intake = Intake(connection, clock.now())
        for act in acts:
            _check(connection, act)
            intake.decide(act, confirmed=False)
        connection.execute("DELETE FROM imported")  # what a file brings may be new again
        intake.finish()


def drop_bodies(connection: Connection, acts: Sequence[str]) -> list[Act]:
    """Confirm these within an open transaction; returns the bodies that went."""
    for act in acts:
        _check(connection, act)
    targets = {target for act in acts for target in erased_by(connection, act)}
    query = "SELECT id, body FROM acts WHERE NOT erased AND id IN (…)"
    gone = [stored_act(connection, *row) for row in [*select_in(connection, query, targets)]]
    intake = Intake(connection, clock.now())
    for act in acts:
        intake.decide(act, confirmed=True)
    intake.finish()
    dropped = _drop_apart(connection, targets)
    if empty_apart(connection, gone, connection) or dropped or gone:
        page_cleaning.mark(connection)
    connection.execute("DELETE FROM imported")
    return gone


def authors_named(acts: Iterable[Act]) -> set[str]:
    """The authors whose names these acts said."""
    return {
        tail_of(said.record)
        for act in acts
        for said in act.set
        if type_of(said.record) == "authors" and said.field == "name"
    }


def _check(connection: Connection, act: str) -> None:
    row = connection.execute("SELECT 1 FROM acts WHERE NOT erased AND id = ?", (act,)).fetchone()
    if row is None or not erased_by(connection, act):
        raise Refused("no_erasure", act=act[:10])


def _drop_apart(connection: Connection, acts: Collection[str]) -> bool:
    """What was set apart and is one of these goes too; whether there was any."""
    rows = connection.execute("SELECT n, data FROM quarantine")
    gone = []
    while row := rows.fetchone():  # one at a time: some are large
        if digest(row[1].strip().removesuffix(b",")) in acts:
            gone.append((row[0],))
    connection.executemany("DELETE FROM quarantine WHERE n = ?", gone)
    return bool(gone)
