"""A small file that is cut short at every byte, or of which any one bit is turned.

In CI one bit of each byte; with ARRANGEMENT_FAULTS=all every bit.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.errors import Refused
from storage.store import Store
from tests.storage.small import ARRANGEMENT, VHTO, Laptops, ids
from tests.storage.small import small as small_arrangement

SAYS_NOTHING_OF_ACTS = ("exported_at", "exported_by", "device")
REASONS = {"spoilt", "foreign_json", "newer_snapshot", "wrong_arrangement", "public_file",
           "edited_by_hand", "records_only"}  # fmt: skip
BITS = range(8) if os.environ.get("ARRANGEMENT_FAULTS") == "all" else (None,)


class Desk:
    """Someone who is given the same file again and again, each time broken otherwise."""

    def __init__(self, folder: Path, template: Path) -> None:
        self._template = template
        self._path = folder / "klein.db"
        self._file = folder / "in.json"
        self._fresh()

    def _fresh(self) -> None:
        shutil.copy(self._template, self._path)
        self.store = Store.open(self._path, by="ann")
        self._before = ids(self.store)
        self._bytes = self._path.read_bytes()

    def take(self, data: bytes) -> set[str] | None:
        """The ids of the acts that came; None where it was refused, and then nothing changed."""
        self._file.write_bytes(data)
        try:
            self.store.snapshots.import_(self._file)
        except Refused as refused:
            self._refused(refused)
            return None
        came = ids(self.store) - self._before
        self.store.close()
        self._fresh()
        return came

    def _refused(self, refused: Refused) -> None:
        assert refused.key in REASONS
        assert self._path.read_bytes() == self._bytes


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An arrangement of one agreement."""
    path = tmp_path_factory.mktemp("tiny") / "klein.db"
    Store.create(path, ARRANGEMENT, [a for a in small_arrangement() if a.set[0].record == VHTO])
    return path


@pytest.fixture
def desk(tmp_path: Path, tiny: Path) -> Iterator[Desk]:
    made = Desk(tmp_path, tiny)
    yield made
    made.store.close()


def whole(store: Store) -> bytes:
    return store.snapshots.make()


def small(store: Store) -> bytes:
    """Only what bob said, without records."""
    mine = {row.id for row in store.history(None) if not row.seed}
    return store.snapshots.make(only=mine)


@pytest.fixture(params=[whole, small], ids=["whole", "since"])
def data(request: pytest.FixtureRequest, tmp_path: Path, tiny: Path) -> bytes:
    bob = Laptops(tiny, tmp_path).store("bob")
    bob.edit(VHTO, {"title": "van bob: é"}, "omdat")
    bob.note(VHTO, "gebeld")
    bob.undo()
    make: Callable[[Store], bytes] = request.param
    with closing(bob):
        return make(bob)


def test_cut_short_at_every_byte(desk: Desk, data: bytes) -> None:
    whole = desk.take(data)
    assert whole
    taken = [length for length in range(len(data)) if desk.take(data[:length]) is not None]
    assert taken == [len(data) - 1]  # only the end of the last line is gone
    assert desk.take(data[:-1]) == whole


def test_one_bit_turned_at_every_position(desk: Desk, data: bytes) -> None:
    """What is taken in is what was sent, or it is refused; never quietly something else."""
    whole = desk.take(data)
    harmless = [*_places(data)]
    for place in range(len(data)):
        for bit in BITS:
            broken = bytearray(data)
            broken[place] ^= 1 << (place % 8 if bit is None else bit)
            came = desk.take(bytes(broken))
            assert came is None or (came == whole and place in harmless), (place, bit)


def _places(data: bytes) -> Iterator[int]:
    """Where the bytes stand that say nothing of the acts: when, by whom and where it was made."""
    for key in SAYS_NOTHING_OF_ACTS:
        start = data.index(f'"{key}":"'.encode()) + len(key) + 4
        yield from range(start, data.index(b'"', start))
