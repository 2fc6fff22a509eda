"""A snapshot of which any byte was changed, or that was cut off anywhere: refused or harmless."""

import json
import shutil
from pathlib import Path

import pytest

from seed.seed_acts import acts
from seed.seeded import Seeded
from storage.errors import Refused
from storage.store import Store
from tests.depth import DEPTH
from tests.snapshot_bytes import read_snapshot
from tests.storage.small import refusal

ARRANGEMENT = "k"
ONE = "agreements/a"
STEP = max(4 - DEPTH, 1)  # of the other values of a byte each gets one in so many


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "leeg.db"
    Store.create(path, ARRANGEMENT)
    return path


@pytest.fixture
def written(tmp_path: Path) -> tuple[bytes, dict, list[str]]:
    """The bytes of a small snapshot, its records and the ids of its acts."""
    path = tmp_path / "bron.db"
    values = {"title": "é\n\"'", "kind": "request", "regions/twente": True}
    Store.create(path, ARRANGEMENT, acts([Seeded(ONE, values)]))
    store = Store(path, by="ann")
    store.edit(ONE, {"title": "twee"})
    store.undo()
    data, ids = store.snapshots.make(), sorted(row.id for row in store.history(None))
    store.close()
    return data, json.loads(data)["records"], ids


def taken_in(data: bytes, empty: Path, folder: Path) -> tuple[dict, list[str]] | None:
    """The records and acts of a new file that takes this in; None where it is refused."""
    try:
        read = read_snapshot(data)
    except Refused:
        return None
    if read.arrangement != ARRANGEMENT or read.records is not None:
        return None  # refused further on; other tests show it
    path = Path(shutil.copy(empty, folder / "proef.db"))
    (folder / "proef.json").write_bytes(data)
    store = Store(path, by="bob")
    try:
        store.snapshots.import_(folder / "proef.json")
        return (
            json.loads(store.snapshots.make())["records"],
            sorted(row.id for row in store.history(None)),
        )
    finally:
        store.close()


def other_bytes(byte: int) -> set[int]:
    flipped = {byte ^ 1, byte ^ 2, byte ^ 16, byte ^ 32, byte ^ 128}
    return {*flipped, *b'0" ,}]\n\\', 0x00, 0xFF} - {byte}


def test_one_byte_changed(written: tuple, empty: Path, tmp_path: Path):
    data, records, ids = written
    assert taken_in(data, empty, tmp_path) == (records, ids)
    harmless = set()
    for at, byte in enumerate(data):
        for other in sorted(other_bytes(byte))[at % STEP :: STEP]:
            found = taken_in(data[:at] + bytes([other]) + data[at + 1 :], empty, tmp_path)
            assert found in (None, (records, ids)), (at, bytes([other]))
            if found:
                harmless.add(at)
    where = data.index(b'"exported_at"'), data.index(b'"count"')
    spaces = {at for at, byte in enumerate(data) if byte in b" \n"}
    assert all(where[0] < at < where[1] for at in harmless - spaces)


def test_cut_off_anywhere(written: tuple, empty: Path, tmp_path: Path):
    data, records, ids = written
    for at in range(len(data)):
        whole = at == len(data) - 1  # only the last newline is missing
        expected = (records, ids) if whole else None
        assert taken_in(data[:at], empty, tmp_path) == expected, at


def test_a_line_gone_doubled_or_moved(written: tuple, empty: Path, tmp_path: Path):
    data, records, ids = written
    lines = data.split(b"\n")
    for at, line in enumerate(lines):
        for other in (
            lines[:at] + lines[at + 1 :],
            [*lines[:at], line, *lines[at:]],
            [*lines[:at], *lines[at + 1 :], line],
        ):
            assert taken_in(b"\n".join(other), empty, tmp_path) in (None, (records, ids))


def test_what_is_refused_changes_nothing_and_says_where(
    written: tuple, empty: Path, tmp_path: Path
):
    data = written[0]
    path = Path(shutil.copy(empty, tmp_path / "hier.db"))
    store, before = Store(path, by="bob"), path.read_bytes()
    at = data.index(b'"seq":2')
    (tmp_path / "fout.json").write_bytes(data[:at] + b'"seq":x' + data[at + 7 :])
    for take in (store.snapshots.import_, store.snapshots.preview):
        refused = refusal(take, tmp_path / "fout.json")
        assert refused.key == "spoilt"
        assert refused.details["line"] == data.count(b"\n", 0, at) + 1
        assert refused.details["reason"]
    assert path.read_bytes() == before
    store.close()
