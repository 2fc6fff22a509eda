"""Files checked against the schemas that the program prints, by a validator that is not ours."""

import gzip
import json
from functools import cache
from pathlib import Path

from jsonschema_rs import Draft202012Validator

from storage.schema import schema

LARGEST = 32 << 20  # bytes; a test of something larger is about its size
START = 200  # bytes in which a file says what it is


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schema(kind), validate_formats=False)


def wrong_in(path: Path) -> list[str]:
    """What a snapshot or segment has that its schema does not allow; nothing for other files."""
    if path.stat().st_size > LARGEST:
        return []
    data = path.read_bytes()
    data = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
    start = data[:START]
    if b'"format":"arrangement-snapshot"' in start:
        return wrong("snapshot", json.loads(data))
    if b'"format":"arrangement-acts"' in start:
        return wrong("segment", [json.loads(line) for line in data.splitlines()])
    return []


def wrong(kind: str, document: object) -> list[str]:
    found = validator(kind).iter_errors(document)
    return [f"{kind} {one.instance_path}: {one.message[:300]}" for one in found][:5]
