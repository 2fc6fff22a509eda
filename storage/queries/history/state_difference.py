"""What differs between two states of a record."""

from storage.merge import Merged
from storage.merge.merged_as_json import as_json
from storage.records.fields import FIELDS
from storage.records.ids import type_of
from storage.records.record_json import DERIVED, Json
from storage.views.field_change import FieldChange


def state_json(merged: Merged) -> Json:
    """A record as JSON; {} where nothing stands of it."""
    return as_json(merged) if merged.listed and type_of(merged.id) in FIELDS else {}


def state_difference(
    title: str, old: Json, new: Json, code: str | None = None
) -> list[FieldChange]:
    """The fields of a record that differ, its life among them; of one that goes only that, and
    what an entry said: nothing else tells it from the others. {} stands for no record."""
    record = str((new or old).get("id"))
    code = code or (str(known) if (known := (new or old).get("code")) else None)
    fields = [name for name in (new or old) if name not in DERIVED]
    return [
        FieldChange(record, title, name, old.get(name), new.get(name), code=code)
        for name in (fields if new else _LAST.get(type_of(record), ("life",)))
        if (old.get(name) or None) != (new.get(name) or None)
    ]


_LAST = {"entries": ("life", "text")}
