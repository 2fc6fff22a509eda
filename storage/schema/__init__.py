"""JSON Schema 2020-12 of every file, made of the tables that read and write them.

A schema says the layout. What it cannot say is checked when a file is read: digests, counts, that
ids and times are sorted, how deep values go.
"""

from collections.abc import Iterator

from storage.records.fields import TYPES
from storage.records.record_json import Json
from storage.schema.act_schema import ACTS
from storage.schema.file_schema import FILES
from storage.schema.record_schema import RECORDS

KINDS = (*FILES, "act", "stub", *TYPES)
_ALL: dict[str, Json] = {**FILES, **ACTS, **RECORDS}


def schema(kind: str | None = None) -> Json:
    """The schema of one kind of file, act or record, with all it refers to; without a kind that
    of any file. Raises KeyError for what is no kind."""
    whole: Json = {"anyOf": [{"$ref": f"#/$defs/{name}"} for name in FILES]}
    if kind is not None:
        whole = {"$ref": f"#/$defs/{kind}", "title": _ALL[kind].get("title", kind)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **whole,
        "$defs": {name: _ALL[name] for name in sorted(_reached(whole))},
    }


def _reached(start: Json) -> set[str]:
    """The names of all definitions to which a schema leads."""
    found: set[str] = set()
    waiting = [*_references(start)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _references(_ALL[name])
    return found


def _references(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"].removeprefix("#/$defs/")
        for one in part.values():
            yield from _references(one)
    elif isinstance(part, list):
        for one in part:
            yield from _references(one)
