"""What a person may type in a field. Pydantic models for object values, one check for all.

A merge never refuses what this refuses: it validates where something is typed, not what arrives.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticCustomError

from storage.errors import Refused
from storage.records.fields import FIELDS, PREFIX, Part, field_of, type_of
from storage.records.fields import Field as Described
from storage.text import check_length, typed

_SHORT = re.compile("[A-Z]{3}")  # what the codes of a region's agreements are made with

Text = Annotated[str, AfterValidator(typed)]
Day = Annotated[str, AfterValidator(lambda day: date.fromisoformat(day).isoformat())]


class _Whole(BaseModel):
    """An object value: all its keys are there, null where empty, and no others."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True, strict=True)


class Term(_Whole):
    phrase: Text | None = None
    from_: Day | None = Field(None, alias="from")
    to: Day | None = None
    precision: Literal["day", "month", "season", "quarter", "year", "none"] = "none"
    nature: Literal["once", "recurring", "standing"] = "once"
    every: Text | None = None
    trigger: Text | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ and self.to and self.from_ > self.to:
            raise PydanticCustomError("turned_term", "ends before it begins")
        return self


class Signal(_Whole):
    colour: Literal["green", "amber", "red"]
    reason: Text | None = None


class TriggerMet(_Whole):
    date: Day | None = None
    evidence: Text | None = None


class Place(_Whole):
    document: Text
    locator: Text


class Item(_Whole):
    meeting: Text
    item: Text


class Vision(_Whole):
    title: Text
    date: Text | None = None


OBJECTS: dict[str, TypeAdapter[object]] = {
    "term": TypeAdapter(Term),
    "signal": TypeAdapter(Signal),
    "trigger_met": TypeAdapter(TriggerMet),
    "source": TypeAdapter(Place | Item),
    "visions": TypeAdapter(list[Vision]),
    "heading_path": TypeAdapter(list[Text]),
    "proposal": TypeAdapter(dict[str, object]),
}


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
        return _object(described.name, value)
    return _plain(described.name, described, value)


def nearest(word: str, known: object) -> str:
    """The valid words most like this one, as a sentence part; all of them where none is like it."""
    words = [str(one) for one in known] if not isinstance(known, str) else [known]  # type: ignore[attr-defined]
    return ", ".join(near(word, words) or words[:12])


def near(word: str, known: Sequence[str]) -> list[str]:
    """Up to three of the words, that are most like this one."""
    return get_close_matches(word, known, n=3, cutoff=0.5)


def _element(described: Described, field: str, value: object) -> bool:
    parts = field.split("/", len(described.parts))[1:]
    if not isinstance(value, bool) or len(parts) != len(described.parts) or not all(parts):
        raise Refused("invalid_value", field=field, value=value)
    if not value:  # whatever a merge left there can be taken out
        return value
    for part, text in zip(described.parts, parts, strict=True):
        _plain(f"{described.name}.{part.key}", part, text)
        if typed(text) != text:
            raise Refused("invalid_value", field=field, value=text)
    return value


def _plain(name: str, described: Described | Part, value: object) -> object:
    if described.form == "flag":
        if isinstance(value, bool):
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
    if name == "short" and kept and not _SHORT.fullmatch(kept):
        raise Refused("not_three_capitals", field=name, value=value)
    if name == "prefix" and kept and not re.fullmatch(PREFIX, kept):
        raise Refused("no_prefix", field=name, value=value)
    if isinstance(described, Described) and described.required and not kept.strip():
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
    raise Refused("invalid_value", field=name, value=value)


def _object(name: str, value: object) -> object:
    try:
        found = OBJECTS[name].validate_python(value)
    except ValidationError as error:
        first = error.errors()[0]
        loc = [str(part) for part in first["loc"] if part not in ("Place", "Item")]
        where = ".".join([name, *loc])
        if first["type"] == "turned_term":
            raise Refused("turned_term", field=f"{name}.to") from error
        if first["type"] == "missing":
            raise Refused("required", field=where) from error
        if first["type"] == "extra_forbidden":
            keys = FIELDS["agreements"].get(name)
            told = nearest(str(first["loc"][-1]), keys.keys if keys else ())
            raise Refused("unknown_field", type="", field=where, nearest=told) from error
        raise Refused("invalid_value", field=where, value=first["input"]) from error
    if isinstance(found, BaseModel):
        return found.model_dump(by_alias=True)
    if isinstance(found, list):
        return [one.model_dump() if isinstance(one, BaseModel) else one for one in found]
    return found
