"""Acts and stubs as JSON Schema (contract §2)."""

from storage.acts.canonical import LARGEST_INTEGER
from storage.records.ids import OWN_TYPES
from storage.records.record_json import Json


def ref(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


def list_schema(items: Json, **more: object) -> Json:
    return {"type": "array", "items": items, **more}


_IDS = list_schema(ref("id"), uniqueItems=True)
_TEXT: Json = {"type": "string", "minLength": 1}


def _of_scope(scope: str, record: str) -> Json:
    """Who sets such a record says so."""
    sets = {"contains": {"prefixItems": [{"type": "string", "pattern": record}]}}
    return {
        "if": {"properties": {"set": sets}},
        "then": {"required": ["scope"], "properties": {"scope": {"const": scope}}},
    }


_SCOPES = [_of_scope("own", f"^({'|'.join(OWN_TYPES)})/own-"), _of_scope("passages", "^passages/")]

ACTS: dict[str, Json] = {
    "id": {
        "title": "SHA-256 of the bytes of an act",
        "type": "string",
        "pattern": "^[0-9a-f]{64}$",
    },
    "moment": {
        "title": "A time in UTC",
        "type": "string",
        "pattern": r"^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):\d{2}:\d{2}\.\d{3}Z$",
    },
    "value": {
        "title": "What an act can say of a field; no floats, at most 16 deep with the act",
        "anyOf": [
            {"type": ["string", "boolean", "null"], "pattern": r"^[^\u0000]*$"},
            {"type": "integer", "minimum": -LARGEST_INTEGER, "maximum": LARGEST_INTEGER},
            list_schema(ref("value")),
            {"type": "object", "additionalProperties": ref("value")},
        ],
    },
    "setting": {
        "title": "Record, field, value, and the acts that were seen there",
        "type": "array",
        "prefixItems": [{"type": "string"}, {"type": "string"}, ref("value"), _IDS],
        "items": False,
        "minItems": 4,
    },
    "act": {
        "title": "A change; keys that are not known here are kept and passed on",
        "type": "object",
        "required": ["v", "at", "by", "device", "seq", "set"],
        "properties": {
            "v": {"type": "integer", "minimum": 1},
            "at": ref("moment"),
            "by": _TEXT,
            "device": _TEXT,
            "seq": {"type": "integer", "minimum": 1},
            "set": list_schema(ref("setting")),
            "undo": _IDS,
            "saw": _IDS,
            "erase": _IDS,
        },
        "additionalProperties": ref("value"),
        "allOf": [
            {"if": {"required": ["undo"]}, "then": {"properties": {"set": {"maxItems": 0}}}},
            *_SCOPES,
        ],
    },
    "place": {
        "title": "Record, field, and the acts that were seen there",
        "type": "array",
        "prefixItems": [{"type": "string"}, {"type": "string"}, _IDS],
        "items": False,
        "minItems": 3,
    },
    "stub": {
        "title": "What is left of an act that was erased",
        "type": "object",
        "required": ["id", "set", "undo"],
        "properties": {
            "id": ref("id"),
            "set": list_schema(ref("place")),
            "undo": _IDS,
            "scope": {"type": "string"},
        },
        "additionalProperties": False,
        "allOf": _SCOPES,
    },
}
