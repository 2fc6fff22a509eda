"""Names of files that are a trick: at the command line, and in what is remembered of a file."""

import os
from pathlib import Path

import pytest

from storage.store import Store
from tests.cli.conftest import Desk
from tests.faults.conftest import DeskIn
from tests.storage.small import VHTO

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")

CODE = "KLEIN-2-TWE-01"
REFUSED = ["", ".", "..", "/", "x\x00.json", "y" * 300, "bestaat/niet/uit.json", "../"]
TAKEN = [
    "regel\neinde.json", "\x1b[31mrood\x1b[0m.json", "om\u202enosj.json", "-o.json", "--preview",
    "~.json", "$HOME.json", "%TEMP%.json", "*.json", "a b'c\"d.json", "[bold]{0}.json", "é.json",
    "z" * 250 + ".json", "con.json", ".verborgen.json", "...json", "\\..\\x.json",
]  # fmt: skip


@pytest.fixture
def desk(desk_in: DeskIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """In a folder of its own, with the command's names taken from there."""
    folder = tmp_path / "map"
    folder.mkdir()
    desk = desk_in(tmp_path)
    monkeypatch.chdir(folder)
    return desk


def steers(text: str) -> bool:
    """Whether a terminal would do something else than show it."""
    return bool(set(text.replace("\n", "")) & {*map(chr, range(32)), "\x9b", "\u202e"})


@pytest.mark.parametrize("name", REFUSED, ids=repr)
def test_what_cannot_be_a_file_is_refused(desk: Desk, name: str) -> None:
    desk.run("list", "regions")  # the file is known to this user from now on
    before = desk.db.read_bytes()
    there = sorted(desk.db.parent.rglob("*"))
    for words in (("export",), ("import",), ("import", "--preview"), ("diff",), ("backup",),
                  ("restore-backup",), ("list", "agreements", "-o")):  # fmt: skip
        assert not steers(desk.refused(*words, name))
    assert desk.db.read_bytes() == before
    assert sorted(desk.db.parent.rglob("*")) == there


@pytest.mark.parametrize("name", TAKEN, ids=repr)
def test_what_only_looks_odd_is_the_name_of_a_file(
    desk: Desk, bob: Store, tmp_path: Path, name: str
) -> None:
    bob.edit(VHTO, {"title": "van bob"})
    bob.snapshots.export(Path(name))
    assert [one.name for one in Path().iterdir()] == [name]
    told = desk.run("import", "--", name).stderr
    told += desk.run("history", CODE).output + desk.run("check").output
    assert not steers(told)
    assert desk.show(CODE)["title"] == "van bob"
    desk.run("export", "--", name)
    assert [one.name for one in Path().iterdir()] == [name]


def test_a_name_of_bytes_that_are_no_text(desk: Desk, bob: Store) -> None:
    name = os.fsdecode(b"\xff\xfe.json")
    bob.edit(VHTO, {"title": "van bob"})
    bob.snapshots.export(Path(name))
    desk.run("import", name)
    for words in (("history", CODE), ("history", CODE, "--format", "json"), ("check",)):
        desk.run(*words)
    assert desk.show(CODE)["title"] == "van bob"


def test_a_link_is_followed_and_a_ring_of_links_is_not(desk: Desk, bob: Store) -> None:
    bob.edit(VHTO, {"title": "van bob"})
    bob.snapshots.export(Path("echt.json"))
    Path("link.json").symlink_to("echt.json")
    Path("ring.json").symlink_to("ring.json")
    assert desk.refused("import", "ring.json")
    desk.run("import", "link.json")
    assert desk.show(CODE)["title"] == "van bob"


@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_what_is_no_file(desk: Desk, kind: str) -> None:
    """Nor is one written over."""
    path = Path("iets.json")
    if kind == "folder":
        path.mkdir()
        assert desk.refused("import", path)
        assert desk.refused("export", path)
    elif kind == "pipe":
        os.mkfifo(path)
        assert "geen gewoon bestand" in desk.refused("export", path)
        assert path.is_fifo()
    else:
        assert desk.refused("import", "/dev/null")
