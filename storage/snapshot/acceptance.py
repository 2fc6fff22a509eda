"""A person accepts what came in the name of the seed and is set apart (contract §2, rule 8)."""

from collections import defaultdict
from collections.abc import Sequence

from storage.acts import Act
from storage.errors import Refused
from storage.journal.journal import Journal, Pen
from storage.progress import ALONE
from storage.quarantine.quarantine import act_in, come_in, rows_under, under
from storage.snapshot.import_changes import Looking
from storage.tables.database import Connection, arrangement_in
from storage.views.import_preview import Preview
from storage.views.set_apart import Tried


def would_accept(connection: Connection, journal: Journal, n: int) -> Preview:
    """What accepting what is set apart under a number would change: done, looked at and rolled
    back. Raises Refused for what nobody can accept."""
    after = journal.watching(problems=True)
    with journal.looking():
        looked = Looking(connection)
        after.starts()
        acts = {under(connection, n).file: _acceptable(connection, n)}
        for some in acts.values():
            looked.sees(some)
        taken = come_in(connection, acts)
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


def accept(connection: Connection, pen: Pen, numbers: Sequence[int]) -> Tried:
    """Take these in, as a person says. Raises Refused, and takes none, for a number that is not
    there, or under which nothing is in the name of the seed."""
    acts: dict[str, list[Act]] = defaultdict(list)
    for n in numbers:
        acts[under(connection, n).file] += _acceptable(connection, n)
    pen.starts()
    return come_in(connection, acts)


def _acceptable(connection: Connection, n: int) -> list[Act]:
    one = under(connection, n)
    if not one.acts:
        raise Refused("no_seed_apart", n=n)
    return [act_in(data) for _, data in rows_under(connection, one)]
