"""What differs between two snapshots, record by record."""

from storage.merge import project
from storage.records.as_json import DERIVED, Json, records_json
from storage.snapshot.read import Snapshot, read_snapshot
from storage.views import Change


def diff(a: bytes, b: bytes) -> list[Change]:
    """What b says otherwise than a. Raises Refused for a spoilt file."""
    before, after = _records(read_snapshot(a)), _records(read_snapshot(b))
    found = []
    for record in sorted(before.keys() | after.keys()):
        old, new = before.get(record, {}), after.get(record, {})
        title = str((new or old).get("title") or (new or old).get("name") or record)
        for field in {**old, **new}:
            was, now = old.get(field), new.get(field)
            if field not in DERIVED and was != now and (was or now):
                found.append(Change(record, title, field, was, now))
    return found


def _records(file: Snapshot) -> dict[str, Json]:
    records = file.records
    if records is None:
        records = records_json(project(file.acts or [], file.stubs).values())
    return {str(one["id"]): one for group in records.values() for one in group}
