"""JSON that was made to trip a reader, given to every command that reads a file."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.store import Store
from tests.cli.conftest import Desk
from tests.faults.conftest import DeskIn
from tests.faults.odd import ODD
from tests.storage.small import VHTO

ENGLISH = re.compile(r"\b(is not|has a|holds|lacks|stands there|should be|required)\b")
LONGEST = 500  # characters of a sentence, whatever the file holds


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
    return bob.snapshots.make(only={row.id for row in bob.history(None) if not row.seed})


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
        assert not ENGLISH.search(told), told
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
    assert result.exit_code in (1, 3)
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
