"""Merged records as the JSON objects that files and commands give."""

from collections.abc import Collection

from storage.merge.merged_records import Merged
from storage.progress import ALONE, Progress
from storage.records.fields import FIELDS
from storage.records.ids import type_of
from storage.records.record_json import Json, record_json


def as_json(merged: Merged) -> Json:
    """One record with all fields of its type."""
    said = ((name, outcome.value) for name, outcome in merged.fields.items())
    return record_json(merged.id, said, merged.life, merged.conflicts, merged.incomplete)


def records_json(merged: Collection[Merged], progress: Progress = ALONE) -> dict[str, list[Json]]:
    """``records`` of a snapshot: every type, its records by id; none without a head."""
    found: dict[str, list[Json]] = {type_: [] for type_ in FIELDS}
    for record in progress.over(sorted(merged, key=lambda one: one.id), len(merged)):
        if record.listed and type_of(record.id) in FIELDS:
            found[type_of(record.id)].append(as_json(record))
    return found
