"""What changed in a record between two moments, with who said so last."""

from typing import NamedTuple

from storage.views.field_change import FieldChange, LastSaid


class ChangedField(NamedTuple):
    """A field that differs; ``said`` is None where nothing is known of it."""

    change: FieldChange
    said: LastSaid | None


class ChangedRecord(NamedTuple):
    """A record of which something differs, with what differs of notes about it.

    ``regions`` are the names of those of an agreement, ``status`` and ``conflict`` are as they
    stand at the later moment.
    """

    record: str
    title: str
    code: str | None
    regions: tuple[str, ...]
    status: str | None
    conflict: bool
    fields: tuple[ChangedField, ...]


class Changed(NamedTuple):
    """All that differs, and how many agreements were open at the one moment and at the other."""

    records: tuple[ChangedRecord, ...]
    open_then: int
    open_now: int
