"""A file that takes a record out of the lists names it: nothing is hidden unseen."""

from pathlib import Path

from storage.store import Store
from tests.forged import act, put_segment, snapshot
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, send, swap, value


def adding_of(store: Store, record: str) -> str:
    return store.history(record)[-1].id


def test_a_forged_undo_of_the_seed_hides_nothing_unseen(ann: Store, tmp_path: Path):
    forged = act(undo=[adding_of(ann, VHTO)])
    (tmp_path / "vals.json").write_bytes(snapshot(ARRANGEMENT, [forged]))
    told = ("KLEIN-2-TWE-01", "VHTO: schakel")
    assert [
        (one.code, one.title) for one in ann.snapshots.preview(tmp_path / "vals.json").gone
    ] == [told]
    (gone,) = ann.snapshots.import_(tmp_path / "vals.json").gone
    assert (gone.record, gone.code, gone.title) == (VHTO, *told)
    assert ann.snapshots.import_(tmp_path / "vals.json").gone == ()


def test_a_sync_names_it_too(ann: Store, tmp_path: Path):
    put_segment(tmp_path / "map", ARRANGEMENT, [act(undo=[adding_of(ann, BOOST)])])
    assert [one.record for one in ann.exchange.look_into(tmp_path / "map").preview.gone] == [BOOST]
    assert [one.record for one in ann.exchange.sync(tmp_path / "map").gone] == [BOOST]


def test_what_was_added_and_taken_back_in_one_file_was_never_there(ann: Store, bob: Store):
    bob.add("agreements", {"title": "Nieuw", "kind": "request"})
    bob.undo()
    assert [one.gone for one in send(bob, ann)] == [()]


def test_what_a_colleague_takes_back_after_all_is_named(ann: Store, bob: Store):
    record = bob.add("agreements", {"title": "Nieuw", "kind": "request"})
    swap(ann, bob)
    bob.undo()
    (done,) = send(bob, ann)
    assert [(one.record, one.title) for one in done.gone] == [(record, "Nieuw")]


def test_a_deleted_record_is_still_there(ann: Store, bob: Store):
    bob.delete(VHTO)
    (done,) = send(bob, ann)
    assert done.gone == ()
    assert value(ann, VHTO, "life") == "deleted"
