"""What is known of the files in a folder: which segment each is, and which acts that holds.

A file is trusted by its stamp for the rest of the day on which it was read or written here. One
that is read must have been left alone before that: a time on a stick counts whole seconds, and
what is written twice within them looks the same.
"""

import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from storage.acts import Stub
from storage.exchange.folder_listing import FolderFile, FolderListing
from storage.exchange.segment_reader import VerifiedSegment
from storage.tables.chunks import chunks, select_in
from storage.tables.database import Connection
from storage.tables.kept_stubs import stub_text

THE_STUB = "(SELECT t.n FROM stubs t WHERE t.act = acts.id AND t.body = acts.body)"
"""The number of the stub that counts of an act, as ``segment_acts.stub`` has it."""
WENT = (
    "(acts.erased = 1 AND EXISTS (SELECT 1 FROM erasing e JOIN decided d ON d.act = e.act"
    " AND d.confirmed WHERE e.target = acts.id))"
)
"""That a person confirmed here that an act is erased."""
NONE = 0  # the number that a file has which is no segment
SETTLED = 2 * 10**9  # nanoseconds: how coarse the times on a stick are


@dataclass(frozen=True, slots=True)
class ListingDifference:
    """A listing beside the ledger: what must be read, and the names of files that are gone."""

    unread: tuple[FolderFile, ...]
    gone: tuple[str, ...]


def listing_difference(
    connection: Connection, folder: int | None, now: FolderListing, day: str | None
) -> ListingDifference:
    """What in a folder is not known to be what it was. ``day`` is today's; without it what was
    read on any day is trusted, by who only looks and has to be quick."""
    query = "SELECT name, stamp, day FROM folder_files WHERE folder = ?"
    rows = connection.execute(query, (folder,)).fetchall()
    known = {name: stamp if read and day in (None, read) else "" for name, stamp, read in rows}
    unread = tuple(one for one in now.files if known.get(one.name) != one.stamp)
    return ListingDifference(unread, tuple(known.keys() - {one.name for one in now.files}))


def counts_or_went(held: str) -> str:
    """That what a row of ``segment_acts`` names counts here as it stands there, as body or as
    stub, or is of an act that was erased."""
    return (
        f"(CASE WHEN {held}.stub THEN {held}.stub = {THE_STUB} ELSE NOT acts.erased END OR {WENT})"
    )


def lose(connection: Connection, folder: int, names: Collection[str]) -> None:
    """These files are gone, or spoilt: what only they held, the folder lacks from now on."""
    query = (
        "SELECT min(act) FROM segment_acts WHERE segment IN"
        f" (SELECT segment FROM folder_files WHERE folder = {int(folder)} AND name IN (…))"
    )
    first = [act for (act,) in select_in(connection, query, names) if act is not None]
    if first:
        lower = "UPDATE folders SET upto = min(upto, ?) WHERE id = ?"
        connection.execute(lower, (min(first) - 1, folder))
    drop = "DELETE FROM folder_files WHERE folder = ? AND name = ?"
    connection.executemany(drop, [(folder, name) for name in names])


def note_file(
    connection: Connection, folder: int, file: FolderFile, segment: int, day: str
) -> None:
    """This file was read or written just now, and is this segment, or none; ``day`` is "" where
    it is not to be trusted."""
    query = "SELECT 1 FROM folder_files WHERE folder = ? AND name = ? AND segment <> ?"
    if connection.execute(query, (folder, file.name, segment)).fetchone():
        lose(connection, folder, [file.name])
    connection.execute(
        "INSERT OR REPLACE INTO folder_files VALUES (?, ?, ?, ?, ?)",
        (folder, file.name, file.stamp, day, segment),
    )


def settled(file: FolderFile) -> bool:
    """Whether a file was left alone for so long that its stamp tells it from what it was."""
    return time.time_ns() - file.changed > SETTLED


def segment_number(connection: Connection, one: VerifiedSegment) -> int:
    """The number of a segment whose acts are all known here, or set apart; new ones are written
    down."""
    return written_down(
        connection, one.digest, one.size, chunks(one.acts.ids()), one.header.stubs,
        joined=bool(one.header.replaces),
    )  # fmt: skip


def written_down(
    connection: Connection,
    digest: str,
    size: int,
    acts: Iterable[Collection[str]],
    stubs: Collection[Stub],
    *,
    joined: bool,
) -> int:
    """The same for a segment that was made here."""
    known = known_segment(connection, digest)
    if known is not None:
        return known
    query = "INSERT INTO segments (digest, size, joined) VALUES (?, ?, ?) RETURNING id"
    (number,) = connection.execute(query, (digest, size, joined)).fetchone()
    for ids in acts:
        here = numbers(connection, ids)
        connection.executemany(
            "INSERT INTO segment_acts (segment, act, stub) VALUES (?, ?, 0)",
            [(number, n) for n in here.values()],
        )
        connection.executemany(
            "INSERT INTO segment_apart (segment, act) VALUES (?, ?)",
            [(number, act) for act in ids if act not in here],
        )
    connection.executemany(
        "INSERT INTO segment_acts (segment, act, stub) SELECT ?, a.n, s.n FROM stubs s"
        " JOIN acts a ON a.id = s.act WHERE s.act = ? AND s.body = ?",
        [(number, stub.id, stub_text(stub)) for stub in stubs],
    )
    return int(number)


def count_accepted(connection: Connection) -> None:
    """Acts of segments that were set apart, and are known here by now, count as held there."""
    connection.execute(
        "INSERT OR IGNORE INTO segment_acts (segment, act, stub)"
        " SELECT segment, n, 0 FROM segment_apart JOIN acts ON id = act AND erased < 2"
    )
    connection.execute(
        "DELETE FROM segment_apart WHERE act IN (SELECT id FROM acts WHERE erased < 2)"
    )


def known_segment(connection: Connection, digest: str) -> int | None:
    """The number of the segment with these bytes; None where it lies in no folder known here."""
    row = connection.execute("SELECT id FROM segments WHERE digest = ?", (digest,)).fetchone()
    return int(row[0]) if row else None


def replaced_by(connection: Connection, one: VerifiedSegment) -> list[int]:
    """The numbers of the segments known here that this one says it replaces."""
    query = "SELECT id FROM segments WHERE digest IN (…)"
    return [number for (number,) in select_in(connection, query, one.header.replaces)]


def numbers(connection: Connection, acts: Collection[str]) -> dict[str, int]:
    """The numbers that these acts have here, as far as they are known, by id."""
    rows = select_in(connection, "SELECT id, n FROM acts WHERE erased < 2 AND id IN (…)", acts)
    return {act: n for act, n in rows}  # noqa: C416 - rows are of any length


def forget_unused(connection: Connection, found: Collection[str]) -> None:
    """Segments that lie in no folder any more need no place here, but for those with these digests
    that were just ``found`` in one again."""
    query = "SELECT id, digest FROM segments WHERE id NOT IN (SELECT segment FROM folder_files)"
    rows = connection.execute(query).fetchall()
    unused = [(number,) for number, digest in rows if digest not in found]
    for table, column in (("segment_acts", "segment"), ("segment_apart", "segment"),
                          ("segments", "id")):  # fmt: skip
        connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", unused)
