"""How a merged record becomes rows: its own, and those that say what is disputed of it."""

from storage.merge import Merged
from storage.merge.merged_as_json import as_json
from storage.records.fields import FIELDS
from storage.records.ids import type_of
from storage.tables.columns import Rows, rows_of_record


def rows_of(merged: Merged) -> Rows:
    """Every row of the projection that this record gives, by table. Nothing raises here: whatever
    a merge can produce has a row."""
    found: Rows = {}
    if disputed := _disputed(merged):
        found["disputed"] = [(merged.id, name) for name in disputed]
    if type_of(merged.id) in FIELDS and merged.listed:
        found |= rows_of_record(as_json(merged))
    return found


def _disputed(merged: Merged) -> list[str]:
    if not (merged.listed or merged.life):
        return []
    contested = {"life"} if merged.life == "contested" else set()
    return sorted({*merged.conflicts, *contested})
