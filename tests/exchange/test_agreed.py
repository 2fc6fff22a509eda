"""For whom a folder is never changes in silence; who reads there and what is new to go is told."""

import shutil
from pathlib import Path

import pytest

from storage.backups.backup import restore_backup
from storage.identity import remembered
from storage.identity.device_identity import configuration
from storage.store import Store
from tests.storage.small import BOOST, VHTO, Laptops, send


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "wissel"
    place.mkdir()
    return place


def own_acts(place: Path) -> int:
    return sum(b'"scope":"own"' in one.read_bytes() for one in place.rglob("*.jsonl"))


def test_a_restored_backup_says_that_own_notes_stay_behind(ann: Store, folder: Path) -> None:
    ann.sync(folder)
    copy = ann.path.with_name("kopie.db")
    ann.backup(copy)
    ann.sync(folder, "internal")
    assert ann.sync(folder).profile == "internal"
    ann.close()
    restore_backup(copy, ann.path)
    back = Store(ann.path)
    assert back.folders()[0].was == "internal"
    back.note(VHTO, "eigen", own=True)
    assert back.look_into(folder).was == "internal"
    done = back.sync(folder)
    assert (done.profile, done.was) == ("partners", "internal")
    assert back.sync(folder).was == "internal"  # until someone chooses
    assert own_acts(folder) == 0
    back.sync(folder, "partners")
    assert back.sync(folder).was is None
    back.close()


def test_a_backup_in_which_own_notes_still_left_lets_none_leave(ann: Store, folder: Path) -> None:
    ann.sync(folder, "internal")
    copy = ann.path.with_name("kopie.db")
    ann.backup(copy)
    ann.sync(folder, "partners")
    ann.close()
    restore_backup(copy, ann.path)
    back = Store(ann.path)
    back.note(VHTO, "eigen", own=True)
    done = back.sync(folder)
    assert (done.profile, done.was) == ("partners", "internal")
    assert own_acts(folder) == 0
    back.close()


def test_a_clone_takes_the_folder_over_but_not_the_agreement(
    laptops: Laptops, ann: Store, folder: Path, tmp_path: Path
) -> None:
    ann.sync(folder, "internal")
    path = tmp_path / "kloon" / "klein.db"
    path.parent.mkdir()
    shutil.copy(ann.path, path)
    clone = laptops.opened(path, "cor")
    clone.note(VHTO, "eigen", own=True)
    done = clone.sync(folder)
    assert (done.profile, done.was) == ("partners", "internal")
    assert own_acts(folder) == 0


def test_a_forgotten_folder_says_what_it_was(ann: Store, folder: Path) -> None:
    ann.sync(folder, "internal")
    ann.forget_folder(folder)
    done = ann.sync(folder)
    assert (done.profile, done.was) == ("partners", "internal")


def test_who_reads_there_is_who_something_came_from(ann: Store, bob: Store, folder: Path) -> None:
    assert ann.look_into(folder).readers == ()
    bob.introduce("bob", "vhto")
    bob.edit(VHTO, {"title": "van bob"})
    bob.sync(folder)
    (reader,) = ann.look_into(folder).readers  # before anything was taken in
    assert (reader.name, reader.organisation) == ("bob", "VHTO")
    ann.sync(folder)
    assert ann.readers(folder) == (reader,)
    (to,) = bob.readers(folder) or (None,)
    assert to is None  # nothing came from ann yet
    ann.edit(BOOST, {"text": "van ann"})
    ann.sync(folder)
    bob.sync(folder)
    assert [one.name for one in bob.readers(folder)] == ["ann"]


def test_one_of_whom_all_came_by_mail_reads_there_too(ann: Store, bob: Store, folder: Path) -> None:
    bob.edit(VHTO, {"title": "van bob"})
    send(bob, ann)
    bob.sync(folder)
    assert [one.name for one in ann.look_into(folder).readers] == ["bob"]
    ann.sync(folder)
    assert [one.name for one in ann.readers(folder)] == ["bob"]


def test_what_is_new_to_go_is_what_the_folder_lacks(ann: Store, bob: Store, folder: Path) -> None:
    whole = ann.look_into(folder).going["partners"].acts
    ann.sync(folder)
    assert ann.look_into(folder).going["partners"].acts == 0
    bob.edit(VHTO, {"title": "van bob"})
    bob.sync(folder)
    assert ann.look_into(folder).going["partners"].acts == 0  # what lies there need not go
    ann.edit(BOOST, {"text": "van ann"})
    ann.note(BOOST, "eigen", own=True)
    going = ann.look_into(folder).going
    assert going["partners"].senders == (("ann", 2),)  # with the act that names her
    assert going["internal"].acts == going["partners"].acts + 1
    assert going["partners"].acts < whole
    assert ann.sync(folder).written == going["partners"].acts


def test_when_something_really_came_and_went(ann: Store, bob: Store, folder: Path) -> None:
    ann.sync(folder)
    first = ann.exchanged(folder)
    assert (first.came, first.of) == (None, ())
    assert first.went is not None
    bob.edit(VHTO, {"title": "van bob"})
    bob.sync(folder)
    ann.sync(folder)
    came = ann.exchanged(folder)
    assert came.came is not None
    assert [one.name for one in came.of] == ["bob"]
    ann.sync(folder)  # nothing new
    assert ann.exchanged(folder) == came


def test_what_is_remembered_of_folders_can_be_spoilt(ann: Store, folder: Path) -> None:
    kept = remembered.Remembered(profiles={str(folder): "internal"})
    remembered.save(ann.path, kept)
    assert remembered.load(ann.path) == kept
    place = configuration(ann.path, "care")
    place.write_text('{"sent": {}, "told": {}, "profiles": [1], "readers": {"a": 1}, "went": 3}')
    assert remembered.load(ann.path) == remembered.Remembered()
