"""Exchange folders on disks that fail, with files in them that are a trick."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.store import Store
from tests.cli.conftest import Desk
from tests.faults.conftest import DeskIn
from tests.faults.moments import At, at_every_step, told
from tests.faults.odd import ODD
from tests.faults.places import PAGE, Stick, ordinary, owned_by_ordinary, somewhere
from tests.storage.small import VHTO, Laptops, ids

CODE = "KLEIN-2-TWE-01"
IN_A_LINE = {name: spoil for name, spoil in ODD.items() if "head" not in name}


@pytest.fixture
def given(laptops: Laptops, tmp_path: Path) -> Path:
    """A folder in which bob left what he has; copy it."""
    folder = tmp_path / "gegeven"
    folder.mkdir()
    bob = laptops.store("bob")
    bob.edit(VHTO, {"title": "van bob"})
    for n in range(20):
        bob.add("organisations", {"name": f"Organisatie {n} " * 50})
    bob.sync(folder)
    return folder


def segments(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*.acts.jsonl") if not one.name.startswith(".")]


def assert_whole(folder: Path) -> None:
    for one in segments(folder):
        assert hashlib.sha256(one.read_bytes()).hexdigest() == one.name[:64]
    assert list(folder.rglob(".*")) == []


def title(desk: Desk) -> object:
    return desk.show(CODE)["title"]


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
                store.sync(shared, watch=at)
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
    done = ann.sync(given, watch=away)
    assert done.new_acts == 22
    assert done.unwritten is not None
    assert "bestaat niet" in told(done.unwritten)
    assert not given.exists()


NAMES = [
    "regel\neinde.acts.jsonl", "\x1b[31mrood.acts.jsonl", "om\u202enosj.acts.jsonl",
    "a b'c\"d.acts.jsonl", "[bold]{0}.acts.jsonl", "$HOME.acts.jsonl", "-o", "é.ACTS.JSONL",
    "z" * 243 + ".acts.jsonl", os.fsdecode(b"\xff\xfe.acts.jsonl"), "con.acts.jsonl", "\\..\\x",
]  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_odd_names_of_files_and_folders(
    desk_in: DeskIn, given: Path, tmp_path: Path, name: str
) -> None:
    """Read by content, named without steering the terminal, and left where they are."""
    desk = desk_in(tmp_path)
    (file,) = segments(given)
    odd = given / name[:60] / name
    odd.parent.mkdir()
    file.rename(odd)
    (odd.parent / f"half{name[-100:]}").write_bytes(odd.read_bytes()[:-9])
    result = desk.run("sync", given, code=3)
    assert "houdt te vroeg op" in result.stderr
    result_json = desk.attempt("sync", given, "--format", "json")
    for text in (result.stderr, result_json.stdout, desk.run("history", CODE).output):
        assert not set(text.replace("\n", "")) & {*map(chr, range(32)), "\x9b", "\u202e"}
    assert title(desk) == "van bob"
    assert odd.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has none of these")
def test_what_is_no_file_is_left_alone(desk_in: DeskIn, given: Path, tmp_path: Path) -> None:
    """A pipe that nobody writes in would keep who reads it waiting for ever."""
    desk = desk_in(tmp_path)
    (file,) = segments(given)
    outside = tmp_path / "elders"
    outside.mkdir()
    file.rename(outside / file.name)
    os.mkfifo(given / "pijp.acts.jsonl")
    (given / "map.acts.jsonl").mkdir()
    (given / "ring").symlink_to(given)
    (given / "apparaat.acts.jsonl").symlink_to("/dev/zero")
    (given / "link").symlink_to(outside)
    (given / "link.acts.jsonl").symlink_to(outside / file.name)
    desk.run("sync", given)
    assert title(desk) != "van bob"
    assert len(segments(given)) == 4 + 1


@pytest.mark.parametrize("spoil", IN_A_LINE.values(), ids=IN_A_LINE)
def test_an_odd_segment_bars_no_other(
    desk_in: DeskIn, given: Path, bob: Store, tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    desk = desk_in(tmp_path)
    (whole,) = segments(given)
    lines = whole.read_bytes().split(b"\n")
    (at,) = (n for n, line in enumerate(lines) if b'"van bob"' in line)
    odd = whole.with_name("vreemd.acts.jsonl")
    odd.write_bytes(b"\n".join([lines[0], *lines[1:at], spoil(lines[at]), *lines[at + 1 :]]))
    told = desk.run("sync", given, code=3).stderr
    assert "vreemd.acts.jsonl" in told
    assert max(map(len, told.splitlines())) < 500
    assert title(desk) == "van bob"
    assert odd.exists()
    desk.run("check")
