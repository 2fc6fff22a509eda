"""Taking a snapshot in, in one transaction, or only looking at what that would do."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from storage import clock
from storage.errors import Refused
from storage.formats.verifier import check_arrangement
from storage.journal.admission import Admission
from storage.journal.journal import Journal
from storage.journal.writer import Writer
from storage.progress import ALONE, Progress
from storage.quarantine import set_apart
from storage.queries.history.aftermath import Aftermath
from storage.snapshot.arrivals_told import author_name, preview_of
from storage.snapshot.hand_edits import changed, edits_in_file
from storage.snapshot.import_changes import ImportChanges, changes, records_now
from storage.snapshot.snapshot_lines import ActBytes
from storage.snapshot.snapshot_reader import Snapshot
from storage.tables.arrivals import last, through
from storage.tables.database import Connection
from storage.tables.insert import Intake
from storage.tables.meta import arrangement_in
from storage.tables.projection import merged_now
from storage.tables.unverified import came_whole, doubt
from storage.views.field_change import FieldChange
from storage.views.import_preview import Preview, SetApart
from storage.views.set_apart import Bad

TOGETHER = 500  # acts that are taken in at a time
ROOM = 2 << 20  # bytes of acts after which no more are
SHOWN, CHARACTERS = 20, 200  # lines that are set apart of which is told what they say, and how far


def preview_import(
    connection: Connection,
    journal: Journal,
    file: Snapshot,
    admission: Admission,
    progress: Progress = ALONE,
) -> Preview:
    """What taking this file in would do: done, looked at and rolled back."""
    after = Aftermath(connection, journal.identity, problems=True)
    with journal.looking() as pen:
        return _take(
            connection, pen, file, admission, progress, after=after, edits=True, looking=True
        )


def already(connection: Connection, digest: str) -> Preview | None:
    """What taking in a file brings whose very bytes were taken in before: nothing new."""
    query = "SELECT acts FROM imported WHERE digest = ?"
    row = connection.execute(query, (digest,)).fetchone()
    if row is None:
        return None
    return Preview(arrangement_in(connection), None, None, row[0], 0, (), (), 0, ())


def take(
    connection: Connection,
    journal: Journal,
    file: Snapshot,
    admission: Admission,
    *,
    progress: Progress = ALONE,
    edits: bool | None,
    why: str | None = None,
) -> Preview:
    """Take the file in; with ``edits`` also what was changed in it by hand, for a reason.

    Raises Refused, and changes nothing, for
    another arrangement, and where ``edits`` is None for edits that nobody decided on; without
    acts there is nothing else in the file.
    """
    if file.records is not None and not edits and (edits is None or file.count is None):
        raise Refused("records_only" if file.count is None else "edited_by_hand")
    after = Aftermath(connection, journal.identity, problems=False)
    with journal.writing() as pen:
        taken = _take(
            connection, pen, file, admission, progress, after=after, edits=bool(edits), why=why
        )
        if file.records is None and not file.bad and not admission.held:
            row = (file.digest, taken.acts, clock.now())
            connection.execute("INSERT OR REPLACE INTO imported VALUES (?, ?, ?)", row)
        return taken


def _take(
    connection: Connection,
    pen: Writer,
    file: Snapshot,
    admission: Admission,
    progress: Progress,
    *,
    after: Aftermath,
    edits: bool,
    looking: bool = False,
    why: str | None = None,
) -> Preview:
    """``looking`` lists the changes too."""
    ours = arrangement_in(connection)
    if file.arrangement is not None:
        check_arrangement(file.arrangement, ours)
    looked = ImportChanges(connection) if looking else None
    pen.starts()
    known = last(connection)
    with through(connection, admission.file):
        intake = Intake(connection, clock.now())
        if file.stubs:
            after.starts()
            intake.add((), file.stubs)
        by = _acts(
            connection, intake, file, admission, looked,
            progress=progress.part(0, 0.45), after=after,
        )  # fmt: skip
        left = intake.finish(progress.part(0.45, 0.9))
    found, more = looked.changes(progress.part(0.9, 0.95)) if looked else ([], 0)
    edited: Sequence[FieldChange] = ()
    if edits and file.records is not None:
        after.starts()
        edited = _edit(connection, pen, file, progress.part(0.95, 1), why)
    set_apart(connection, file.bad, admission.file)
    told = preview_of(
        connection, ours, file.count or 0, by,
        admission=admission, intake=intake, left=left, known=known, follows=after.told(),
    )  # fmt: skip
    return told._replace(
        exported_at=file.exported_at,
        exported_by=author_name(connection, file.exported_by),
        changes=tuple(found),
        edits=tuple(edited),
        set_apart=len(file.bad),
        apart=tuple(map(_apart, file.bad[:SHOWN])),
        fails=file.fails,
        more=more,
    )


def _acts(
    connection: Connection,
    intake: Intake,
    file: Snapshot,
    admission: Admission,
    looked: ImportChanges | None,
    *,
    progress: Progress,
    after: Aftermath,
) -> Counter[str]:
    """Take the acts of the file in, a few at a time; returns how many were new, by author."""
    by = Counter[str]()
    some = progress.over(file.bodies(), file.count or 0)
    for batch in _batches(some):
        known = intake.brings_nothing_new({body.id for body in batch})
        acts = admission.admit([body.act() for body in batch if body.id not in known])
        if acts:
            after.starts()
        if looked is not None:
            looked.sees(acts)
        new = intake.add(acts)
        if file.fails is None:
            came_whole(connection, {body.id for body in batch})
        else:
            doubt(connection, [act.id for act in new], admission.file)
        by.update(act.by for act in new)
    return by


def _apart(bad: Bad) -> SetApart:
    said = bad.data[: 4 * CHARACTERS].decode("utf-8", "replace").strip()
    return SetApart(bad.line, bad.reason, said[:CHARACTERS])


def _batches(items: Iterable[ActBytes]) -> Iterator[list[ActBytes]]:
    """Acts that are taken in together: many small ones, or few large ones."""
    some: list[ActBytes] = []
    size = 0
    for one in items:
        some.append(one)
        size += len(one.data)
        if len(some) == TOGETHER or size > ROOM:
            yield some
            some, size = [], 0
    if some:
        yield some


def _edit(
    connection: Connection, pen: Writer, file: Snapshot, progress: Progress, why: str | None
) -> list[FieldChange]:
    """Say what was changed by hand: on the file's own heads, or without acts on those here."""
    records = file.records or {}
    if file.acts is not None:
        settings, saw = edits_in_file(records, file.acts, file.stubs, progress)
        touched = {said.record for said in settings}
        before = records_now(connection, touched)
        pen.put(settings, why=why, saw=saw)
    else:
        ids = [str(one.get("id")) for group in records.values() for one in group]
        words = changed(records, merged_now(connection, ids, progress))
        touched = {record for record, _, _ in words}
        before = records_now(connection, touched)
        pen.say(words, why=why)
    return changes(connection, before, records_now(connection, touched), ALONE)
