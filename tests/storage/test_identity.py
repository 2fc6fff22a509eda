"""Which device writes: copied, restored and cloned files get a new one (design §3)."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from storage.backups.backup import restore_backup
from storage.files.config_folder import config_folder
from storage.identity.device_identity import load
from storage.store import Store
from tests.storage.small import BOOST, VHTO, Laptops, refusal, send, value


def write(path: Path, title: str, by: str = "ann", record: str = VHTO) -> str:
    """Change something; returns the device that did."""
    with closing(Store.open(path, by=by)) as store:
        store.edit(record, {"title": title})
        return store.history(record)[0].device


def configuration_of(path: Path) -> Path:
    (found,) = path.parent.parent.rglob("devices/*.json")
    return found


@pytest.fixture
def path(laptops: Laptops) -> Path:
    laptops.store("ann").close()
    return laptops.path("ann")


def test_the_device_stays_over_openings_and_people(path: Path):
    assert len({write(path, "een"), write(path, "twee"), write(path, "drie", by="eva")}) == 1


def test_the_author_stays_by_name_and_no_name_is_who_wrote_last(path: Path):
    for n, by in enumerate(("ann", "eva", "ann", None)):
        write(path, f"titel {n}", by=by)
    with closing(Store.open(path)) as store:
        assert [r.author for r in store.history(VHTO) if not r.seed] == ["ann", "ann", "eva", "ann"]
        assert len(store.records("authors")) == 2
        assert store.check() == []


def test_a_name_given_later_goes_to_who_had_none(path: Path):
    write(path, "een", by=None)
    write(path, "twee", by="ann")
    with closing(Store.open(path)) as store:
        assert [row.author for row in store.history(VHTO) if not row.seed] == ["ann", "ann"]
        assert [one["name"] for one in store.records("authors")] == ["ann"]
        assert (store.undo().author, store.undo().author) == ("ann", "ann")
        assert refusal(store.undo).key == "nothing_to_undo"  # the names stay
        assert [one["name"] for one in store.records("authors")] == ["ann"]


def test_names_are_not_in_acts(path: Path):
    write(path, "een", by="Annemarie")
    with closing(Store.open(path)) as store:
        naming = [line for line in store.snapshots.make().split(b"\n") if b"Annemarie" in line]
        assert len(naming) == 2  # the author's record, and the one act that sets its name


def test_a_copy_elsewhere_is_a_new_device(path: Path, tmp_path: Path):
    first = write(path, "een")
    copy = Path(shutil.copy(path, tmp_path / "kopie.db"))
    assert write(copy, "twee") != first
    assert write(path, "drie") == first


def test_an_older_copy_put_back_is_a_new_device(path: Path, tmp_path: Path):
    first = write(path, "een")
    shutil.copy(path, tmp_path / "kopie.db")
    write(path, "twee")
    shutil.copy(tmp_path / "kopie.db", path)
    assert write(path, "drie") != first


def test_a_restored_backup_is_a_new_device_even_made_while_writing(path: Path, tmp_path: Path):
    with closing(Store.open(path, by="ann")) as store:
        store.edit(VHTO, {"title": "een"})
        store.backup(tmp_path / "reserve.db")
        store.edit(VHTO, {"title": "twee"})  # the token is that of the backup's moment
        send(store, old := Store.open(tmp_path / "reserve.db", by="eva"))
        old.close()
    first = load(path).device
    with closing(Store.open(tmp_path / "reserve.db")) as reserve:
        assert value(reserve, VHTO, "title") == "twee"
    restore_backup(tmp_path / "reserve.db", path)
    assert write(path, "drie") != first
    with closing(Store.open(path)) as store:
        assert [problem for problem in store.problems.all() if problem.kind == "clone"] == []


def test_two_acts_with_one_device_and_number_are_reported(laptops: Laptops, path: Path):
    """A laptop's disk was cloned, configuration and all."""
    write(path, "een")
    configuration = configuration_of(path)
    saved, file = configuration.read_bytes(), path.read_bytes()
    write(path, "hier")
    laptops.store("bob").close()
    other = laptops.path("bob")
    shutil.copy(path, other)
    path.write_bytes(file)
    configuration.write_bytes(saved)
    write(path, "daar", record=BOOST)
    with closing(Store.open(path)) as here, closing(Store.open(other)) as there:
        send(there, here)
        (clone,) = [problem for problem in here.problems.all() if problem.kind == "clone"]
        assert (clone.details["device"], clone.details["seq"]) == (load(path).device, 3)
        assert (value(here, VHTO, "title"), value(here, BOOST, "title")) == ("hier", "daar")
        assert here.check() == []


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[]", b"\xff", b'{"device": 1}', b"[" * 9999])
def test_a_spoilt_configuration_gives_a_new_device(path: Path, spoilt: bytes):
    first = write(path, "een")
    configuration = configuration_of(path)
    configuration.write_bytes(spoilt)
    second = write(path, "twee")
    assert second != first
    assert write(path, "drie") == second


def test_a_configuration_that_cannot_be_written_refuses_the_write(path: Path):
    folder = config_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("een bestand waar een map hoort")
    with closing(Store.open(path, by="ann")) as store:
        before = path.read_bytes()
        assert refusal(store.edit, VHTO, {"title": "een"}).key == "cannot_write"
        assert path.read_bytes() == before


def test_reading_writes_nothing(path: Path, tmp_path: Path):
    before = path.read_bytes()
    with closing(Store.open(path, by="ann")) as store:
        store.totals(), store.page(VHTO), store.history(None), store.snapshots.make(), store.check()
    assert path.read_bytes() == before
    assert not [*tmp_path.rglob("*.json")]


def test_a_copy_keeps_the_name_of_its_user_before_and_after_the_first_change(
    path: Path, tmp_path: Path
):
    with closing(Store.open(path, by="Anna")) as store:
        store.edit(VHTO, {"title": "een"})
        author, device = store.author, store.device
    moved = tmp_path / "elders" / "klein.db"
    moved.parent.mkdir()
    shutil.copy(path, moved)
    with closing(Store.open(moved)) as copy:
        assert (copy.who().name, copy.author, copy.device) == ("Anna", author, None)
        copy.edit(VHTO, {"title": "twee"})
        assert copy.who().name == "Anna"
        assert copy.author == author
        assert copy.device not in (None, device)


def test_a_restored_backup_keeps_the_name_of_its_user(path: Path, tmp_path: Path):
    with closing(Store.open(path, by="Anna")) as store:
        store.edit(VHTO, {"title": "een"})
        backup = tmp_path / "kopie.db"
        store.backup(backup)
        store.edit(VHTO, {"title": "twee"})
        author, device = store.author, store.device
    restore_backup(backup, path)
    with closing(Store.open(path)) as back:
        assert (back.who().name, back.author) == ("Anna", author)
        back.edit(VHTO, {"title": "drie"})
        assert back.who().name == "Anna"
        assert back.device != device
