"""What is written piece by piece from the file is what all those acts at once would give."""

import shutil
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.acts import Act, Stub, make_act
from storage.formats.profiles import may_leave
from storage.store import Store
from storage.tables.assertions import stored_acts, stored_stubs
from storage.tables.database import transaction
from storage.tables.insert import take_in
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, Laptops, refusal
from tests.storage.written import file_of
from tests.worlds import Bag, act, hostile_worlds


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "leeg.db"
    Store.create(path, ARRANGEMENT)
    return path


def take(store: Store, acts: Sequence[Act], stubs: Sequence[Stub] = ()) -> None:
    with transaction(store.connection):
        take_in(store.connection, acts, stubs, "2014-10-08T00:00:00.000Z")


def agrees(store: Store, profile: str) -> None:
    """The file holds what leaves, and the records that this makes, byte for byte."""
    acts = [one for one in stored_acts(store.connection) if may_leave(profile, one.scope)]
    stubs = [one for one in stored_stubs(store.connection) if may_leave(profile, one.scope)]
    assert store.snapshots.make(profile).split(b"\n")[1:] == file_of(acts, stubs).split(b"\n")[1:]


@settings(max_examples=60, deadline=None)
@given(hostile_worlds(), st.data())
def test_any_acts_leave_as_they_merge_without_those_that_stay(
    empty: Path, bag: Bag, data: st.DataObject
) -> None:
    """Some of the acts have a scope although nothing in them asks for it: they stay here, and
    what they said or took back must not show."""
    acts = [_kept_here(one) if data.draw(st.booleans(), "stays") else one for one in bag.acts]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(empty, Path(folder) / "klein.db"))
        with closing(Store.open(path)) as store:
            given_too = {one.id for one in acts}
            take(store, acts, [one for one in bag.came if one.id not in given_too])
            agrees(store, "internal")
            agrees(store, "partners")


def _kept_here(one: Act) -> Act:
    return make_act(
        at=one.at, by=one.by, device=one.device, seq=one.seq, set=one.set, scope="own",
        why=one.why, undo=one.undo, saw=one.saw, erase=one.erase,
    )  # fmt: skip


def test_an_entry_that_was_moved_counts_for_what_it_is_about_in_the_file(laptops: Laptops) -> None:
    """What stays here moves a note to another agreement, of which the deletion saw it not."""
    ann = laptops.store("ann")
    note = act({("entries/n", "about"): VHTO, ("entries/n", "text"): "gebeld"})
    gone = act({(VHTO, "life"): "deleted"})
    moved = act({("entries/n", "about"): BOOST}, note, scope="own")
    take(ann, [note, gone, moved])
    assert ann.record(VHTO)["life"] == "deleted"
    agrees(ann, "partners")
    agrees(ann, "internal")


def test_an_act_that_was_changed_in_the_file_itself_does_not_leave(laptops: Laptops) -> None:
    ann = laptops.store("ann")
    ann.connection.execute("UPDATE acts SET body = replace(body, 'VHTO: schakel', 'iets anders')")
    target = ann.path.parent / "uit.json"
    assert refusal(ann.snapshots.export, target).key == "damaged"
    assert not target.exists()
    assert [one.name for one in target.parent.iterdir()] == ["klein.db"]


def test_it_leaves_while_the_screen_is_reading(ann: Store) -> None:
    """The screen reads through the same connection; what it has begun is not in the way."""
    reading = ann.connection.execute("SELECT record FROM said")
    assert reading.fetchone()
    first = ann.snapshots.make()
    assert ann.snapshots.make().split(b"\n")[1:] == first.split(b"\n")[1:]
    assert reading.fetchone()
