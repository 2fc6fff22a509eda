"""What the forging helper makes is taken for what it says it is: an attack that is refused for
another reason than the one meant proves nothing."""

from pathlib import Path

from storage.store import Store
from tests.forged import Forged, act, put_segment, snapshot, stub_of
from tests.schemas import wrong_in
from tests.storage.small import ARRANGEMENT, VHTO, small

TITLED = act(set=[[VHTO, "title", "Van elders", []]])
NOTED = act(seq=2, set=[["entries/00000000000000aa", "life", "live", []]])


def opened(tmp_path: Path) -> Store:
    Store.create(tmp_path / "klein.db", ARRANGEMENT, small())
    return Store.open(tmp_path / "klein.db")


def known(store: Store, *acts: Forged) -> list[bool]:
    here = {row.id for row in store.history(None)}
    return [one.id in here for one in acts]


def test_a_file_is_taken_in(tmp_path: Path):
    file = tmp_path / "vals.json"
    file.write_bytes(snapshot(ARRANGEMENT, [TITLED, NOTED], [stub_of(act(seq=3))]))
    assert wrong_in(file) == []
    store = opened(tmp_path)
    assert store.snapshots.import_(file).new_acts == 2
    assert known(store, TITLED, NOTED) == [True, True]
    store.close()


def test_a_segment_is_taken_in(tmp_path: Path):
    file = put_segment(tmp_path / "map", ARRANGEMENT, [TITLED, NOTED], [stub_of(act(seq=3))])
    assert wrong_in(file) == []
    store = opened(tmp_path)
    done = store.exchange.sync(tmp_path / "map")
    assert (done.new_acts, done.spoilt) == (2, ())
    assert known(store, TITLED, NOTED) == [True, True]
    store.close()
