"""A record as the JSON object that files and commands give (contract §1)."""

from collections.abc import Iterable, Sequence

from storage.records.description import Field
from storage.records.fields import FIELDS
from storage.records.ids import type_of

Json = dict[str, object]
DERIVED = ("id", "conflicts", "incomplete")  # in a record's JSON, but not said by anyone


def record_json(
    record: str,
    said: Iterable[tuple[str, object]],
    life: str | None = "live",
    conflicts: Iterable[str] = (),
    incomplete: Iterable[str] = (),
) -> Json:
    """All fields of the record's type, sets as sorted lists, what is not known as null or [], of
    what is said of it by field as acts name it."""
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
