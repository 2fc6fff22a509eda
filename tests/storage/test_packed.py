"""Compressed files (.json.gz), and files made to fill memory."""

import gzip
import json
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from storage.files.atomic import writing
from storage.snapshot import snapshot_reader as reading
from storage.store import Store
from tests.storage.small import BOOST, VHTO, edited, refusal, take, value

ROOM = 300 << 20  # bytes of addresses beside those of Python itself
IMPORT = """
import resource, sys
from pathlib import Path
from storage.errors import Refused
from storage.store import Store
import storage.snapshot.snapshot_reader, storage.snapshot.salvage, storage.snapshot.importer

with open("/proc/self/statm") as own:
    now = int(own.read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (now + int(sys.argv[3]),) * 2)
for skip_bad in (False, True):
    try:
        store = Store.open(Path(sys.argv[1]), by="ann")
        store.snapshots.import_(Path(sys.argv[2]), skip_bad=skip_bad)
    except Refused as refused:
        print(refused.key)
"""


@pytest.fixture
def packed(bob: Store) -> Path:
    bob.edit(VHTO, {"title": "van bob"})
    bob.note(VHTO, "gebeld")
    file = bob.path.with_name("uit.json.GZ")
    bob.snapshots.export(file)
    return file


def test_there_and_back(ann: Store, bob: Store, packed: Path) -> None:
    whole = gzip.decompress(packed.read_bytes())
    assert whole.split(b"\n")[1:] == bob.snapshots.make().split(b"\n")[1:]
    assert ann.snapshots.preview(packed).new_acts == 3
    assert ann.snapshots.import_(packed).new_acts == 3
    assert (value(ann, VHTO, "title"), ann.check()) == ("van bob", [])
    assert ann.snapshots.import_(packed).new_acts == 0
    assert bob.snapshots.lacking(packed) == set()
    assert bob.edit(BOOST, {"title": "later"}) in bob.snapshots.lacking(packed)


def test_the_same_pieces_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("een.json.gz", "twee.json.gz"):
        with writing(tmp_path / name, packed=True) as write:
            write(b"{" * 5000)
            write(b"}")
    first, second = (tmp_path / name for name in ("een.json.gz", "twee.json.gz"))
    assert first.read_bytes() == second.read_bytes()


def test_what_a_file_is_stands_in_its_bytes_not_in_its_name(ann: Store, packed: Path) -> None:
    assert take(ann, packed.read_bytes()).new_acts == 3  # as binnen.json
    assert take(ann, gzip.decompress(packed.read_bytes())).new_acts == 0


def test_edited_by_hand_and_packed_again(ann: Store, packed: Path) -> None:
    data = edited(gzip.decompress(packed.read_bytes()), BOOST, title="met de hand")
    assert take(ann, gzip.compress(data), edits=True).new_acts == 3
    assert value(ann, BOOST, "title") == "met de hand"


def test_cut_short_at_every_byte(ann: Store, packed: Path) -> None:
    data = packed.read_bytes()
    before = ann.path.read_bytes()
    file = ann.path.with_name("kort.json")
    for length in range(len(data)):
        file.write_bytes(data[:length])
        assert refusal(ann.snapshots.import_, file).key in ("spoilt", "foreign_json")
    assert ann.path.read_bytes() == before


def unpacked(data: bytes) -> bytes | None:
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error):
        return None


def test_a_bit_turned_in_every_byte(ann: Store, packed: Path) -> None:
    data = packed.read_bytes()
    file = ann.path.with_name("kapot.json")
    before = ann.path.read_bytes()
    for place in range(10, len(data)):  # the ten bytes before tell of time, name and system
        broken = bytearray(data)
        broken[place] ^= 1 << place % 8
        if unpacked(broken) == unpacked(data):
            continue  # one of the bits that fill the last byte up
        file.write_bytes(broken)
        assert refusal(ann.snapshots.import_, file).key == "spoilt"
    assert ann.path.read_bytes() == before


def test_what_comes_before_the_cut_can_be_saved(ann: Store, bob: Store) -> None:
    for n in range(200):
        bob.edit(VHTO, {"title": f"titel {n}"})
    file = bob.path.with_name("uit.json.gz")
    bob.snapshots.export(file)
    assert refusal(take, ann, file.read_bytes()[:-2000]).key == "spoilt"
    done = take(ann, file.read_bytes()[:-2000], skip_bad=True)
    assert 50 < done.new_acts < 201
    assert [one for one in ann.check() if one.kind != "set_apart"] == []


def bomb(start: bytes, again: bytes, size: int) -> bytes:
    """A file of a few kilobytes that unpacks to so many bytes."""
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    piece = again * ((1 << 20) // len(again))
    found = pack.compress(start)
    for _ in range(size // len(piece)):
        found += pack.compress(piece)
    return found + pack.flush()


@pytest.mark.parametrize("again", [b"\n", b"[", b'{"at":1},\n'])
def test_a_bomb_is_refused_in_little_memory(ann: Store, bob: Store, again: bytes) -> None:
    start = bob.snapshots.make().partition(b',"erased"')[0].removesuffix(b"\n]\n") + b",\n"
    file = ann.path.with_name("bom.json.gz")
    file.write_bytes(bomb(start, again, 256 << 20))
    assert file.stat().st_size < 1 << 20
    before = ann.path.read_bytes()
    command = [sys.executable, "-c", IMPORT, ann.path, file, str(ROOM)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path.cwd())
    assert done.stdout.split() == ["unpacks_too_large"] * 2, done.stderr
    assert ann.path.read_bytes() == before


def test_a_large_file_in_another_layout_is_refused(
    ann: Store, bob: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    bob.edit(VHTO, {"title": "van bob"})
    data = bob.snapshots.make()
    monkeypatch.setattr(reading, "LARGEST", len(data) - 1)
    assert refusal(take, ann, json.dumps(json.loads(data), indent=1)).key == "too_large_otherwise"
    assert refusal(take, ann, edited(data, VHTO, title="x")).key == "too_large_otherwise"
    by_hand = data.replace(b'"title":"van bob"', b'"title":"van bos"')
    assert refusal(take, ann, by_hand).key == "too_large_otherwise"
    at = data.split(b"\n").index(b',"acts":[') + 3
    lines = data.split(b"\n")
    lines[at] = lines[at].replace(b'"seq"', b'"sek"')
    assert refusal(take, ann, b"\n".join(lines)).key == "spoilt"
    assert take(ann, data).new_acts == 2


def test_a_file_that_changes_while_it_is_read_brings_nothing(ann: Store, bob: Store) -> None:
    bob.edit(VHTO, {"title": "van bob"})
    data = bob.snapshots.make()
    file = ann.path.with_name("binnen.json")
    file.write_bytes(data)
    before = ann.path.read_bytes()

    def watch(part: str, _share: float) -> None:
        if part == "take":
            file.write_bytes(data.replace(b"van bob", b"van bos"))

    assert refusal(ann.snapshots.import_, file, watch=watch).key == "changed_meanwhile"
    assert ann.path.read_bytes() == before
    file.write_bytes(data)
    assert ann.snapshots.import_(file).new_acts == 2
