"""Files that do not open, each with its own sentence, and nothing written."""

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Timer

import pytest

from storage.errors import Refused
from storage.store import Store
from storage.tables import database, migrations
from storage.views.agreement_list import Filter
from tests.storage.small import ARRANGEMENT, VHTO, Laptops, refusal, small, value


def sql(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def everything(folder: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


@pytest.fixture
def file(laptops: Laptops) -> Path:
    with closing(laptops.store("ann")) as ann:
        ann.edit(VHTO, {"title": "een"})
    return laptops.path("ann")


def test_a_missing_folder_or_file(tmp_path: Path):
    before = everything(tmp_path)
    assert refusal(Store.open, tmp_path / "niets" / "x.db").key == "no_folder"
    assert refusal(Store.create, tmp_path / "niets" / "x.db", ARRANGEMENT).key == "no_folder"
    assert refusal(Store.open, tmp_path / "x.db").key == "no_file"
    assert refusal(Store.open, tmp_path).key == "foreign"  # a folder is no file of ours
    assert refusal(Store.open, tmp_path / ("x" * 300)).key in ("forbidden", "no_file")
    for odd in ("a\0b", "x" * 300):
        assert refusal(Store.create, tmp_path / odd, ARRANGEMENT).key == "cannot_write"
    assert everything(tmp_path) == before


def test_an_existing_file_is_not_made_again(file: Path):
    before = file.read_bytes()
    assert refusal(Store.create, file, ARRANGEMENT).key == "file_exists"
    assert file.read_bytes() == before


def test_a_creation_that_fails_leaves_nothing(tmp_path: Path):
    def cut_short():
        yield from small()[:3]
        raise KeyboardInterrupt

    before = everything(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        Store.create(tmp_path / "x.db", ARRANGEMENT, cut_short())
    assert everything(tmp_path) == before


def foreign(path: Path) -> None:
    path.unlink()
    sql(path, "CREATE TABLE boeken (naam)")


SPOILT = {
    "foreign sqlite": (foreign, "foreign"),
    "text": (lambda path: path.write_text("geen database\n" * 100), "foreign"),
    "empty": (lambda path: path.write_bytes(b""), "foreign"),
    "newer": (lambda path: sql(path, f"PRAGMA user_version = {migrations.VERSION + 1}"), "newer"),
    "no name": (lambda path: sql(path, "DELETE FROM meta WHERE key = 'arrangement'"), "damaged"),
    "no meta": (lambda path: sql(path, "DROP TABLE meta"), "damaged"),
    "half a page": (lambda path: path.write_bytes(path.read_bytes()[:2000]), "damaged"),
}


@pytest.mark.parametrize("kind", SPOILT)
def test_a_spoilt_file_is_refused_and_left_alone(file: Path, kind: str):
    spoil, key = SPOILT[kind]
    spoil(file)
    before = everything(file.parent)
    assert refusal(Store.open, file).key == key
    assert everything(file.parent) == before


def read_all(store: Store) -> None:
    """Everything that the screen asks."""
    (
        store.totals(),
        store.lists.regions(),
        store.lists.programmes(Filter("twente")),
        store.lists.organisations(),
    )
    store.problems.all(), store.version()
    for group in store.agreements(Filter("twente", view="all")):
        for row in group.rows:
            store.page(row.id), store.history(row.id), store.conflicts(row.id), store.find(row.code)
    store.records("agreements"), store.snapshots.make(), store.check()
    store.search("vhto", 10)  # last: a search that meets a damaged index makes it anew


@pytest.mark.parametrize("share", range(1, 20))
def test_a_file_damaged_anywhere_gives_refusals_and_no_other_errors(file: Path, share: int):
    """A page overwritten, and the file cut off: the first use that meets it says so."""
    whole = file.read_bytes()
    at = len(whole) * share // 20
    for spoilt in (whole[:at], whole[:at] + b"\xa5" * 4096 + whole[at + 4096 :]):
        file.write_bytes(spoilt)
        try:
            with closing(Store.open(file)) as store:
                read_all(store)
        except Refused as refused:
            assert refused.key in ("damaged", "foreign")  # noqa: PT017 - either may come
            assert file.read_bytes() == spoilt


def test_a_locked_file(file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(database, "PATIENCE_MS", 20)
    with closing(Store.open(file)) as store, closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert refusal(Store.open, file).key == "locked"
        assert refusal(store.version).key == "locked"
        assert refusal(store.totals).key == "locked"
        assert refusal(store.page, VHTO).key == "locked"
        assert refusal(store.edit, VHTO, {"title": "twee"}).key == "locked"
        other.rollback()
        other.execute("BEGIN IMMEDIATE")
        assert value(store, VHTO, "title") == "een"  # reading goes on
        assert refusal(store.edit, VHTO, {"title": "twee"}).key == "locked"
        other.rollback()
        store.edit(VHTO, {"title": "twee"})
        assert store.check() == []


def test_a_write_waits_where_a_read_is_in_a_hurry(file: Path):
    with (
        closing(Store.open(file)) as store,
        closing(sqlite3.connect(file, check_same_thread=False)) as other,
    ):
        store.hurry(1)
        store.edit(VHTO, {"title": "twee"})
        other.execute("BEGIN EXCLUSIVE")
        assert refusal(store.totals).key == "locked"
        frees = Timer(0.3, other.rollback)
        frees.start()
        store.edit(VHTO, {"title": "drie"})
        frees.join()
        other.execute("BEGIN EXCLUSIVE")
        assert refusal(store.totals).key == "locked"


def test_a_file_that_another_tool_switched_to_wal_is_put_back(laptops: Laptops):
    with closing(laptops.store("ann")) as ann:
        ann.edit(VHTO, {"title": "voor"})
        path = ann.path
    with closing(sqlite3.connect(path)) as tool:
        assert tool.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
        tool.execute("CREATE TABLE van_een_ander (x)")
    with closing(Store.open(path)) as store:
        assert not store.connection.in_wal
        store.edit(VHTO, {"title": "na"})
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(path.name)] == [
        path.name
    ]


def test_while_that_tool_keeps_it_open_one_can_go_on(laptops: Laptops):
    path = laptops.store("ann").path
    laptops.close()
    with closing(sqlite3.connect(path)) as tool:
        tool.execute("PRAGMA journal_mode = WAL").fetchone()
        tool.execute("SELECT count(*) FROM acts").fetchone()
        with closing(Store.open(path)) as store:
            assert store.connection.in_wal
            store.edit(VHTO, {"title": "toch"})
    with closing(Store.open(path)) as store:
        assert not store.connection.in_wal
        assert value(store, VHTO, "title") == "toch"
