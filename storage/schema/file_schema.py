"""Snapshots, segments and files with records only, as JSON Schema (contract §3)."""

from storage.formats import segment_layout, snapshot_layout
from storage.formats.profiles import PROFILES, goes
from storage.records.fields import TYPES
from storage.records.record_json import Json
from storage.schema.act_schema import list_schema, ref

_COUNT: Json = {"type": "integer", "minimum": 0}
_HEAD: Json = {
    "format": {"const": snapshot_layout.FORMAT},
    "version": {"const": snapshot_layout.VERSION},
    "arrangement": {"type": "string"},
    "profile": {"enum": list(PROFILES)},
    "exported_at": ref("moment"),
    "exported_by": {"type": ["string", "null"]},
    "device": {"type": ["string", "null"]},
    "count": _COUNT,
    "acts_digest": ref("id"),
    "records_digest": ref("id"),
}
_ALL_OR_NONE: Json = {
    "type": "object",
    "properties": {type_: list_schema(ref(type_)) for type_ in TYPES},
    "additionalProperties": False,
    "anyOf": [{"required": list(TYPES)}, {"maxProperties": 0}],
}
_WITHOUT_SCOPE = list_schema({"not": {"required": ["scope"]}})
_NONE: Json = {"maxItems": 0}


def _under(profile: str) -> Json:
    """What a file holds under a profile."""
    stays = {type_: _NONE for type_ in TYPES if not goes(profile, type_)}
    acts = _WITHOUT_SCOPE if not goes(profile, "own") else {}
    holds: Json = {"records": {"properties": stays}, "acts": acts, "erased": acts}
    if not goes(profile, "acts"):
        nobody = {"const": None}
        holds |= {"acts": _NONE, "erased": _NONE, "count": {"const": 0}}
        holds |= {"exported_by": nobody, "device": nobody}
    return {
        "if": {"properties": {"profile": {"const": profile}}},
        "then": {"properties": holds},
    }


_HEADER: Json = {
    "format": {"const": segment_layout.FORMAT},
    "version": {"const": segment_layout.VERSION},
    "arrangement": {"type": "string"},
    "count": _COUNT,
    "acts_digest": ref("id"),
    "erased": list_schema(ref("stub")),
    "replaces": list_schema(ref("id"), uniqueItems=True),
}


def _whole(properties: Json) -> Json:
    """An object with all these keys and no others."""
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }


FILES: dict[str, Json] = {
    "snapshot": {
        "title": "A snapshot: an arrangement, and everything said of it",
        **_whole(
            {
                **_HEAD,
                "records": _ALL_OR_NONE,
                "acts": list_schema(ref("act")),
                "erased": list_schema(ref("stub")),
                "statements": list_schema({"type": "object"}),
            }
        ),
        "allOf": [_under(profile) for profile in PROFILES],
    },
    "segment": {
        "title": "A segment of an exchange folder: its lines, each JSON of its own, as one list",
        "type": "array",
        "prefixItems": [_whole(_HEADER)],
        "items": ref("act"),
        "minItems": 1,
    },
    "records": {
        "title": "Records only, written by hand: taken in as an edit, after a look",
        "type": "object",
        "properties": {
            "format": {"const": snapshot_layout.FORMAT},
            "version": {"const": snapshot_layout.VERSION},
            "arrangement": {"type": ["string", "null"]},
            "records": {
                "type": "object",
                "properties": {type_: list_schema(ref(f"typed.{type_}")) for type_ in TYPES},
                "additionalProperties": False,
            },
        },
        "required": ["records"],
        "additionalProperties": False,
    },
}
