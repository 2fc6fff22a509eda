"""What is told of acts that came in, from a file or from a folder."""

import re
from collections import Counter
from collections.abc import Collection

from storage.acts.act import SEED
from storage.journal.admission import Admission
from storage.queries.erasure_requests import pending
from storage.queries.pages.source_value import sourced
from storage.snapshot.import_changes import gone_records
from storage.tables.arrivals import last
from storage.tables.database import Connection
from storage.tables.insert import Intake
from storage.views.consequences import Consequences
from storage.views.field_change import FieldChange
from storage.views.import_preview import Preview

_NAMED = re.compile('"([0-9a-f]{64})"')  # ids of acts in the bytes of one


def preview_of(
    connection: Connection,
    arrangement: str,
    acts: int,
    counted: Counter[str],
    *,
    admission: Admission,
    intake: Intake,
    left: Collection[str],
    known: int,
    follows: Consequences,
) -> Preview:
    """What acts do that were just taken in, wherever they lay: ``acts`` of them there, the new
    ones ``counted`` by author after number ``known``. Of a file more is to be told, and of a look
    at it what changes."""
    erased, idle = intake.only_stubs()
    return Preview(
        arrangement=arrangement,
        exported_at=None,
        exported_by=None,
        acts=acts,
        new_acts=counted.total(),
        senders=senders(connection, counted),
        changes=(),
        conflicts=follows.conflicts,
        edits=(),
        missing=missing(connection, known),
        gone=gone_records(connection, left),
        held=admission.held,
        held_as=admission.number,
        kept=_kept_values(connection, admission.said),
        erased=erased,
        idle=idle,
        erasures=tuple(pending(connection, known)),
        follows=follows,
    )


def _kept_values(
    connection: Connection, said: Collection[tuple[str, str]]
) -> tuple[FieldChange, ...]:
    """Of what the seed says anew, where a person's value stands before it."""
    found = sourced(connection, {record for record, _ in said})
    return tuple(one for one in found if (one.record, one.field) in said)


def missing(connection: Connection, known: int) -> tuple[str, ...]:
    """The acts that are known nowhere here and that one which came after number ``known``
    stands on."""
    waiting = {act for (act,) in connection.execute("SELECT DISTINCT act FROM awaited").fetchall()}
    query = (
        "SELECT a.body FROM acts a WHERE a.n > ? AND EXISTS (SELECT 1 FROM said s"
        " WHERE s.act = a.n AND s.record IN (SELECT record FROM awaited))"
    )
    found = set[str]()
    rows = connection.execute(query, (known if waiting else last(connection),))
    while row := rows.fetchone():  # one at a time: some are large
        found |= waiting.intersection(_NAMED.findall(row[0]))
    return tuple(sorted(found))


def senders(connection: Connection, counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    """How many acts each person brought, counted by author; the one who brought most first."""
    names = Counter[str]()
    for by, count in counted.items():
        names[author_name(connection, by) or by] += count
    return tuple(names.most_common())


def author_name(connection: Connection, by: str | None) -> str | None:
    """What an author is called; the id where no name is known."""
    if by == SEED:  # the source is nobody, whoever names it
        return SEED
    row = connection.execute("SELECT name FROM authors WHERE tail = ?", (by,)).fetchone()
    return row[0] if row and row[0] else by
