"""What a person may type in a field. Pydantic models for object values, one check for all.

A merge never refuses what this refuses: it validates where something is typed, not what arrives.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Annotated, Any, Literal, Self, Union

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    TypeAdapter,
    ValidationError,
    create_model,
    model_validator,
)
from pydantic_core import PydanticCustomError

from storage.errors import Refused
from storage.records.description import Field, Key
from storage.records.fields import FIELDS, field_of
from storage.records.ids import type_of
from storage.text import check_length, typed

_LOOKS = {"short": "not_three_capitals", "prefix": "no_prefix"}
"""How a text of a field must look, in a sentence."""
MOST = 100_000
"""The largest whole number that a field takes."""

Text = Annotated[str, AfterValidator(typed)]
Day = Annotated[str, AfterValidator(lambda day: date.fromisoformat(day).isoformat())]


class _Whole(BaseModel):
    """An object value: all its keys are there, null where empty, and no others. Where it has a
    first and a last day, these are in order."""

    model_config = ConfigDict(extra="forbid", strict=True)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        start, end = getattr(self, "from", None), getattr(self, "to", None)
        if start and end and start > end:
            raise PydanticCustomError("turned_term", "ends before it begins")
        return self


def _adapter(field: Field) -> TypeAdapter[object]:
    """What checks the value of a field that is an object or a list."""
    shapes = [_model(field.name, keys) for keys in (field.keys, field.others) if keys]
    if field.form == "list":
        return TypeAdapter(list[shapes[0]] if shapes else list[Text])  # type: ignore[valid-type]
    if not shapes:
        return TypeAdapter(dict[str, object])
    return TypeAdapter(Union[*shapes])  # type: ignore[arg-type]


def _model(name: str, keys: Iterable[Key]) -> type[_Whole]:
    made: dict[str, Any] = {key.name: _of_key(key) for key in keys}
    return create_model(f"{name}_{next(iter(made))}", __base__=_Whole, **made)


def _of_key(key: Key) -> tuple[object, object]:
    """What may stand there, and what does when nothing is said."""
    form: Any = Literal[*key.choices] if key.choices else Day if key.form == "date" else Text
    if key.required or key.default is not None:
        return form, ... if key.required else key.default
    return form | None, None


OBJECTS: dict[str, TypeAdapter[object]] = {
    field.name: _adapter(field)
    for fields in FIELDS.values()
    for field in fields.values()
    if field.form in ("object", "list")
}
"""By the name of a field; it is alike in every type that has it."""


def checked(record: str, field: str, value: object, *, arrived: bool = False) -> object:
    """The value as it is kept. Raises Refused, with the nearest valid ones, for what cannot be;
    only what ``arrived`` in a file may be of any length."""
    if not arrived:
        name, slash, element = field.partition("/")
        check_length(name, element if slash else value)
    type_ = type_of(record)
    described = field_of(record, field)
    if described is None:
        name = field.partition("/")[0]
        known = FIELDS.get(type_, {})
        raise Refused("unknown_field", type=type_, field=name, nearest=nearest(name, known))
    if value is None:
        if described.required:
            raise Refused("required", field=field)
        return None
    if described.is_set:
        return _element(described, field, value)
    if described.name in OBJECTS:
        return _object(described, value)
    return _plain(described.name, described, value)


def nearest(word: str, known: object) -> str:
    """The valid words most like this one, as a sentence part; all of them where none is like it."""
    words = [str(one) for one in known] if not isinstance(known, str) else [known]  # type: ignore[attr-defined]
    return ", ".join(near(word, words) or words[:12])


def near(word: str, known: Sequence[str]) -> list[str]:
    """Up to three of the words, that are most like this one."""
    return get_close_matches(word, known, n=3, cutoff=0.5)


def _element(described: Field, field: str, value: object) -> bool:
    parts = field.split("/", len(described.parts))[1:]
    if not isinstance(value, bool) or len(parts) != len(described.parts) or not all(parts):
        raise Refused("invalid_value", field=field, value=value)
    if not value:  # whatever a merge left there can be taken out
        return value
    for part, text in zip(described.parts, parts, strict=True):
        _plain(f"{described.name}.{part.name}", part, text)
        if typed(text) != text:
            raise Refused("invalid_value", field=field, value=text)
    return value


def _plain(name: str, described: Key, value: object) -> object:
    if described.form == "flag":
        if isinstance(value, bool):
            return value
        raise Refused("invalid_value", field=name, value=value)
    if described.form == "number":
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST:
            return value
        raise Refused("invalid_value", field=name, value=value)
    if not isinstance(value, str):
        raise Refused("invalid_value", field=name, value=value)
    if described.form == "choice" and value not in described.choices:
        key = "unknown_status" if name == "status" else "unknown_value"
        raise Refused(key, field=name, value=value, nearest=nearest(value, described.choices))
    if described.form == "date":
        return _day(name, value)
    if described.form == "decimal":
        return _decimal(name, value)
    kept = typed(value)
    if described.pattern and kept and not re.fullmatch(described.pattern, kept):
        raise Refused(_LOOKS.get(name, "invalid_value"), field=name, value=value)
    if described.required and not kept.strip():
        raise Refused("required", field=name)
    return kept


def _day(name: str, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise Refused("invalid_date", field=name, value=value) from error


def _decimal(name: str, value: str) -> str:
    try:
        if Decimal(value).is_finite():
            return value
    except InvalidOperation:
        pass
    raise Refused("invalid_number", field=name, value=value)


def _object(field: Field, value: object) -> object:
    name = field.name
    try:
        found = OBJECTS[name].validate_python(value)
    except ValidationError as error:
        first = error.errors()[0]
        loc = [str(part) for part in first["loc"] if not str(part).startswith(f"{name}_")]
        where = ".".join([name, *loc])
        if first["type"] == "turned_term":
            raise Refused("turned_term", field=f"{name}.to") from error
        if first["type"] == "missing":
            raise Refused("required", field=where) from error
        if first["type"] == "extra_forbidden":
            told = nearest(str(first["loc"][-1]), field.names)
            raise Refused("unknown_field", type="", field=where, nearest=told) from error
        raise Refused("invalid_value", field=where, value=first["input"]) from error
    if isinstance(found, BaseModel):
        return found.model_dump()
    if isinstance(found, list):
        return [one.model_dump() if isinstance(one, BaseModel) else one for one in found]
    return found
