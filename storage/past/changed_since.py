"""What is different now, or at a later moment, from how it stood at a moment."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from storage.past.past_reader import PastReader
from storage.past.timeline import Timeline
from storage.progress import Progress, Watch
from storage.queries.erasure_requests import without_asked
from storage.queries.history.last_said import last_said
from storage.queries.history.state_difference import state_difference, state_json
from storage.queries.names import about_of, listed_name, title_of
from storage.queries.referents import Lookup, lookup_in, with_names
from storage.reader import Reader
from storage.records.fields import FIELDS
from storage.records.ids import type_of
from storage.records.record_json import Json
from storage.tables.projection import merged_now
from storage.views.changed_record import Changed, ChangedField, ChangedRecord

BESIDES = ("authors", "passages")  # who writes, and the document: no part of what was agreed


class Moment(NamedTuple):
    """A day (to its end), a time, or with ``known`` also the nth arrival (`#n`)."""

    when: str
    known: bool = False


def changed_since(
    source: Reader, then: Moment, watch: Watch, until: Moment | None = None
) -> Changed:
    """What differs in each record between two moments, or between one and now; what differs of a
    note stands with what the note is about.

    Raises Refused for what is no moment.
    """
    progress = Progress(watch, "past")
    timeline = Timeline(source.connection, progress.part(0, 0.2))
    half = 0.8 if until is None else 0.5
    past = PastReader(
        source, timeline, then.when, known=then.known, progress=progress.part(0.2, half)
    )
    try:
        if until is None:
            return _changed(past, source, past.touched, progress.part(half, 1))
        later = PastReader(
            source, timeline, until.when, known=until.known, progress=progress.part(half, 0.8)
        )
        try:
            return _changed(past, later, past.touched | later.touched, progress.part(0.8, 1))
        finally:
            later.close()
    finally:
        past.close()


def _changed(then: Reader, now: Reader, touched: Iterable[str], progress: Progress) -> Changed:
    records = sorted(one for one in touched if type_of(one) in FIELDS and _told(one))
    before = merged_now(then.connection, records, progress.part(0, 0.5))
    after = merged_now(now.connection, records, progress.part(0.5, 1))
    lookup = lookup_in(now.connection)
    said = last_said(now.connection, records)
    states = {record: state_json(after[record]) for record in records}
    found = defaultdict[str, list[ChangedField]](list)
    for record in records:
        title, code = listed_name(now.connection, record)
        changes = state_difference(title, state_json(before[record]), states[record], code)
        about = about_of(now.connection, record)
        found[about] += [
            ChangedField(one, said.get((record, one.field)))
            for one in with_names(lookup, without_asked(now.connection, changes))
        ]
    told = [
        _record(now, record, states.get(record), tuple(fields), lookup)
        for record, fields in found.items()
        if fields
    ]
    return Changed(tuple(told), then.totals().open, now.totals().open)


def _record(
    now: Reader, record: str, state: Json | None, fields: tuple[ChangedField, ...], lookup: Lookup
) -> ChangedRecord:
    if state is None:  # only notes about it differ
        state = next(iter(now.records(type_of(record), [record])), {})
    code, title = title_of(now.connection, record)
    tails = state.get("regions")
    names = [lookup("regions", str(one)) for one in tails] if isinstance(tails, list) else []
    status = state.get("status")
    return ChangedRecord(
        record, title, code, tuple(sorted(name for name in names if name)),
        status if isinstance(status, str) else None, bool(state.get("conflicts")), fields,
    )  # fmt: skip


def _told(record: str) -> bool:
    return type_of(record) not in BESIDES
