"""A merged record as the JSON object that files and commands give (contract §1)."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from storage.progress import ALONE, Progress
from storage.records.description import Field
from storage.records.fields import FIELDS
from storage.records.ids import type_of

if TYPE_CHECKING:
    from storage.merge import Merged

Json = dict[str, object]
DERIVED = ("id", "conflicts", "incomplete")  # in a record's JSON, but not said by anyone


def as_json(merged: "Merged") -> Json:
    """All fields of the record's type, sets as sorted lists, what is not known as null or []."""
    said = ((name, outcome.value) for name, outcome in merged.fields.items())
    return record_json(merged.id, said, merged.life, merged.conflicts, merged.incomplete)


def record_json(
    record: str,
    said: Iterable[tuple[str, object]],
    life: str | None = "live",
    conflicts: Iterable[str] = (),
    incomplete: Iterable[str] = (),
) -> Json:
    """The same of what is said of a record, by field as acts name it."""
    values: Json = {}
    elements: dict[str, list[str]] = {}
    for name, value in said:
        head, slash, element = name.partition("/")
        if not slash:
            values[name] = value
        elif value is True:
            elements.setdefault(head, []).append(element)
    found: Json = {
        "id": record, "life": life, "conflicts": [*conflicts], "incomplete": [*incomplete],
    }  # fmt: skip
    for name, field in FIELDS[type_of(record)].items():
        if field.parts:
            found[name] = set_as_json(field, elements[name]) if name in elements else []
        else:
            value = values.get(name)
            found[name] = [] if value is None and field.form == "list" else value
    return found


def set_as_json(field: Field, elements: Sequence[str]) -> list[object]:
    """Elements in the order of contract §2: pairs by their second part, then their first."""
    if len(field.parts) == 1:
        return [*sorted(elements)]
    split = (element.split("/", len(field.parts) - 1) for element in elements)
    whole = sorted((parts for parts in split if len(parts) == len(field.parts)), key=_second_first)
    keys = [part.name for part in field.parts]
    return [dict(zip(keys, parts, strict=True)) for parts in whole]


def elements_of(field: Field, value: Iterable[object]) -> list[str]:
    """The other way: a JSON list as elements. Raises KeyError or TypeError for another shape."""
    if len(field.parts) == 1:
        return [_text(item) for item in value]
    return ["/".join(_text(item[part.name]) for part in field.parts) for item in _dicts(value)]


def records_json(merged: Collection["Merged"], progress: Progress = ALONE) -> dict[str, list[Json]]:
    """``records`` of a snapshot: every type, its records by id; none without a head."""
    found: dict[str, list[Json]] = {type_: [] for type_ in FIELDS}
    for record in progress.over(sorted(merged, key=lambda one: one.id), len(merged)):
        if record.listed and type_of(record.id) in FIELDS:
            found[type_of(record.id)].append(as_json(record))
    return found


def _second_first(parts: list[str]) -> list[str]:
    return parts[::-1]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _dicts(value: Iterable[object]) -> Iterable[dict[str, object]]:
    for item in value:
        if not isinstance(item, dict):
            raise TypeError(item)
        yield item
