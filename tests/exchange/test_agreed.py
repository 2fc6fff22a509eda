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
    ann.exchange.sync(folder)
    copy = ann.path.with_name("kopie.db")
    ann.backup(copy)
    ann.exchange.sync(folder, "internal")
    assert ann.exchange.sync(folder).profile == "internal"
    ann.close()
    restore_backup(copy, ann.path)
    back = Store(ann.path)
    assert back.exchange.folders()[0].was == "internal"
    back.note(VHTO, "eigen", own=True)
    assert back.exchange.look_into(folder).was == "internal"
    done = back.exchange.sync(folder)
    assert (done.profile, done.was) == ("partners", "internal")
    assert back.exchange.sync(folder).was == "internal"  # until someone chooses
    assert own_acts(folder) == 0
    back.exchange.sync(folder, "partners")
    assert back.exchange.sync(folder).was is None
    back.close()


def test_a_backup_in_which_own_notes_still_left_lets_none_leave(ann: Store, folder: Path) -> None:
    ann.exchange.sync(folder, "internal")
    copy = ann.path.with_name("kopie.db")
    ann.backup(copy)
    ann.exchange.sync(folder, "partners")
    ann.close()
    restore_backup(copy, ann.path)
    back = Store(ann.path)
    back.note(VHTO, "eigen", own=True)
    done = back.exchange.sync(folder)
    assert (done.profile, done.was) == ("partners", "internal")
    assert own_acts(folder) == 0
    back.close()


def test_a_clone_takes_the_folder_over_but_not_the_agreement(
    laptops: Laptops, ann: Store, folder: Path, tmp_path: Path
) -> None:
    ann.exchange.sync(folder, "internal")
    path = tmp_path / "kloon" / "klein.db"
    path.parent.mkdir()
    shutil.copy(ann.path, path)
    clone = laptops.opened(path, "cor")
    clone.note(VHTO, "eigen", own=True)
    done = clone.exchange.sync(folder)
    assert (done.profile, done.was) == ("partners", "internal")
    assert own_acts(folder) == 0


def test_a_forgotten_folder_says_what_it_was(ann: Store, folder: Path) -> None:
    ann.exchange.sync(folder, "internal")
    ann.exchange.forget(folder)
    done = ann.exchange.sync(folder)
    assert (done.profile, done.was) == ("partners", "internal")


def test_who_reads_there_is_who_something_came_from(ann: Store, bob: Store, folder: Path) -> None:
    assert ann.exchange.look_into(folder).readers == ()
    bob.introduce("bob", "vhto")
    bob.edit(VHTO, {"title": "van bob"})
    bob.exchange.sync(folder)
    (reader,) = ann.exchange.look_into(folder).readers  # before anything was taken in
    assert (reader.name, reader.organisation) == ("bob", "VHTO")
    ann.exchange.sync(folder)
    assert ann.exchange.readers(folder) == (reader,)
    (to,) = bob.exchange.readers(folder) or (None,)
    assert to is None  # nothing came from ann yet
    ann.edit(BOOST, {"text": "van ann"})
    ann.exchange.sync(folder)
    bob.exchange.sync(folder)
    assert [one.name for one in bob.exchange.readers(folder)] == ["ann"]


def test_one_of_whom_all_came_by_mail_reads_there_too(ann: Store, bob: Store, folder: Path) -> None:
    bob.edit(VHTO, {"title": "van bob"})
    send(bob, ann)
    bob.exchange.sync(folder)
    assert [one.name for one in ann.exchange.look_into(folder).readers] == ["bob"]
    ann.exchange.sync(folder)
    assert [one.name for one in ann.exchange.readers(folder)] == ["bob"]


def test_what_is_new_to_go_is_what_the_folder_lacks(ann: Store, bob: Store, folder: Path) -> None:
    whole = ann.exchange.look_into(folder).going["partners"].acts
    ann.exchange.sync(folder)
    assert ann.exchange.look_into(folder).going["partners"].acts == 0
    bob.edit(VHTO, {"title": "van bob"})
    bob.exchange.sync(folder)
    assert ann.exchange.look_into(folder).going["partners"].acts == 0  # what lies there need not go
    ann.edit(BOOST, {"text": "van ann"})
    ann.note(BOOST, "eigen", own=True)
    going = ann.exchange.look_into(folder).going
    assert going["partners"].senders == (("ann", 2),)  # with the act that names her
    assert going["internal"].acts == going["partners"].acts + 1
    assert going["partners"].acts < whole
    assert ann.exchange.sync(folder).written == going["partners"].acts


def test_when_something_really_came_and_went(ann: Store, bob: Store, folder: Path) -> None:
    ann.exchange.sync(folder)
    first = ann.exchange.exchanged(folder)
    assert (first.came, first.of) == (None, ())
    assert first.went is not None
    bob.edit(VHTO, {"title": "van bob"})
    bob.exchange.sync(folder)
    ann.exchange.sync(folder)
    came = ann.exchange.exchanged(folder)
    assert came.came is not None
    assert [one.name for one in came.of] == ["bob"]
    ann.exchange.sync(folder)  # nothing new
    assert ann.exchange.exchanged(folder) == came


def test_what_is_remembered_of_folders_can_be_spoilt(ann: Store, folder: Path) -> None:
    kept = remembered.Remembered(profiles={str(folder): "internal"})
    remembered.save(ann.path, kept)
    assert remembered.load(ann.path) == kept
    place = configuration(ann.path, "care")
    place.write_text('{"sent": {}, "told": {}, "profiles": [1], "readers": {"a": 1}, "went": 3}')
    assert remembered.load(ann.path) == remembered.Remembered()
