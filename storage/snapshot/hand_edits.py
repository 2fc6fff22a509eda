"""What someone changed by hand in the records of a file, as things to say (contract §3)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from storage.acts import Act, Setting, Stub
from storage.errors import Refused
from storage.journal.writer import Saw
from storage.merge import Merged, about, frontier, merge_records, void_among, what_counts, world_of
from storage.merge.merged_as_json import as_json
from storage.progress import Progress
from storage.records.description import Field
from storage.records.fields import FIELDS
from storage.records.ids import scope_of, tail_of, type_of
from storage.records.record_json import DERIVED, Json, elements_of
from storage.records.validation import checked, nearest

_TAIL = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")  # with dots where a passage has its locator

Records = Mapping[str, list[Json]]


def edits_in_file(
    records: Records, acts: Iterable[Act], stubs: Iterable[Stub], progress: Progress
) -> tuple[list[Setting], Saw]:
    """The changes against the acts of the same file, on top of the file's own heads; and what the
    deletions among them saw, by scope."""
    bodies, left = what_counts(acts, stubs)
    void = void_among(bodies.values(), left.values())
    world = world_of(bodies.values(), left.values(), void)
    merged = merge_records(world, (bodies.keys() | left.keys()).__contains__, progress)
    settings = [
        Setting(record, field, value, tuple(frontier(world.get(record, {}).get(field, ()))))
        for record, field, value in changed(records, merged)
    ]
    deleted = {said.record for said in settings if (said.field, said.value) == ("life", "deleted")}
    said = {(setting.record, setting.field) for setting in settings}
    saw: Saw = defaultdict(set)
    for record, fields in world.items():
        for target in deleted & {record, about(record, merged[record].fields)}:
            for field, words in fields.items():
                if (record, field) not in said:
                    saw[scope_of(target)].update(frontier(words))
    return settings, saw


def changed(records: Records, merged: Mapping[str, Merged]) -> list[tuple[str, str, object]]:
    """Record, field and new value of everything that these records say otherwise.

    An absent record or field says nothing; a present list is whole. Raises Refused for what a
    person could not type, and for a record that nobody can write in.
    """
    found: list[tuple[str, str, object]] = []
    for id_, record in by_id(records).items():
        old = merged.get(id_)
        before = as_json(old) if old is not None and old.listed else None
        said = _of_record(id_, record, before)
        if said and not _may_write(id_):
            raise Refused("invalid_value", field=f"{type_of(id_)}.id", value=id_)
        found += said
    return found


def by_id(records: Records) -> dict[str, Json]:
    """These records by their ids. Raises Refused for a type or an id that is none, and for an id
    that stands there twice."""
    found: dict[str, Json] = {}
    for type_, group in records.items():
        if type_ not in FIELDS:
            raise Refused("unknown_type", value=type_, nearest=nearest(type_, FIELDS))
        for record in group:
            id_ = record.get("id")
            if not isinstance(id_, str) or type_of(id_) != type_ or not tail_of(id_):
                raise Refused("invalid_value", field=f"{type_}.id", value=id_)
            if id_ in found:
                raise Refused("double_id", value=id_)
            found[id_] = record
    return found


def _may_write(id_: str) -> bool:
    """Whether a person can write in a record with this id: one made of plain signs, as every id
    is, that does not speak as the arrangement itself."""
    return _TAIL.fullmatch(tail_of(id_)) is not None and id_ != "authors/seed"


def _of_record(id_: str, record: Json, before: Json | None) -> list[tuple[str, str, object]]:
    found: list[tuple[str, str, object]] = []
    if before is None:
        found.append((id_, "life", "live"))
    for name, value in record.items():
        if name in DERIVED or (before is not None and before.get(name) == value):
            continue
        if name == "life":
            if value in ("live", "deleted") and before is not None:
                found.append((id_, "life", value))
            continue
        described = FIELDS[type_of(id_)].get(name)
        if described is not None and described.is_set:
            found += _of_set(id_, described, value, before)
        elif before is not None or value is not None:
            found.append((id_, name, checked(id_, name, value, arrived=True)))
    return found


def _of_set(
    id_: str, field: Field, value: object, before: Json | None
) -> list[tuple[str, str, object]]:
    if not isinstance(value, list):
        raise Refused("invalid_value", field=field.name, value=value)
    try:
        now = dict.fromkeys(elements_of(field, value))
    except (KeyError, TypeError) as error:
        raise Refused("invalid_value", field=field.name, value=value) from error
    old = elements_of(field, before[field.name]) if before else []  # type: ignore[arg-type]
    words = [(f"{field.name}/{element}", True) for element in now if element not in old]
    words += [(f"{field.name}/{element}", False) for element in old if element not in now]
    return [(id_, name, checked(id_, name, held, arrived=True)) for name, held in words]
