"""What is different now from how it stood at a moment."""

from storage.past.past_reader import PastReader
from storage.past.timeline import Timeline
from storage.progress import Progress, Watch
from storage.queries.history.state_difference import state_difference, state_json
from storage.queries.names import listed_name
from storage.queries.referents import lookup_in, with_names
from storage.reader import Reader
from storage.records.fields import FIELDS
from storage.records.ids import type_of
from storage.tables.projection import merged_now
from storage.views.field_change import FieldChange

BESIDES = ("authors", "passages")  # who writes, and the document: no part of what was agreed


def changed_since(
    source: Reader, when: str, watch: Watch, *, known: bool = False
) -> list[list[FieldChange]]:
    """By record the fields that differ, as they stood then and as they stand now.

    Raises Refused for what is no moment.
    """
    progress = Progress(watch, "past")
    timeline = Timeline(source.connection, progress.part(0, 0.2))
    past = PastReader(source, timeline, when, known=known, progress=progress.part(0.2, 0.8))
    try:
        touched = [one for one in past.touched if type_of(one) in FIELDS and _told(one)]
        before = merged_now(past.connection, touched, progress.part(0.8, 0.9))
    finally:
        past.close()
    now = merged_now(source.connection, touched, progress.part(0.9, 1))
    named = {record: listed_name(source.connection, record) for record in sorted(touched)}
    lookup = lookup_in(source.connection)
    found = (
        with_names(
            lookup,
            state_difference(title, state_json(before[record]), state_json(now[record]), code),
        )
        for record, (title, code) in named.items()
    )
    return [changes for changes in found if changes]


def _told(record: str) -> bool:
    return type_of(record) not in BESIDES
