"""Files that are not taken in, and change nothing."""

import json
from collections.abc import Callable

import pytest

from storage.store import Store
from tests.storage.small import ARRANGEMENT, VHTO, refusal, take


def replaced(data: bytes, **head: object) -> bytes:
    return json.dumps({**json.loads(data), **head}).encode()


REFUSED = [
    (lambda d: replaced(d, arrangement="zuid-2014"), "wrong_arrangement"),
    (lambda d: replaced(d, version=2, nieuw=[{}]), "newer_snapshot"),
    (lambda d: replaced(d, format="iets-anders"), "foreign_json"),
    (lambda d: replaced(d, profile="iedereen"), "spoilt"),
    (lambda d: replaced(d, exported_at="gisteren"), "spoilt"),
    (lambda d: replaced(d, exported_by="\ud800"), "spoilt"),
    (lambda d: replaced(d, count=True), "spoilt"),
    (lambda d: replaced(d, extra=1), "spoilt"),
    (lambda d: replaced(d, acts=json.loads(d)["acts"][1:]), "spoilt"),
    (lambda d: replaced(d, erased=[{"id": "f" * 64, "set": [], "undo": []}]), "spoilt"),
    (lambda d: b"", "spoilt"),
    (lambda d: b"[]", "foreign_json"),
    (lambda d: b"{}", "foreign_json"),
    (lambda d: b"null", "foreign_json"),
    (lambda d: b"\x89PNG\r\n", "spoilt"),
    (lambda d: b"[" * 100_000 + b"]" * 100_000, "spoilt"),
    (lambda d: d.replace(b'"records":{', b'"records":' + b"[" * 100_000, 1), "spoilt"),
    (lambda d: b'{"a":' * 100_000, "spoilt"),
    (lambda d: d.replace(b'"version":1', b'"version":1,"version":1', 1), "spoilt"),
    (lambda d: d.replace(b'"seq":1', b'"seq":1,"seq":1', 1), "spoilt"),
    (lambda d: d.replace(b'"seq":1', b'"seq":NaN', 1), "spoilt"),
    (lambda d: d.replace(b'"seq":1', b'"seq":1.0', 1), "spoilt"),
    (lambda d: d.replace(b'"seq":1', b'"seq":18446744073709551616', 1), "spoilt"),
    (lambda d: d.replace(b'"seq":1', b'"seq":9007199254740993', 1), "spoilt"),
    (lambda d: d.replace(b'"count":', b'"count":1' + b"0" * 5000, 1), "spoilt"),
    (lambda d: d.replace(b'"Twente"', b'"Twente\\u0000"'), "spoilt"),
    (lambda d: d.replace(b'"Twente"', b'"Twente\\ud800"'), "spoilt"),
    (lambda d: d.replace(b'"Twente"', b'"Twente\xed\xa0\x80"'), "spoilt"),
    (lambda d: d.decode().encode("utf-16"), "utf16_file"),
    (lambda d: b"PK\x03\x04" + d, "zip_file"),
    (lambda d: b"%PDF-1.7\n" + d, "pdf_file"),
    (lambda d: b"SQLite format 3\0" + d, "database_file"),
    (lambda d: b"code;titel;status\r\nOOST-1;VHTO;open\r\n", "table_file"),
    (lambda d: b"\xef\xbb\xbfid,title\n1,VHTO\n", "table_file"),
    (lambda d: b'{"agreements":[]}', "foreign_json"),
]


@pytest.mark.parametrize(("change", "key"), REFUSED)
def test_a_file_that_is_refused_changes_nothing(
    ann: Store, bob: Store, change: Callable[[bytes], bytes], key: str
):
    bob.edit(VHTO, {"title": "van bob"})
    before = ann.path.read_bytes()
    assert refusal(take, ann, change(bob.snapshots.make()), edits=True).key == key
    assert ann.path.read_bytes() == before


def test_a_file_of_another_arrangement_is_named(ann: Store, bob: Store):
    refused = refusal(take, ann, replaced(bob.snapshots.make(), arrangement="zuid-2014"))
    assert refused.details == {"theirs": "zuid-2014", "ours": ARRANGEMENT}
