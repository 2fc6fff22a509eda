"""Files and folders that whoever works here may not read, write or enter."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Desk
from tests.faults.places import ordinary, owned_by_ordinary, somewhere

CODE = "KLEIN-2-TWE-01"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no file modes")


@pytest.fixture
def desk(template: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk in a folder of whoever is ``ordinary``, with a file to import."""
    with somewhere() as folder:
        monkeypatch.setenv("HOME", str(folder))
        work = folder / "werk"
        work.mkdir()
        desk = Desk(Path(shutil.copy(template, work / "klein.db")), "Anna")
        desk.config = folder / "config"
        desk.config.mkdir()
        desk.run("export", work / "in.json")
        desk.run("edit", CODE, "title=eerst")
        desk.run("check")
        Desk(folder / "oost.db", "Anna").run("list", "regions")  # every module is imported by now
        yield desk
        for one in (folder, *folder.rglob("*")):
            one.chmod(0o755)


def as_ordinary(desk: Desk, forbid: Callable[[Desk], None]) -> None:
    forbid(desk)
    owned_by_ordinary(desk.db.parent)
    owned_by_ordinary(desk.config)


def test_a_file_that_may_only_be_read(desk: Desk) -> None:
    before = desk.db.read_bytes()
    as_ordinary(desk, lambda desk: desk.db.chmod(0o400))
    with ordinary():
        desk.run("show", CODE)
        desk.run("check")
        told = desk.refused("edit", CODE, "goal=x")
        assert "mag alleen gelezen worden" in told
        assert "alleen gelezen" in desk.refused("undo")
    assert desk.db.read_bytes() == before


def test_a_file_that_may_not_be_read(desk: Desk) -> None:
    as_ordinary(desk, lambda desk: desk.db.chmod(0))
    with ordinary():
        for words in (("show", CODE), ("edit", CODE, "goal=x"), ("check",)):
            assert "mag het bestand" in desk.refused(*words)


def test_a_folder_that_takes_no_new_files(desk: Desk) -> None:
    """SQLite needs a place for its journal beside the file."""
    before = desk.db.read_bytes()
    there = sorted(desk.db.parent.rglob("*"))
    as_ordinary(desk, lambda desk: desk.db.parent.chmod(0o500))
    with ordinary():
        desk.run("show", CODE)
        desk.refused("edit", CODE, "goal=x")
        for words in (("export", "uit.json"), ("backup", "uit.db"), ("new", "leeg.db"),
                      ("list", "agreements", "-o", "uit.txt")):  # fmt: skip
            told = desk.refused(*words[:-1], desk.db.with_name(words[-1]))
            assert "u mag dat niet" in told
    assert desk.db.read_bytes() == before
    assert sorted(desk.db.parent.rglob("*")) == there


def test_a_folder_that_may_not_be_entered(desk: Desk) -> None:
    as_ordinary(desk, lambda desk: desk.db.parent.chmod(0))
    with ordinary():
        for words in (("show", CODE), ("edit", CODE, "goal=x"), ("check",)):
            assert "u mag dat niet" in desk.refused(*words)


@pytest.mark.parametrize("words", [("import",), ("import", "--preview"), ("diff",)])
def test_a_file_to_read_that_may_not_be(desk: Desk, words: tuple[str, ...]) -> None:
    before = desk.db.read_bytes()
    file = desk.db.with_name("in.json")
    as_ordinary(desk, lambda desk: file.chmod(0))
    with ordinary():
        assert "u mag dat niet" in desk.refused(*words, file)
    assert desk.db.read_bytes() == before


def test_a_home_that_takes_nothing(desk: Desk) -> None:
    before = desk.db.read_bytes()
    shutil.rmtree(desk.config)
    desk.config.mkdir()
    as_ordinary(desk, lambda desk: desk.config.chmod(0o500))
    with ordinary():
        desk.run("show", CODE)
        assert "u mag dat niet" in desk.refused("edit", CODE, "goal=x")
    assert desk.db.read_bytes() == before


def test_an_export_over_a_file_of_another_keeps_that_one(desk: Desk) -> None:
    """The folder takes new files, but a file in it may be kept from us by its sticky bit."""
    target = desk.db.with_name("van-een-ander.json")
    target.write_text("van een ander")
    as_ordinary(desk, lambda desk: None)
    if os.geteuid() != 0:
        pytest.skip("needs root to have a file of another user")
    os.chown(target, 0, 0)
    os.chown(desk.db.parent, 0, 0)
    desk.db.parent.chmod(0o1777)
    with ordinary():
        assert "u mag dat niet" in desk.refused("export", target, "--force")
    assert target.read_text() == "van een ander"
    assert [one for one in desk.db.parent.iterdir() if one.name.startswith(".")] == []
