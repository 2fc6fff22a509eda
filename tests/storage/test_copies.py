"""The copy before the first change of a day: made once, whole, the last seven kept."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from storage.backups import daily_copies
from storage.backups.backup import restore_backup
from storage.backups.daily_copies import folder_of, newest
from storage.errors import Refused
from storage.store import Store
from storage.tables import database, migrations, opening
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, Laptops, refusal, small, value

On = Callable[[str], None]


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> On:
    """It is another day."""

    def on(iso: str) -> None:
        class Day(date):
            @classmethod
            def today(cls) -> date:
                return date.fromisoformat(iso)

        monkeypatch.setattr(daily_copies, "date", Day)

    on("2026-07-01")
    return on


def names(path: Path) -> list[str]:
    return sorted(one.name for one in folder_of(path).glob("*"))


def title_in(path: Path) -> object:
    with closing(Store.open(path)) as store:
        assert store.check() == []
        return value(store, VHTO, "title")


def test_the_first_change_of_a_day_leaves_what_stood_before_it(ann: Store, on: On):
    ann.edit(VHTO, {"title": "een"})
    ann.edit(VHTO, {"title": "twee"})
    on("2026-07-02")
    ann.edit(VHTO, {"title": "drie"})
    assert names(ann.path) == ["klein-2026-07-01.db", "klein-2026-07-02.db"]
    first, second = (folder_of(ann.path) / name for name in names(ann.path))
    assert (title_in(first), title_in(second)) == ("VHTO: schakel", "twee")


WRITES = {
    "edit": lambda store, file: store.edit(VHTO, {"title": "x"}),
    "add": lambda store, file: store.add("organisations", {"name": "Nieuw"}),
    "note": lambda store, file: store.note(VHTO, "gebeld"),
    "delete": lambda store, file: store.delete(VHTO),
    "undo": lambda store, file: store.undo(),
    "import": lambda store, file: store.snapshots.import_(file),
}


@pytest.mark.parametrize("write", WRITES)
def test_every_way_to_write_keeps_one(ann: Store, bob: Store, on: On, write: str):
    bob.edit(BOOST, {"title": "van bob"})
    file = bob.path.with_name("bob.json")
    bob.snapshots.export(file)
    ann.edit(VHTO, {"title": "een"})
    on("2026-07-02")
    WRITES[write](ann, file)
    assert names(ann.path) == ["klein-2026-07-01.db", "klein-2026-07-02.db"]
    assert title_in(folder_of(ann.path) / "klein-2026-07-02.db") == "een"


def test_redo_and_settling_keep_one_too(ann: Store, bob: Store, on: On):
    ann.edit(VHTO, {"title": "een"})
    ann.undo()
    on("2026-07-02")
    ann.redo()
    bob.edit(VHTO, {"title": "twee"})
    bob.snapshots.export(file := bob.path.with_name("bob.json"))
    ann.snapshots.import_(file)
    on("2026-07-03")
    ann.resolve(VHTO, "title", "drie")
    assert names(ann.path)[1:] == ["klein-2026-07-02.db", "klein-2026-07-03.db"]


def test_reading_looking_and_what_is_refused_keep_none(ann: Store, bob: Store, on: On):
    bob.edit(VHTO, {"title": "twee"})
    data = bob.snapshots.make().replace(b'"name":"Jet-Net"', b'"name":"met de hand"')
    file = bob.path.with_name("bob.json")
    file.write_bytes(data)
    ann.totals(), ann.page(VHTO), ann.history(None), ann.snapshots.make(), ann.check()
    assert ann.snapshots.preview(file).edits
    for write in (ann.undo, ann.redo, lambda: ann.edit(VHTO, {"kind": "onzin"}),
                  lambda: ann.edit(VHTO, {"title": "VHTO: schakel"})):  # fmt: skip
        refusal(write)
    assert not folder_of(ann.path).exists()


def test_the_last_seven_are_kept_and_only_ours_go(ann: Store, on: On):
    folder = folder_of(ann.path)
    folder.mkdir()
    others = ["klein-2020-01-01.txt", "ander-2020-01-01.db", "klein-2020-02-31.db",
              "klein-2020-01-01-vast.db", "aantekening.txt"]  # fmt: skip
    for name in others:
        (folder / name).write_text("van iemand anders")
    (folder / "klein-2019-12-31.db").mkdir()
    for day in range(1, 11):
        on(f"2026-07-{day:02}")
        ann.edit(VHTO, {"title": f"dag {day}"})
    kept = [f"klein-2026-07-{day:02}.db" for day in range(4, 11)]
    assert names(ann.path) == sorted([*others, "klein-2019-12-31.db", *kept])


def test_days_with_gaps_count_by_copy_and_a_day_to_come_goes_first(ann: Store, on: On):
    on("2062-01-01")  # the clock was wrong for a day
    ann.edit(VHTO, {"title": "ooit"})
    days = [f"2026-0{month}-01" for month in range(1, 8)]
    for day in days:
        on(day)
        ann.edit(VHTO, {"title": day})
    assert names(ann.path) == [f"klein-{day}.db" for day in days]
    found = newest(ann.path)
    assert found is not None
    assert found.day.isoformat() == "2026-07-01"


def test_another_program_on_the_same_day_makes_no_second(laptops: Laptops, on: On):
    for title in ("een", "twee"):
        with closing(laptops.store("ann")) as ann:
            ann.edit(VHTO, {"title": title})
    assert title_in(folder_of(laptops.path("ann")) / "klein-2026-07-01.db") == "VHTO: schakel"


@pytest.mark.skipif(os.name == "nt", reason="no file modes")
def test_who_may_not_read_the_file_may_not_read_the_copy(ann: Store, on: On):
    ann.path.chmod(0o600)
    ann.edit(VHTO, {"title": "een"})
    (copy,) = folder_of(ann.path).iterdir()
    assert copy.stat().st_mode & 0o777 == 0o600


def test_a_copy_that_fails_does_not_stop_the_change_and_is_told(ann: Store, on: On):
    folder_of(ann.path).write_text("een bestand waar de map hoort")
    assert ann.no_copy is None
    ann.edit(VHTO, {"title": "een"})
    assert value(ann, VHTO, "title") == "een"
    assert ann.no_copy is not None
    assert ann.no_copy.key == "cannot_write"
    folder_of(ann.path).unlink()
    on("2026-07-02")
    ann.edit(VHTO, {"title": "twee"})
    assert ann.no_copy is None


def test_a_full_disk_leaves_half_a_copy_nowhere(
    ann: Store, on: On, monkeypatch: pytest.MonkeyPatch
):
    flush = os.fsync

    def full(_: int) -> None:
        monkeypatch.setattr(os, "fsync", flush)  # there is room for all but the copy
        raise Refused("full", path=ann.path)

    monkeypatch.setattr(os, "fsync", full)
    ann.edit(VHTO, {"title": "een"})
    assert ann.no_copy is not None
    assert ann.no_copy.key == "full"
    assert names(ann.path) == []


def spoil(path: Path, table: str) -> None:
    """Overwrite the first page of a table."""
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("rb+") as file:
        file.seek((root - 1) * size)
        file.write(b"\xa5" * size)


def test_a_damaged_file_pushes_no_good_copy_out(laptops: Laptops, on: On):
    for day in range(1, 8):
        on(f"2026-07-0{day}")
        with closing(laptops.store("ann")) as ann:
            ann.edit(VHTO, {"title": f"dag {day}"})
    before = names(laptops.path("ann"))
    spoil(laptops.path("ann"), "quarantine")  # what saving does not meet
    on("2026-07-08")
    with closing(laptops.store("ann")) as ann:
        ann.edit(VHTO, {"title": "toch"})
        assert ann.no_copy is not None
        assert ann.no_copy.key == "damaged"
    assert names(laptops.path("ann")) == before


@pytest.fixture
def three(laptops: Laptops, on: On) -> Path:
    """A file with copies of three days; each holds the title of the day before."""
    for day in (1, 2, 3):
        on(f"2026-07-0{day}")
        with closing(laptops.store("ann")) as ann:
            ann.edit(VHTO, {"title": f"dag {day}"})
    return laptops.path("ann")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")


def of_another(path: Path) -> None:
    path.unlink()
    Store.create(path, "west-2014", small())


@pytest.mark.parametrize("how", [cut, newer, of_another, lambda path: path.write_bytes(b"")])
def test_the_newest_copy_that_opens_is_found(three: Path, how: Callable[[Path], None]):
    how(folder_of(three) / "klein-2026-07-03.db")
    before = {one: one.read_bytes() for one in folder_of(three).iterdir()}
    found = newest(three)
    assert found is not None
    assert found.path.name == "klein-2026-07-02.db"
    assert {one: one.read_bytes() for one in folder_of(three).iterdir()} == before


def test_no_copy_that_opens(three: Path, tmp_path: Path):
    for one in folder_of(three).iterdir():
        cut(one)
    assert newest(three) is None
    assert newest(tmp_path / "nergens" / "x.db") is None


def test_a_copy_of_an_older_version_is_left_as_it_is_until_it_is_used(three: Path):
    for one in folder_of(three).iterdir():
        with closing(sqlite3.connect(one)) as connection:
            connection.execute("PRAGMA user_version = 1")
    before = {one: one.read_bytes() for one in folder_of(three).iterdir()}
    assert newest(three) is not None
    assert {one: one.read_bytes() for one in folder_of(three).iterdir()} == before


DAMAGE: dict[str, Callable[[Path], None]] = {
    "cut off": cut,
    "empty": lambda path: path.write_bytes(b""),
    "a page": lambda path: spoil(path, "meta"),
    "text": lambda path: path.write_text("geen database"),
}


@pytest.mark.parametrize("how", DAMAGE)
def test_going_on_with_a_copy_keeps_the_damaged_file(three: Path, how: str):
    DAMAGE[how](three)
    damaged = three.read_bytes()
    found = newest(three)
    assert found is not None
    kept = restore_backup(found.path, three)
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert title_in(three) == "dag 2"
    with closing(Store.open(three, by="ann")) as store:
        store.edit(VHTO, {"title": "verder"})
        assert store.problems.all() == []


@pytest.mark.parametrize("gone", [False, True])
def test_what_a_crash_left_beside_the_file_spoils_no_copy(three: Path, gone: bool):
    for end in database.BESIDE:
        three.with_name(f"{three.name}{end}").write_bytes(b"van een ander")
    if gone:
        three.unlink()
    found = newest(three)
    assert found is not None
    kept = restore_backup(found.path, three)
    assert (kept is None) == gone
    assert title_in(three) == "dag 2"
    assert not [one for one in three.parent.iterdir() if one.name.endswith(database.BESIDE)
                and "vervangen" not in one.name]  # fmt: skip


def test_two_in_one_second_are_both_kept(three: Path):
    found = newest(three)
    assert found is not None
    kept = {restore_backup(found.path, three) for _ in range(3)}
    assert len(kept) == 3
    assert all(one is not None and one.is_file() for one in kept)


def test_a_copy_is_not_waited_for_for_ever(three: Path, monkeypatch: pytest.MonkeyPatch):
    """sqlite3 tries a busy file again and again, without end."""
    monkeypatch.setattr(database, "PATIENCE_MS", 20)
    with closing(opening.connect(three)) as reader, closing(sqlite3.connect(three)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with closing(Store.open(Path(shutil.copy(three, three.with_name("weg.db"))))) as store:
            store.connection.close()
            store.connection = reader
            assert refusal(store.backup, three.with_name("uit.db")).key == "locked"
        other.rollback()
    assert not three.with_name("uit.db").exists()


def test_a_file_that_begins_with_an_import_has_its_first_copy_after_it(
    ann: Store, tmp_path: Path, on: On
):
    ann.snapshots.export(file := tmp_path / "uit.json")
    Store.create(path := tmp_path / "nieuw.db", ARRANGEMENT)
    with closing(Store.open(path, by="bob")) as bob:
        Store.create(other := tmp_path / "west.db", "west-2014")
        with closing(Store.open(other)) as west:
            assert refusal(west.snapshots.import_, file).key == "wrong_arrangement"
        bob.snapshots.import_(file)
        assert not folder_of(path).exists()
        bob.edit(VHTO, {"title": "een"})
    assert title_in(folder_of(path) / "nieuw-2026-07-01.db") == "VHTO: schakel"
    assert not folder_of(other).exists()


def test_a_new_file_has_no_copies(tmp_path: Path, on: On):
    Store.create(tmp_path / "nieuw.db", ARRANGEMENT, small())
    assert [one.name for one in tmp_path.iterdir() if "nieuw" in one.name] == ["nieuw.db"]
