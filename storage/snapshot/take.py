"""Taking a snapshot in, in one transaction, or only looking at what that would do."""

from collections import Counter
from collections.abc import Iterable, Sequence

from storage.acts import Act, digest
from storage.apart import set_apart
from storage.errors import Refused
from storage.journal import Journal, Pen, now
from storage.progress import ALONE, Progress
from storage.reading.disputes import disputed
from storage.reading.names import title_of
from storage.records.as_json import DERIVED, Json, as_json
from storage.records.fields import FIELDS, type_of
from storage.snapshot.edits import changed, edits_in_file
from storage.snapshot.read import Snapshot
from storage.tables.arrivals import through
from storage.tables.database import Connection
from storage.tables.intake import take_in
from storage.tables.projection import merged_now
from storage.tables.world import known_ids, stored_acts
from storage.views import Change, Preview


class _OnlyLooking(Exception):  # noqa: N818 - it ends a transaction, nothing is wrong
    """Ends the transaction of a preview."""


def preview(
    connection: Connection, journal: Journal, file: Snapshot, name: str, progress: Progress = ALONE
) -> Preview:
    """What taking this file in would do: done, looked at and rolled back."""
    found: list[Preview] = []
    try:
        with journal.writing(looking=True) as pen:
            found.append(_take(connection, pen, file, name, progress, edits=True, looking=True))
            raise _OnlyLooking
    except _OnlyLooking:
        return found[0]


def already(connection: Connection, data: bytes) -> Preview | None:
    """What taking in a file brings whose very bytes were taken in before: nothing new."""
    row = connection.execute(
        "SELECT acts, (SELECT value FROM meta WHERE key = 'arrangement') FROM imported"
        " WHERE digest = ?",
        (digest(data),),
    ).fetchone()
    return Preview(row[1], None, None, row[0], 0, (), (), 0, ()) if row else None


def take(
    connection: Connection,
    journal: Journal,
    file: Snapshot,
    name: str,
    data: bytes,
    *,
    progress: Progress = ALONE,
    edits: bool | None,
    why: str | None = None,
) -> Preview:
    """Take the file in; with ``edits`` also what was changed in it by hand, for a reason.

    ``name`` and ``data`` are those of the file, for what is set apart and to know it again.
    Raises Refused, and changes nothing, for another arrangement, and where ``edits`` is None for
    edits that nobody decided on; without acts there is nothing else in the file.
    """
    if file.records is not None and not edits and (edits is None or file.acts is None):
        raise Refused("records_only" if file.acts is None else "edited_by_hand")
    with journal.writing() as pen:
        taken = _take(connection, pen, file, name, progress, edits=bool(edits), why=why)
        if file.records is None and not file.bad:
            row = (digest(data), taken.acts, now())
            connection.execute("INSERT OR REPLACE INTO imported VALUES (?, ?, ?)", row)
        return taken


def _take(
    connection: Connection,
    pen: Pen,
    file: Snapshot,
    name: str,
    progress: Progress,
    *,
    edits: bool,
    looking: bool = False,
    why: str | None = None,
) -> Preview:
    """``looking`` lists the changes too, which costs as much again as taking them in."""
    (ours,) = connection.execute("SELECT value FROM meta WHERE key = 'arrangement'").fetchone()
    if file.arrangement not in (None, ours):
        raise Refused("wrong_arrangement", theirs=file.arrangement, ours=ours)
    acts = file.acts or []
    known = known_ids(connection, {act.id for act in acts})
    new = [act for act in acts if act.id not in known]
    touched = _touched(connection, new) if looking else set()
    start, took, looked, edit = (0.02, 0.56, 0.88, 0.95) if looking else (0, 0.95, 0.95, 0.95)
    before = _records(connection, touched, progress.part(0, start))
    before_all = disputed(connection)
    pen.starts()
    with through(connection, name):
        take_in(connection, new, file.stubs, now(), progress.part(start, took))
    after = _records(connection, touched, progress.part(took, looked))
    changes = _changes(connection, before, after, progress.part(looked, edit))
    edited: Sequence[Change] = ()
    if edits and file.records is not None:
        edited = _edit(connection, pen, file, progress.part(edit, 1), why)
    set_apart(connection, file.bad, name)
    return Preview(
        arrangement=ours,
        exported_at=file.exported_at,
        exported_by=_author(connection, file.exported_by),
        acts=len(acts),
        new_acts=len(new),
        senders=senders(connection, Counter(act.by for act in new)),
        changes=tuple(changes),
        conflicts=len(disputed(connection) - before_all),
        edits=tuple(edited),
        set_apart=len(file.bad),
    )


def _edit(
    connection: Connection, pen: Pen, file: Snapshot, progress: Progress, why: str | None
) -> list[Change]:
    """Say what was changed by hand: on the file's own heads, or without acts on those here."""
    records = file.records or {}
    if file.acts is not None:
        settings, saw = edits_in_file(records, file.acts, file.stubs, progress)
        touched = {said.record for said in settings}
        before = _records(connection, touched, ALONE)
        pen.put(settings, why=why, saw=saw)
    else:
        ids = [str(one.get("id")) for group in records.values() for one in group]
        words = changed(records, merged_now(connection, ids, progress))
        touched = {record for record, _, _ in words}
        before = _records(connection, touched, ALONE)
        pen.say(words, why=why)
    return _changes(connection, before, _records(connection, touched, ALONE), ALONE)


def _touched(connection: Connection, new: Sequence[Act]) -> set[str]:
    """The records that new acts set, or that acts which they undo have set."""
    found = {said.record for act in new for said in act.set}
    undone = {target for act in new for target in act.undo}
    for target in undone:
        found |= {s.record for a in stored_acts(connection, "id = ?", (target,)) for s in a.set}
    return found


def _records(connection: Connection, ids: Iterable[str], progress: Progress) -> dict[str, Json]:
    known = [record for record in ids if type_of(record) in FIELDS]
    merged = merged_now(connection, known, progress.part(0, 0.8))
    found = progress.part(0.8, 1).over(merged.items(), len(merged))
    return {record: as_json(one) for record, one in found if one.listed}


def _changes(
    connection: Connection, before: dict[str, Json], after: dict[str, Json], progress: Progress
) -> list[Change]:
    found = []
    for record in progress.over(sorted(after), len(after)):
        title = title_of(connection, record)[1]
        old = before.get(record, {})
        for field, value in after[record].items():
            if field in DERIVED:
                continue
            was = old.get(field)
            if was != value and (old or value not in (None, [])):
                found.append(Change(record, title, field, was, value))
    return found


def senders(connection: Connection, counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    """How many acts each person brought, counted by author; the one who brought most first."""
    names = Counter[str]()
    for by, count in counted.items():
        names[_author(connection, by) or by] += count
    return tuple(names.most_common())


def _author(connection: Connection, by: str | None) -> str | None:
    row = connection.execute("SELECT name FROM authors WHERE tail = ?", (by,)).fetchone()
    return row[0] if row and row[0] else by
