"""A disk that is full or write-protected, at whatever moment."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Desk, sentences
from tests.faults.conftest import DeskIn
from tests.faults.places import PAGE, Stick
from tests.storage.small import Laptops

CODE = "KLEIN-2-TWE-01"
WRITES = {
    "edit": ("edit", CODE, "title=" + "heel lang " * 400),
    "note": ("note", CODE, "een aantekening " * 400),
    "add": ("add", "regions", "name=Nieuw", "short=NIE"),
    "delete": ("delete", CODE),
    "import": ("import", "{elsewhere}/van-bob.json"),
}
FILES = {
    "export": ("export", "{stick}/uit.json"),
    "export packed": ("export", "{stick}/uit.json.gz"),
    "export --profile public": ("export", "{stick}/uit.json", "--profile", "public"),
    "backup": ("backup", "{stick}/uit.db"),
    "list -o": ("list", "agreements", "-o", "{stick}/uit.txt"),
}
NEW = ("new", "{stick}/uit.db")
STEP = 1 if os.environ.get("ARRANGEMENT_FAULTS") == "all" else 3  # pages
By = pytest.mark.parametrize


@pytest.fixture
def elsewhere(laptops: Laptops, tmp_path: Path) -> Path:
    """A folder with a file of someone who wrote a lot."""
    folder = tmp_path / "elders"
    folder.mkdir()
    bob = laptops.store("bob")
    for n in range(20):
        bob.add("organisations", {"name": f"Organisatie {n} " * 50})
    bob.snapshots.export(folder / "van-bob.json")
    return folder


def typed(words: tuple[str, ...], stick: Stick, elsewhere: Path) -> list[str]:
    return [word.format(stick=stick.path, elsewhere=elsewhere) for word in words]


def at_every_room(stick: Stick, attempt: Callable[[], bool]) -> int:
    """Try with room for no page, for some, for more…, until it is enough; says for how many."""
    for pages in range(0, stick.free // PAGE, STEP):
        stick.fill(leaving=pages * PAGE)
        if attempt():
            return pages
    raise AssertionError("never enough room")


@By("words", WRITES.values(), ids=WRITES)
def test_a_full_disk_leaves_the_file_as_it_was(
    desk_in: DeskIn, small_stick: Stick, elsewhere: Path, words: tuple[str, ...]
) -> None:
    desk = desk_in(small_stick.path)
    before = desk.db.read_bytes()
    told: list[str] = []

    def attempt() -> bool:
        result = desk.attempt(*typed(words, small_stick, elsewhere))
        if result.exit_code in (0, 3):
            told.append(result.stderr)
            return True
        assert_full(result.stderr)
        assert desk.db.read_bytes() == before
        assert not desk.db.with_name("klein.db-journal").exists()
        return False

    assert at_every_room(small_stick, attempt) > 1
    assert desk.db.read_bytes() != before
    desk.run("check")
    assert any("reservekopie" in line and "schijf is vol" in line for line in told)


@By("there", [None, b"wat er al stond"], ids=["new", "over another"])
@By("words", FILES.values(), ids=FILES)
def test_a_full_disk_gets_no_half_file(
    desk_in: DeskIn,
    small_stick: Stick,
    tmp_path: Path,
    words: tuple[str, ...],
    there: bytes | None,
) -> None:
    desk = desk_in(tmp_path)
    (file,) = (Path(one) for one in typed(words, small_stick, tmp_path) if "/uit." in one)
    if there is not None:
        file.write_bytes(there)
        words = (*words, "--force")

    until_it_fits(desk, words, small_stick, {} if there is None else {file.name: there})


def test_a_full_disk_gets_no_half_arrangement(
    desk_in: DeskIn, small_stick: Stick, tmp_path: Path
) -> None:
    until_it_fits(desk_in(tmp_path), NEW, small_stick, {})


def until_it_fits(
    desk: Desk, words: tuple[str, ...], stick: Stick, there: dict[str, bytes]
) -> None:
    """As long as it does not, what is on the stick stays as it is."""

    def attempt() -> bool:
        result = desk.attempt(*typed(words, stick, stick.path))
        if result.exit_code == 0:
            return True
        assert_full(result.stderr)
        left = {one.name: one.read_bytes() for one in stick.path.iterdir()}
        del left["vakantie.mp4"]
        assert left == there
        return False

    assert at_every_room(stick, attempt) > 0


def test_a_full_home_leaves_the_file_as_it_was(
    desk_in: DeskIn, small_stick: Stick, elsewhere: Path, tmp_path: Path
) -> None:
    """Which device this is cannot be remembered: then nothing is written in its name."""
    desk = desk_in(tmp_path)
    desk.config = small_stick.path / "config"
    before = desk.db.read_bytes()
    small_stick.fill(leaving=0)
    for name in ("edit", "note", "add", "delete"):
        assert_full(desk.refused(*WRITES[name]))
    assert desk.db.read_bytes() == before
    desk.run(*typed(WRITES["import"], small_stick, elsewhere))


@By("words", [*WRITES.values(), *FILES.values(), NEW], ids=[*WRITES, *FILES, "new"])
def test_a_write_protected_stick_is_told_and_read(
    desk_in: DeskIn, small_stick: Stick, elsewhere: Path, words: tuple[str, ...]
) -> None:
    desk = desk_in(small_stick.path)
    (small_stick.path / "in.json").write_bytes((elsewhere / "van-bob.json").read_bytes())
    small_stick.protect()
    before = desk.db.read_bytes()
    told = desk.refused(*typed(words, small_stick, elsewhere))
    assert "alleen" in told
    assert "gelezen worden" in told
    assert desk.db.read_bytes() == before
    assert sorted(one.name for one in small_stick.path.iterdir()) == ["in.json", "klein.db"]


def test_a_write_protected_file_can_be_read_in_every_way(
    desk_in: DeskIn, small_stick: Stick, elsewhere: Path
) -> None:
    desk = desk_in(small_stick.path)
    other = desk_in(elsewhere)
    desk.run("export", small_stick.path / "in.json")
    small_stick.protect()
    for words in (("show", CODE), ("list", "agreements"), ("search", "vhto"), ("history",),
                  ("check",), ("problems",), ("conflicts",), ("export", elsewhere / "uit.json"),
                  ("diff", small_stick.path / "in.json")):  # fmt: skip
        desk.run(*words)
    other.run("import", small_stick.path / "in.json")


def assert_full(told: str) -> None:
    assert "schijf is vol" in told
    assert len(sentences(told)) == 1
