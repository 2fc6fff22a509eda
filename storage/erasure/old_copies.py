"""The copies beside a file in which still stands what was erased, and making them anew: the daily
ones, and what a backup took the place of."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from storage import clock
from storage.backups.daily_copies import copies, replaced
from storage.erasure.decisions import drop_bodies
from storage.errors import Refused
from storage.tables import database, opening
from storage.tables.chunks import select_in
from storage.tables.database import Connection, transaction
from storage.tables.insert import Intake
from storage.tables.stored_values import stored_act
from storage.traces import page_cleaning
from storage.traces.residue import empty_apart, holds_erased
from storage.views.erasures import OldCopy

_WENT = """
SELECT e.act, e.target FROM erasing e JOIN decided d ON d.act = e.act AND d.confirmed
  JOIN acts a ON a.id = e.act AND NOT a.erased"""


def holding_copies(connection: Connection) -> list[OldCopy]:
    """The copies that hold what was erased here, and those of which that cannot be seen."""
    return [one for one, _ in _holding(connection)]


def make_anew(connection: Connection) -> list[OldCopy]:
    """Erase in each copy too what was erased here; the rest of it stays as it was that day.
    Returns those where that could not be done."""
    left = []
    for one, erasures in _holding(connection):
        if one.why is None:
            try:
                clean = _erase_in(connection, one.path, erasures)
            except Refused as refused:
                left.append(one._replace(why=refused.key))
            else:
                left += [] if clean else [one._replace(why="locked")]
        else:
            left.append(one)
    return left


def _holding(connection: Connection) -> Iterator[tuple[OldCopy, list[str]]]:
    """With each copy the acts that erased what it holds."""
    pairs = connection.execute(_WENT).fetchall()
    by_target: dict[str, list[str]] = {}
    for act, target in pairs:
        by_target.setdefault(target, []).append(act)
    path = connection.path
    beside = [*(one.path for one in copies(path)), *replaced(path)]
    for copy in beside if pairs else ():
        try:
            with closing(sqlite3.connect(f"{database.uri_of(copy)}?mode=ro", uri=True)) as old:
                query = "SELECT id FROM acts WHERE erased = 0 AND id IN (…)"
                held = {act for (act,) in select_in(old, query, by_target)}
                apart = old.execute("SELECT data FROM quarantine WHERE length(data)")
                if any(holds_erased(connection, data) for (data,) in apart):
                    held.update(by_target)
        except sqlite3.DatabaseError:
            yield OldCopy(copy, "damaged"), []
            continue
        if held:
            yield OldCopy(copy, None), sorted({a for one in held for a in by_target[one]})


def _erase_in(connection: Connection, path: Path, erasures: list[str]) -> bool:
    query = "SELECT id, body FROM acts WHERE NOT erased AND id IN (…)"
    acts = [stored_act(connection, *row) for row in [*select_in(connection, query, erasures)]]
    with closing(opening.connect(path)) as old:
        page_cleaning.overwrite_deleted(old)
        with transaction(old):
            intake = Intake(old, clock.now())
            intake.add(acts)
            intake.finish()
            gone = drop_bodies(old, [act.id for act in acts])
            if empty_apart(old, gone, connection):
                page_cleaning.mark(old)
        return page_cleaning.rewrite_marked(old, gone)
