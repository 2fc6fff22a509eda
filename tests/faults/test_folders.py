"""Exchange folders on disks that fail, and folders that may not be read or go away."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.store import Store
from tests.cli.conftest import Desk
from tests.faults.conftest import DeskIn
from tests.faults.folders import CODE, assert_whole, segments, title
from tests.faults.moments import At, at_every_step, told
from tests.faults.places import PAGE, Stick, ordinary, owned_by_ordinary, somewhere
from tests.storage.small import VHTO, ids


def test_a_full_folder_gives_what_it_has_and_takes_what_fits(
    desk_in: DeskIn, small_stick: Stick, given: Path, tmp_path: Path
) -> None:
    shared = small_stick.path / "gedeeld"
    shutil.copytree(given, shared)
    for pages in range(small_stick.free // PAGE):
        small_stick.fill(leaving=pages * PAGE)
        desk = desk_in(tmp_path)
        desk.run("note", CODE, "van Anna " * 2000)
        result = desk.attempt("sync", shared)
        assert title(desk) == "van bob"
        assert_whole(shared)
        if result.exit_code == 0:
            break
        assert result.exit_code == 3
        assert "schijf is vol" in result.stderr
        desk.run("check")
    assert pages > 1
    assert len(segments(shared)) > len(segments(given))


def test_a_full_disk_under_the_file_takes_a_folder_in_whole_or_not(
    desk_in: DeskIn, small_stick: Stick, given: Path
) -> None:
    desk = desk_in(small_stick.path)
    before = desk.db.read_bytes()
    for pages in range(small_stick.free // PAGE):
        small_stick.fill(leaving=pages * PAGE)
        result = desk.attempt("sync", given)
        if result.exit_code == 0:
            break
        assert "schijf is vol" in result.stderr
        if title(desk) != "van bob":
            assert desk.db.read_bytes() == before
        desk.run("check")
    assert pages > 1
    assert title(desk) == "van bob"
    assert_whole(given)


def test_a_write_protected_folder_gives_what_it_has(
    desk_in: DeskIn, small_stick: Stick, given: Path, tmp_path: Path
) -> None:
    desk = desk_in(tmp_path)
    desk.run("note", CODE, "van Anna")
    shutil.copytree(given, small_stick.path / "gedeeld")
    small_stick.protect()
    told = desk.run("sync", small_stick.path / "gedeeld", code=3).stderr
    assert "daar kan alleen gelezen worden" in told
    assert title(desk) == "van bob"


@pytest.fixture
def closed(template: Path, given: Path) -> Iterator[Desk]:
    """A desk of whoever is ``ordinary``, with the folder beside its file."""
    with somewhere() as folder:
        desk = Desk(Path(shutil.copy(template, folder / "klein.db")), "Anna")
        shutil.copytree(given, folder / "gedeeld")
        desk.run("sync", folder / "gedeeld")  # every module is imported by now
        desk.run("sync", folder / "gedeeld" / "2026-13", code=1)
        desk.db.unlink()
        shutil.copy(template, folder / "klein.db")
        owned_by_ordinary(folder)
        yield desk
        for one in (folder, *folder.rglob("*")):
            one.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="no file modes")
def test_a_folder_that_may_not_be_read_or_written(closed: Desk) -> None:
    shared = closed.db.parent / "gedeeld"
    (month,) = shared.iterdir()
    for mode in (0, 0o300):
        shared.chmod(mode)
        with ordinary():
            assert "u mag dat niet" in closed.refused("sync", shared)
    shared.chmod(0o755)
    month.chmod(0)
    with ordinary():
        assert "u mag dat niet" in closed.run("sync", shared, code=3).stderr
        assert title(closed) != "van bob"
    month.chmod(0o500)
    with ordinary():
        closed.run("note", CODE, "van Anna")
        assert "u mag dat niet" in closed.run("sync", shared, code=3).stderr
        assert title(closed) == "van bob"


@pytest.mark.skipif(os.name == "nt", reason="no file modes")
def test_a_file_in_it_that_may_not_be_read_bars_no_other(closed: Desk) -> None:
    shared = closed.db.parent / "gedeeld"
    (month,) = shared.iterdir()
    closed_one = month / "van-een-ander.acts.jsonl"
    closed_one.write_text("x")
    closed_one.chmod(0)
    with ordinary():
        told = closed.run("sync", shared, code=3).stderr
        assert "van-een-ander.acts.jsonl" in told
        assert "u mag dat niet" in told
        assert title(closed) == "van bob"


def test_a_folder_that_goes_away_at_any_moment(template: Path, given: Path, tmp_path: Path) -> None:
    """What was read of it is in whole, or not at all."""
    shared, path = tmp_path / "gedeeld", tmp_path / "klein.db"
    came: list[int] = []

    def sync(at: At) -> None:
        shutil.rmtree(shared, ignore_errors=True)
        shutil.copytree(given, shared)
        shutil.copy(template, path)
        with closing(Store.open(path, by="ann")) as store:
            store.note(VHTO, "van Anna")
            before = len(ids(store))
            try:
                store.exchange.sync(shared, watch=at)
            finally:
                came.append(len(ids(store)) - before)
                assert store.check() == []

    found = at_every_step(sync, lambda: shutil.rmtree(shared, ignore_errors=True))
    assert all(one.endswith(".") for one in found)
    assert {*came} <= {0, 22}


def test_a_folder_that_goes_away_while_it_is_written_is_not_made_anew(
    ann: Store, given: Path
) -> None:
    def away(part: str, _share: float) -> None:
        if part == "write":
            shutil.rmtree(given, ignore_errors=True)

    ann.note(VHTO, "van Anna")
    done = ann.exchange.sync(given, watch=away)
    assert done.new_acts == 22
    assert done.unwritten is not None
    assert "bestaat niet" in told(done.unwritten)
    assert not given.exists()
