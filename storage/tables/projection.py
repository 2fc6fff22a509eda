"""The projection: records merged again when something is said of them, and their rows written."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping

from storage.merge import Merged, World, about, merge_records
from storage.merge.existence import depends_on_entries
from storage.merge.single_acts import Values
from storage.progress import ALONE, Progress
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from storage.records.record_json import record_json
from storage.tables.assertions import knower, load_world
from storage.tables.chunks import chunks, select_in
from storage.tables.database import Connection
from storage.tables.merged_rows import rows_by_table, rows_of_record
from storage.tables.projected_rows import write_rows
from storage.tables.search_words import join_index

RECORDS = 1000  # that are merged at a time, so that memory stays flat


def write_once(
    connection: Connection, values: Mapping[str, Values], progress: Progress = ALONE
) -> None:
    """Write the rows of records of which one act says everything (``merge.said_once``)."""
    for some, part in _parts(values, progress):
        rows = {
            record: rows_of_record(record_json(record, values[record].items()))
            for record in some
            if type_of(record) in FIELDS
        }
        write_rows(connection, rows, part)
    if len(values) > RECORDS:
        join_index(connection)


def merge_new(connection: Connection, world: World, progress: Progress = ALONE) -> set[str]:
    """Merge records of which all that is said stands in ``world``, and write their rows. Returns
    those that left ``records``."""
    merged = _merged(connection, world, progress.part(0, 0.3))
    making = progress.part(0.3, 0.5).over(merged.values(), len(merged))
    rows = {one.id: rows_by_table(one) for one in making}
    return write_rows(connection, rows, progress.part(0.5, 1))


def merge_anew(
    connection: Connection, records: Collection[str], progress: Progress = ALONE
) -> set[str]:
    """Merge these records from all that stands in the tables, and write the rows that differ.
    Returns those that left ``records``."""
    left: set[str] = set()
    for some, part in _parts(records, progress):
        world = load_world(connection, some, part.part(0, 0.3))
        left |= merge_new(connection, world, part.part(0.3, 1))
    if len(records) > RECORDS:
        join_index(connection)
    return left


def merge_stale(connection: Connection) -> None:
    """The same for records that a migration marked as such."""
    rows = connection.execute("SELECT record FROM stale").fetchall()
    merge_anew(connection, [record for (record,) in rows])
    connection.execute("DELETE FROM stale")


def merged_now(
    connection: sqlite3.Connection, records: Collection[str], progress: Progress = ALONE
) -> dict[str, Merged]:
    """These records as all acts known here make them, merged anew."""
    world = load_world(connection, records, progress.part(0, 0.6))
    merged = _merged(connection, world, progress.part(0.6, 1))
    return {record: merged[record] for record in records}


def merged_if(
    connection: sqlite3.Connection, records: Collection[str], void: Mapping[str, bool]
) -> dict[str, Merged]:
    """The same as they would be were these acts void, or not void."""
    world = load_world(connection, records)
    for fields in world.values():
        for field, said in fields.items():
            fields[field] = [one._replace(void=void.get(one.act, one.void)) for one in said]
    merged = _merged(connection, world, ALONE)
    return {record: merged[record] for record in records}


def _parts(records: Collection[str], progress: Progress) -> Iterator[tuple[list[str], Progress]]:
    """The records in lists that memory can hold all of, each with its share of the work."""
    done = 0
    for some in chunks(records, RECORDS):
        yield some, progress.part(done / len(records), (done + len(some)) / len(records))
        done += len(some)


def world_around(connection: sqlite3.Connection, records: Collection[str]) -> World:
    """What is said of these records, and of all that must be merged together with them."""
    return _around(connection, load_world(connection, records), ALONE)[0]


def _merged(connection: sqlite3.Connection, world: World, progress: Progress) -> dict[str, Merged]:
    return _around(connection, world, progress)[1]


def _around(
    connection: sqlite3.Connection, world: World, progress: Progress
) -> tuple[World, dict[str, Merged]]:
    knows = knower(connection)
    while True:
        merged = merge_records(world, knows, progress)
        missing = _needed(connection, merged)
        if not missing:
            return world, merged
        world = {**world, **load_world(connection, missing)}


def _needed(connection: sqlite3.Connection, merged: dict[str, Merged]) -> set[str]:
    """What must be merged together with these: what an entry is about, before and now, and the
    entries of a record whose life depends on them."""
    targets = {about(record, one.fields) for record, one in merged.items()}
    entries = [tail_of(record) for record in merged if type_of(record) == "entries"]
    query = "SELECT about FROM entries WHERE tail IN (…) AND about IS NOT NULL"
    targets |= {record for (record,) in select_in(connection, query, entries)}
    found = {record for record in targets if record is not None and record not in merged}
    found -= _living(connection, found)
    dependent = [record for record, one in merged.items() if depends_on_entries(one.fields)]
    query = "SELECT 'entries/' || tail FROM entries WHERE about IN (…)"
    found |= {record for (record,) in select_in(connection, query, dependent)}
    return found - merged.keys()


def _living(connection: sqlite3.Connection, records: set[str]) -> set[str]:
    """Which of these are live by what is said of themselves, whatever their entries say."""
    found: set[str] = set()
    for type_ in {type_of(record) for record in records} & FIELDS.keys():
        tails = [tail_of(record) for record in records if type_of(record) == type_]
        query = f"SELECT tail FROM [{type_}] WHERE life = 'live' AND tail IN (…)"
        found |= {f"{type_}/{tail}" for (tail,) in select_in(connection, query, tails)}
    return found
