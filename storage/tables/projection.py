"""The projection: records merged again when something is said of them, and their rows written."""

import sqlite3
from collections.abc import Collection, Mapping

from storage.merge import Merged, about, merge_records
from storage.merge.lives import depends_on_entries
from storage.progress import ALONE, Progress
from storage.records.fields import type_of
from storage.tables.database import Connection
from storage.tables.parts import select_in
from storage.tables.rows import write_rows
from storage.tables.world import Loaded, knower, load_world


def merge_anew(
    connection: Connection, records: Collection[str], progress: Progress = ALONE
) -> None:
    """Merge these records from all that stands in the tables, and write the rows that differ."""
    world = load_world(connection, records, progress.part(0, 0.2))
    merged = _merged(connection, world, progress.part(0.2, 0.4))
    write_rows(connection, merged.values(), progress.part(0.4, 1))


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


def _merged(connection: sqlite3.Connection, world: Loaded, progress: Progress) -> dict[str, Merged]:
    knows = knower(connection)
    while True:
        merged = merge_records(world, knows, progress)
        missing = _needed(connection, merged) - world.keys()
        if not missing:
            return merged
        world |= load_world(connection, missing)


def _needed(connection: sqlite3.Connection, merged: dict[str, Merged]) -> set[str]:
    """What must be merged together with these: what an entry is about, before and now, and the
    entries of a record whose life depends on them."""
    needed = {about(record, one.fields) for record, one in merged.items()} - {None}
    entries = [record for record in merged if type_of(record) == "entries"]
    query = "SELECT about FROM entries WHERE 'entries/' || tail IN (…) AND about IS NOT NULL"
    found = {record for record in needed if record is not None}
    found |= {record for (record,) in select_in(connection, query, entries)}
    dependent = [record for record, one in merged.items() if depends_on_entries(one.fields)]
    query = "SELECT 'entries/' || tail FROM entries WHERE about IN (…)"
    return found | {record for (record,) in select_in(connection, query, dependent)}
