"""A file of every released version opens, keeps its acts and can be worked on (design §3)."""

import gzip
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.backups.daily_copies import folder_of
from storage.store import Store
from storage.views.problem import Problem
from tests.storage.small import BOOST, VHTO, Laptops, partners_records, send, value

DATA = Path(__file__).parents[1] / "data"
VERSIONS = sorted(file.stem for file in DATA.glob("v*.ids"))


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    return request.param


def wrong(store: Store) -> list[Problem]:
    """What is wrong with a file, but for the line that the second one has set apart."""
    return [one for one in store.check() if one.kind != "set_apart"]


@pytest.fixture
def copy(version: str, tmp_path: Path) -> Path:
    return unpacked(version, tmp_path)


def unpacked(version: str, tmp_path: Path) -> Path:
    (tmp_path / "oud").mkdir()
    made = tmp_path / "oud" / f"{version}.db"
    made.write_bytes(gzip.decompress((DATA / f"{version}.db.gz").read_bytes()))
    return made


def test_there_is_a_file_of_the_first_version():
    assert "v0.1.0" in VERSIONS
    assert all((DATA / f"{name}.db.gz").stat().st_size < 300_000 for name in VERSIONS)


def test_every_act_is_kept(version: str, copy: Path):
    expected = (DATA / f"{version}.ids").read_text().split()
    with closing(Store.open(copy)) as store:
        assert sorted(row.id for row in store.history(None)) == expected
        assert wrong(store) == []


def test_what_was_written_in_it_is_told_from_what_came(copy: Path):
    with closing(Store.open(copy)) as store:
        rows = [row for row in store.history(None) if not row.seed]
        assert {row.author for row in rows if row.here} == {"Ann Annema"}
        assert {row.author for row in rows if not row.here} - {None} == {"Bob Bobbink"}


def test_it_says_what_it_said(copy: Path):
    with closing(Store.open(copy)) as store:
        assert {c.value for c in store.conflicts(VHTO)[0].claims} == {
            "VHTO: van Ann", "VHTO: van Bob"
        }  # fmt: skip
        assert {one.field for one in store.conflicts()} == {"title", "life"}
        assert value(store, BOOST, "text") == "van Ann en Bob"
        assert value(store, BOOST, "term") is None
        page = store.page(VHTO)
        assert (page.row.status, page.row.signal) == ("met", "amber")
        assert [(e.kind, e.text, e.author, e.own) for e in page.entries] == [
            ("evidence", "het verslag", "Ann Annema", False),
            ("remark", "alleen voor ons", "Ann Annema", True),
        ]
        assert store.search("alleen voor ons", 5)[1] == 1


def test_what_tables_5_held_beside_acts_is_kept(tmp_path: Path):
    with closing(Store.open(unpacked("v0.2.0-tables-5", tmp_path))) as store:
        query = "SELECT file, line, reason FROM quarantine"
        assert store.connection.execute(query).fetchall() == [("binnen.json", 66, "lacks v")]
        assert {row.file for row in store.history(None)} >= {"stick.json", "binnen.json"}
        assert [one.text for one in store.documents.passages("klein")] == ["De zin zelf."]
        assert [value(store, one, "goal") for one in (VHTO, BOOST)] == ["samen gezegd"] * 2
        assert len(store.records("organisations")) == 3
        assert [one.name for one in store.lists.organisations()] == ["Platform", "VHTO"]


def test_what_0_2_0_took_for_a_stub_and_is_none_goes(tmp_path: Path):
    """It had not the scope of what it says that it stood on."""
    path = unpacked("v0.2.0-erased", tmp_path)
    body = f'{{"id":"{"d0" * 32}","set":[["entries/own-1","text",[]]],"undo":[]}}'
    with closing(sqlite3.connect(path)) as old, old:
        old.execute(
            "INSERT INTO acts (id, at, void, erased, arrived, body) VALUES (?, '', 0, 1, ?, ?)",
            ("d0" * 32, "2026-11-29T00:00:00.000Z", body),
        )
    with closing(Store.open(path)) as store:
        assert wrong(store) == []
        assert body.encode() not in store.snapshots.make("internal")


def test_what_is_erased_goes_from_a_daily_copy_of_then_too(tmp_path: Path):
    path = unpacked("v0.2.0-tables-5", tmp_path)
    old = folder_of(path) / f"{path.stem}-2014-10-07{path.suffix}"
    old.parent.mkdir()
    shutil.copy(path, old)
    with closing(Store.open(path, "ann")) as store:
        (act,) = (one.id for one in store.history(VHTO) if "samen gezegd" in repr(one.changes))
        store.erasures.erase([act], words=["samen"])
        assert [(one.path, one.why) for one in store.erasures.old_copies()] == [(old, None)]
        assert store.erasures.copies_anew() == []
    with closing(Store.open(old)) as store:
        assert value(store, VHTO, "goal") == "[naam] gezegd"
        assert wrong(store) == []


def test_it_is_written_in_and_swapped(copy: Path, laptops: Laptops):
    with closing(Store.open(copy, by="eva")) as store:
        store.resolve(VHTO, "title", "VHTO: van Eva")
        store.undo()
        store.redo()
        assert value(store, VHTO, "title") == "VHTO: van Eva"
        other = laptops.store("ann")
        send(store, other)
        assert partners_records(other) == partners_records(store)
        assert wrong(store) == wrong(other) == []


def test_what_0_2_0_held_of_erased_acts_is_carried_over(tmp_path: Path):
    """A stub that nothing erases said that a change was undone; one waited, one stood alone."""
    with closing(Store.open(unpacked("v0.2.0-erased", tmp_path))) as store:
        assert [value(store, one, "goal") for one in (VHTO, BOOST)] == ["samen gezegd"] * 2
        (erasure,) = store.erasures.pending()
        assert (erasure.acts, erasure.here, erasure.unknown) == (2, 1, 0)
        assert {place.field for place in erasure.places} == {"condition", "reading"}
        assert store.erasures.confirm([erasure.act])
        for file in (store.path, tmp_path / "oud" / "uit.json"):
            store.snapshots.export(tmp_path / "oud" / "uit.json", "internal", force=True)
            assert b"Piet Pieters" not in file.read_bytes()
        assert value(store, BOOST, "condition") == "[naam]"
        assert wrong(store) == []


def test_a_file_that_0_2_0_wrote_comes_in(laptops: Laptops):
    ann, bob = laptops.store("ann"), laptops.store("bob")
    ann.snapshots.import_(DATA / "v0.2.0-erased.json.gz")
    assert [value(ann, one, "goal") for one in (VHTO, BOOST)] == ["samen gezegd"] * 2
    (erasure,) = ann.erasures.pending()
    ann.erasures.confirm([erasure.act])
    ann.snapshots.import_(DATA / "v0.2.0-erased.json.gz")
    assert b"Piet Pieters" not in ann.snapshots.make("internal")
    send(ann, bob, profile="internal")
    assert partners_records(ann) == partners_records(bob)
    assert wrong(ann) == wrong(bob) == []
