"""What was set apart comes in after all: it is valid by now, or a person accepts what came in the
name of the seed (contract §2, rule 8)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from storage import clock
from storage.acts import Act, NotAnAct, decode, read_act
from storage.errors import Refused
from storage.journal.admission import Admission
from storage.journal.journal import Journal
from storage.journal.writer import Writer
from storage.progress import ALONE
from storage.quarantine import quarantine, quarantined_under, rows_under
from storage.queries.history.aftermath import Aftermath
from storage.queries.history.disputes import disputed
from storage.snapshot.import_changes import ImportChanges, gone_records
from storage.tables.arrivals import through
from storage.tables.assertions import known_ids
from storage.tables.database import Connection
from storage.tables.insert import Intake
from storage.tables.meta import arrangement_in
from storage.tables.unverified import doubt
from storage.views.import_preview import Preview
from storage.views.seed_release import Brings
from storage.views.set_apart import Readmitted


def would_accept(connection: Connection, journal: Journal, n: int) -> Preview:
    """What accepting what is set apart under a number would change: done, looked at and rolled
    back. Raises Refused for what nobody can accept."""
    after = Aftermath(connection, journal.identity, problems=True)
    with journal.looking():
        looked = ImportChanges(connection)
        after.starts()
        acts = {quarantined_under(connection, n).file: _acceptable(connection, n)}
        for some in acts.values():
            looked.sees(some)
        taken = _come_in(connection, acts)
        changes, more = looked.changes(ALONE)
        follows = after.told()
        return Preview(
            arrangement=arrangement_in(connection),
            exported_at=None,
            exported_by=None,
            acts=taken.new + taken.known,
            new_acts=taken.new,
            senders=(),
            changes=tuple(changes),
            conflicts=follows.conflicts,
            edits=(),
            more=more,
            gone=taken.gone,
            follows=follows,
        )


def accept(connection: Connection, pen: Writer, numbers: Sequence[int]) -> Readmitted:
    """Take these in, as a person says. Raises Refused, and takes none, for a number that is not
    there, or under which nothing is in the name of the seed."""
    acts: dict[str, list[Act]] = defaultdict(list)
    for n in numbers:
        acts[quarantined_under(connection, n).file] += _acceptable(connection, n)
    pen.starts()
    return _come_in(connection, acts)


def _acceptable(connection: Connection, n: int) -> list[Act]:
    one = quarantined_under(connection, n)
    if not one.acts:
        raise Refused("no_seed_apart", n=n)
    return [_act_in(data) for _, data in rows_under(connection, one)]


def retry(
    connection: Connection, pen: Writer, numbers: Sequence[int], brings: Brings
) -> Readmitted:
    """Take in which of these are valid acts now; those in the name of the seed only where this
    app brings them by now. Raises Refused for a number that is not there."""
    pen.starts()
    every = [quarantined_under(connection, n) for n in numbers]
    valid: dict[str, list[Act]] = defaultdict(list)
    left, saved = [], dict[str, str]()
    for one in every:
        for row, data in rows_under(connection, one):
            if not data:  # of a file as a whole: nothing in it is to be tried again
                left.append(one)
                continue
            try:
                act = _act_in(data)
            except NotAnAct as error:
                reason = str(error)
                connection.execute("UPDATE quarantine SET reason = ? WHERE n = ?", (reason, row))
                left.append(one._replace(reason=reason))
            else:
                valid[one.file].append(act)
                if not one.acts:
                    saved[act.id] = one.file
                drop = "DELETE FROM quarantine WHERE n = ? AND act IS NULL"
                connection.execute(drop, (row,))
    for known in known_ids(connection, saved):
        del saved[known]
    held: set[int | None] = set()
    for file, acts in valid.items():
        admission = Admission(connection, brings, file)
        valid[file] = admission.admit(acts)
        held.add(admission.number)
    tried = _come_in(connection, valid)
    for new, file in saved.items():
        doubt(connection, [new], file)
    same = {(one.file, one.arrived) for one in every if one.acts}
    left += [
        one for one in quarantine(connection) if (one.file, one.arrived) in same or one.n in held
    ]
    return tried._replace(left=tuple(left))


def _act_in(data: bytes) -> Act:
    return read_act(decode(data.strip().removesuffix(b",")))


def _come_in(connection: Connection, acts: Mapping[str, Sequence[Act]]) -> Readmitted:
    """Take these in, each through its file."""
    before = disputed(connection)
    new, left = 0, set[str]()
    for file, some in acts.items():
        with through(connection, file):
            intake = Intake(connection, clock.now())
            new += len(intake.add(some))
            left |= intake.finish()
    drop = "DELETE FROM quarantine WHERE act = ?"
    connection.executemany(drop, [(act.id,) for some in acts.values() for act in some])
    connection.execute("DELETE FROM quarantine WHERE act IN (SELECT id FROM acts WHERE NOT erased)")
    return Readmitted(
        new=new,
        known=sum(map(len, acts.values())) - new,
        conflicts=len(disputed(connection) - before),
        left=(),
        gone=gone_records(connection, left),
    )
