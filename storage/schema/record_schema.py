"""Records as JSON Schema, made of the one table of types and fields (contract §1).

Each type stands here twice: as a file gives it, where a field may hold whatever a merge left
there, and (``typed``) as a person may write it in a file of their own.
"""

from storage.records.description import Field, Key
from storage.records.fields import FIELDS
from storage.records.record_json import DERIVED, Json
from storage.records.validation import OBJECTS
from storage.schema.act_schema import list_schema, ref

LIVES = ("live", "deleted", "contested")
_FORMS: dict[str, Json] = {
    "date": {"type": "string", "format": "date"},
    "decimal": {"type": "string", "pattern": r"^[+-]?\d"},
    "number": {"type": "integer", "minimum": 0},
    "flag": {"type": "boolean"},
}


def _plain(field: Key) -> Json:
    if field.choices:
        return {"enum": list(field.choices)}
    form = _FORMS.get(field.form, {"type": "string"})
    if field.pattern:
        form = {**form, "pattern": f"^({field.pattern})?$"}
    return {**form, "$comment": f"refers to {field.refers}"} if field.refers else form


def _elements(field: Field, *, typed: bool) -> Json:
    """A set: texts, or pairs."""
    any_text: Json = {"type": "string"}
    parts = {part.name: _plain(part) if typed else any_text for part in field.parts}
    if len(parts) == 1:
        (text,) = parts.values()
        return list_schema(text, uniqueItems=True)
    pair = {
        "type": "object",
        "required": list(parts),
        "properties": parts,
        "additionalProperties": False,
    }
    return list_schema(pair, uniqueItems=True)


def _field(field: Field, *, typed: bool) -> Json:
    if field.is_set:
        return _elements(field, typed=typed)
    form = ref(f"typed.{field.name}") if field.name in OBJECTS else _plain(field)
    return {"anyOf": [form, {"type": "null"} if typed else ref("merged")]}


def _written(type_: str) -> Json:
    """A record as files give it: all its fields."""
    properties: Json = {
        "id": {"type": "string", "pattern": f"^{type_}/"},
        "life": {"enum": list(LIVES)},
        "conflicts": list_schema({"type": "string"}, uniqueItems=True),
        "incomplete": list_schema({"type": "string"}, uniqueItems=True),
        **{name: _field(field, typed=False) for name, field in FIELDS[type_].items()},
    }
    return {
        "title": f"A record of {type_}",
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }


def _typed(type_: str) -> Json:
    """A record as a person may write it: what is absent says nothing."""
    return {
        "title": f"A record of {type_}, written by hand",
        "type": "object",
        "required": ["id"],
        "properties": {
            **{name: {} for name in DERIVED},
            "id": {"type": "string", "pattern": f"^{type_}/."},
            "life": {"enum": list(LIVES)},
            **{name: _field(field, typed=True) for name, field in FIELDS[type_].items()},
        },
        "additionalProperties": False,
    }


def _objects() -> dict[str, Json]:
    """Values that are objects or lists, as the forms check them."""
    found: dict[str, Json] = {}
    for name, adapter in OBJECTS.items():
        made = adapter.json_schema(ref_template="#/$defs/typed.{model}")
        inner = made.pop("$defs", {})
        found |= {f"typed.{model}": one for model, one in inner.items()}
        found[f"typed.{name}"] = made
    return found


RECORDS: dict[str, Json] = {
    "merged": {
        **ref("value"),
        "title": "What a merge left in a field and no form would take: listed under problems",
    },
    **_objects(),
    **{type_: _written(type_) for type_ in FIELDS},
    **{f"typed.{type_}": _typed(type_) for type_ in FIELDS},
}
