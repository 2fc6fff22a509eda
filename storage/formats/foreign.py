"""What a file is that is no snapshot, told by its first bytes: people pick the wrong file."""

import re

from storage.errors import Refused
from storage.formats.snapshot_layout import FORMAT
from storage.records.record_json import Json

_STARTS = (
    (b"PK\x03\x04", "zip_file"),  # xlsx, docx and ods are zips too
    (b"\xd0\xcf\x11\xe0", "zip_file"),  # xls and doc
    (b"%PDF", "pdf_file"),
    (b"SQLite format 3\0", "database_file"),
    (b"\xff\xfe", "utf16_file"),
    (b"\xfe\xff", "utf16_file"),
)
_SEGMENT = re.compile(rb'\{"acts_digest":[^\n]*"format":"arrangement-acts"')
_TABLE = re.compile(rb"(?:\xef\xbb\xbf)?[^\n:{}\[\]]*[;,\t][^\n:{}\[\]]*\n")


def check_start(start: bytes) -> None:
    """Raises Refused for a file that begins as one of another kind."""
    for begin, key in _STARTS:
        if start.startswith(begin):
            raise Refused(key)
    if _SEGMENT.match(start):
        raise Refused("segment_file")
    if _TABLE.match(start):
        raise Refused("table_file")


def check_keys(document: Json | object) -> Json:
    """The document, if it is one of ours; raises Refused, with what it lacks, for other JSON."""
    if not isinstance(document, dict) or document.get("format", FORMAT) != FORMAT:
        raise Refused("foreign_json", lacks=f'"format": "{FORMAT}"')
    if not {"records", "acts"} & document.keys():
        raise Refused("foreign_json", lacks='"records"')
    return document
