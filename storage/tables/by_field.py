"""Records that stand, merged as far as something is said of them: an edit of one field costs the
same whatever else a record holds."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping

from storage.merge import Outcome, merge_field
from storage.progress import ALONE, Progress
from storage.records.fields import FIELDS
from storage.records.ids import tail_of, type_of
from storage.records.record_json import record_json
from storage.tables.assertions import knower, load_world
from storage.tables.chunks import chunks, select_in
from storage.tables.damaged_cells import reading_back
from storage.tables.database import Connection
from storage.tables.merged_rows import rows_of_record, shown_by
from storage.tables.projected_rows import write_fields
from storage.tables.projection import RECORDS
from storage.tables.searched_texts import fields_read

MOST = 20  # fields of one record; of more the record is merged whole
Names = frozenset[str]  # fields as acts name them; one that ends in "/" is a set with all in it


def merge_fields(
    connection: Connection, touched: Mapping[str, Collection[str]], progress: Progress = ALONE
) -> set[str]:
    """Bring up to date what these fields make of the rows of these records.

    Returns the records that must be merged whole: those of which life is at stake, their own or
    that of what they are about.
    """
    groups: dict[tuple[str, Names], list[str]] = defaultdict(list)
    whole: set[str] = set()
    for record, fields in touched.items():
        type_ = type_of(record)
        if type_ in FIELDS and type_ != "entries" and "life" not in fields and len(fields) < MOST:
            groups[type_, _names(type_, fields)].append(record)
        else:
            whole.add(record)
    done = len(whole)
    for (type_, names), records in groups.items():
        for some in chunks(records, RECORDS):
            whole |= _merge_group(connection, type_, names, some)
            done += len(some)
            progress.step(done, len(touched))
    return whole


def _merge_group(
    connection: Connection, type_: str, names: Names, records: Collection[str]
) -> set[str]:
    """The same for records of one type of which the same fields are touched."""
    present = _present(connection, type_, records)
    texts = fields_read(type_)
    if any(name.partition("/")[0] in texts for name in names):
        names |= {f"{name}/" if FIELDS[type_][name].is_set else name for name in texts}
    knows = knower(connection)
    rows = {}
    for record, fields in load_world(connection, present, fields=names).items():
        merged = {name: merge_field(said, knows) for name, said in fields.items()}
        conflicts, incomplete = (
            [*(name for name in before if not _among(name, names)), *now]
            for before, now in zip(present[record], _open(merged), strict=True)
        )
        values = ((name, outcome.value) for name, outcome in merged.items())
        made = record_json(record, values, "live", sorted(conflicts), sorted(incomplete))
        rows[record] = rows_of_record(made) | {
            "disputed": [(record, name) for name in sorted(conflicts)]
        }
    write_fields(connection, shown_by(type_, names), rows)
    return {*records} - present.keys()


def _present(
    connection: sqlite3.Connection, type_: str, records: Collection[str]
) -> dict[str, tuple[list[str], list[str]]]:
    """By record that is live, whatever is said of its other fields, where it is in conflict and
    where incomplete."""
    query = f"SELECT tail, conflicts, incomplete FROM [{type_}] WHERE life = 'live' AND tail IN (…)"
    rows = select_in(connection, query, map(tail_of, records))
    with reading_back(connection):
        found = {
            f"{type_}/{tail}": (json.loads(one), json.loads(other)) for tail, one, other in rows
        }
    return {record: state for record, state in found.items() if "life" not in state[1]}


def _open(merged: Mapping[str, Outcome]) -> tuple[list[str], list[str]]:
    """Which of these fields are in conflict, and which incomplete."""
    return (
        [name for name, outcome in merged.items() if outcome.conflict],
        [name for name, outcome in merged.items() if outcome.incomplete],
    )


def _names(type_: str, fields: Collection[str]) -> Names:
    """The fields to read: of a set always all of it."""
    found = set()
    for field in fields:
        head, slash, _ = field.partition("/")
        known = FIELDS[type_].get(head)
        found.add(f"{head}/" if slash and known is not None and known.is_set else field)
    return frozenset(found)


def _among(field: str, names: Names) -> bool:
    head, slash, _ = field.partition("/")
    return field in names or (bool(slash) and f"{head}/" in names)
