"""JSON that was made to trip a reader, given to every command that reads a file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.store import Store
from tests.cli.conftest import Desk
from tests.faults.conftest import DeskIn
from tests.storage.small import VHTO

DEEP = 100_000
LONGEST = 500  # characters of a sentence, whatever the file holds


def put(into: bytes, data: bytes) -> bytes:
    """The snapshot with something odd as the value of the last edit."""
    changed = data.replace(b'"van bob"', into)
    assert changed != data
    return changed


ODD: dict[str, Callable[[bytes], bytes]] = {
    "deep lists": lambda data: b"[" * DEEP + b"]" * DEEP,
    "deep objects": lambda data: b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    "never closed": lambda data: b'{"records":' + b"[" * DEEP,
    "deep value": lambda data: put(b"[" * DEEP + b"]" * DEEP, data),
    "deeper than allowed": lambda data: put(b"[" * 17 + b"]" * 17, data),
    "deep in the head": lambda data: data.replace(b'"partners"', b"[" * DEEP + b"]" * DEEP, 1),
    "key twice": lambda data: data.replace(b'"seq":2,', b'"seq":2,"seq":2,'),
    "head twice": lambda data: data.replace(b'"count":', b'"count":1,"count":', 1),
    "NaN": lambda data: put(b"NaN", data),
    "Infinity": lambda data: put(b"-Infinity", data),
    "fraction": lambda data: put(b"1.5", data),
    "exponent": lambda data: put(b"1e999999999", data),
    "2^64": lambda data: put(b"18446744073709551616", data),
    "2^53": lambda data: put(b"9007199254740992", data),
    "a million digits": lambda data: put(b"9" * 1_000_000, data),
    "lone surrogate": lambda data: put(b'"\\ud800"', data),
    "surrogate the other way": lambda data: put(b'"\\udc00\\ud800"', data),
    "surrogate as bytes": lambda data: put(b'"\xed\xa0\x80"', data),
    "surrogate as key": lambda data: put(b'{"\\udfff":1}', data),
    "NUL": lambda data: put(b'"\\u0000"', data),
    "raw NUL": lambda data: put(b'"\x00"', data),
    "raw newline": lambda data: put(b'"a\nb"', data),
    "overlong UTF-8": lambda data: put(b'"\xc0\xaf"', data),
    "comment": lambda data: put(b'"x" /* y */', data),
    "trailing comma": lambda data: put(b'"x",', data),
    "single quotes": lambda data: put(b"'x'", data),
    "two documents": lambda data: data + data,
    "bytes behind it": lambda data: data + b"\x00" * 10,
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "UTF-32": lambda data: data.decode().encode("utf-32"),
    "empty": lambda data: b"",
    "only a mark": lambda data: b"\xef\xbb\xbf",
    "only NULs": lambda data: bytes(100_000),
    "a text": lambda data: b'"' + b"x" * 1_000_000 + b'"',
    "a number": lambda data: b"1" * 1_000_000,
    "a list of files": lambda data: b"[" + data + b"]",
    "an act of 17 MiB": lambda data: put(b'"' + b"x" * (17 << 20) + b'"', data),
    "every key wrong": lambda data: json.dumps({key: {} for key in json.loads(data)}).encode(),
    "every key a list": lambda data: json.dumps({key: [[]] for key in json.loads(data)}).encode(),
    "every key null": lambda data: json.dumps(dict.fromkeys(json.loads(data))).encode(),
}
WORDS = {
    "import": ("import", "{file}"),
    "import --preview": ("import", "{file}", "--preview"),
    "import --edits": ("import", "{file}", "--edits"),
    "diff": ("diff", "{file}"),
    "export --since": ("export", "{out}", "--since", "{file}"),
}


@pytest.fixture
def desk(desk_in: DeskIn, tmp_path: Path) -> Desk:
    return desk_in(tmp_path)


@pytest.fixture
def data(bob: Store) -> bytes:
    bob.edit(VHTO, {"title": "van bob"})
    return bob.snapshot(only={row.id for row in bob.history(None) if not row.seed})


@pytest.mark.parametrize("spoil", ODD.values(), ids=ODD)
def test_a_sentence_and_nothing_changed(
    desk: Desk, data: bytes, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    file, out = tmp_path / "in.json", tmp_path / "uit.json"
    file.write_bytes(spoil(data))
    before = desk.db.read_bytes()
    for words in WORDS.values():
        told = desk.refused(*(word.format(file=file, out=out) for word in words))
        assert len(told) < LONGEST + len(str(file))
        assert told.isprintable()
    assert not out.exists()
    assert desk.db.read_bytes() == before


@pytest.mark.parametrize("spoil", ODD.values(), ids=ODD)
def test_skipping_what_is_bad_takes_nothing_odd(
    desk: Desk, data: bytes, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    """Refused, or the good acts are in and the odd one, if it is an act at all, is set apart."""
    file = tmp_path / "in.json"
    file.write_bytes(spoil(data))
    result = desk.attempt("import", "--skip-bad", file)
    assert result.exit_code in (0, 1, 3)
    assert desk.show("KLEIN-2-TWE-01")["title"] in ("VHTO: schakel", "van bob")
    desk.run("check", code=3 if result.exit_code == 3 else 0)


def test_what_only_looks_odd_is_taken(desk: Desk, data: bytes, tmp_path: Path) -> None:
    """Escapes for what needs none, half a pair made whole, other white space, a mark."""
    document = json.dumps(json.loads(data), indent="\t", ensure_ascii=True)
    file = tmp_path / "in.json"
    file.write_bytes(b"\xef\xbb\xbf" + document.replace("van bob", "\\u0076an bob").encode())
    desk.run("import", file)
    assert desk.show("KLEIN-2-TWE-01")["title"] == "van bob"


@pytest.mark.parametrize("ending", ["json", "csv", "xlsx", "json.gz"])
def test_files_of_other_programs(desk: Desk, tmp_path: Path, ending: str) -> None:
    """What people do choose by mistake, under whatever name."""
    before = desk.db.read_bytes()
    file = tmp_path / f"in.{ending}"
    for data in (b"code;titel\r\nTWE-1;VHTO\r\n", b"PK\x03\x04" + bytes(100), b"%PDF-1.7\n",
                 b"\x1f\x8b\x08\x00", b"{}", b"[]", b'{"type":"FeatureCollection"}',
                 b"SQLite format 3\x00" + bytes(100)):  # fmt: skip
        file.write_bytes(data)
        told = desk.refused("import", file)
        assert told.isprintable()
    assert desk.db.read_bytes() == before
