"""A spoilt file, a folder that is copied, changes that nobody else has: what the screen says."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from storage.backups.daily_copies import folder_of
from storage.errors import Refused
from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tests.tui.test_snapshots import SIZES, looks
from tui.app import ArrangementApp
from tui.screens.trouble.caution_screen import CautionScreen
from tui.screens.trouble.screen import TroubleScreen

On = Callable[[str], None]


@pytest.fixture
def three(db: Path, on: On, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with copies of three days, named without the folder it is in; two days later."""
    monkeypatch.chdir(db.parent)
    short = Path(db.name)
    for day in (1, 2, 3):
        on(f"2026-07-0{day}")
        with closing(Store.open(short)) as store:
            store.edit(VHTO, {"title": f"VHTO: dag {day}"})
    on("2026-07-05")
    return short


def spoil(path: Path) -> None:
    """Overwrite all but the first page."""
    with path.open("rb+") as file:
        file.seek(4096)
        file.write(b"\xa5" * (path.stat().st_size - 4096))


async def found(screen: Driver) -> TroubleScreen:
    """The screen about a spoilt file, once it has looked for a copy."""
    await screen.until(lambda: isinstance(screen.app.screen, TroubleScreen))
    trouble = screen.app.screen
    assert isinstance(trouble, TroubleScreen)
    await screen.until(lambda: not trouble.busy)
    return trouble


@pytest.mark.parametrize("size", SIZES)
async def test_a_spoilt_file_and_the_newest_copy(three: Path, size: tuple[int, int]) -> None:
    spoil(three)
    async with driven(three, size) as screen:
        await found(screen)
        await looks(screen, f"trouble-{size[0]}x{size[1]}")


async def test_a_spoilt_file_without_a_copy(db: Path) -> None:
    spoil(db)
    async with driven(db) as screen:
        await found(screen)
        assert "Er is geen reservekopie die opengaat." in screen.text
        assert "zet reservekopie terug" not in screen.lines[-1]
        await screen.press("t")
        assert screen.text.lower().count("er is geen reservekopie die opengaat") == 2
        assert not [*db.parent.glob("*vervangen*")]


async def test_a_copy_is_taken_after_asking_and_the_damaged_file_stays(three: Path) -> None:
    (folder_of(three) / "arrangement-2026-07-03.db").write_bytes(b"")
    spoil(three)
    damaged = three.read_bytes()
    async with driven(three) as screen:
        await found(screen)
        assert "van 2 juli 2026 (3 dagen oud)" in screen.text
        await screen.press("t")
        assert "Zeker weten?" in screen.text
        assert three.read_bytes() == damaged
        assert not [*three.parent.glob("*vervangen*")]
        await screen.press("t")
        await screen.until(lambda: screen.main.ready and len(screen.app.screen_stack) == 1)
        assert "✓ Verder met de reservekopie van 2 juli" in screen.text
        (kept,) = three.parent.glob("arrangement-vervangen-*.db")
        assert kept.read_bytes() == damaged
        screen.main.go_to(VHTO)
        await screen.press("0")
        assert "0 VHTO: dag 1" in screen.text
        await screen.press("s", "down", "enter")
        assert "u draait terug" in screen.text
        await screen.press("u")
        assert "Teruggedraaid: status" in screen.text
        await screen.press("h")
        assert "Geschiedenis" in screen.text
        await screen.press("escape", "q")
    with closing(Store.open(three)) as store:
        assert store.check() == []


async def test_a_file_that_is_spoilt_while_it_is_open(three: Path) -> None:
    async with driven(three) as screen:
        await screen.press("slash")
        await screen.type("vhto")
        await screen.press("escape", "e")
        await screen.press("escape", "h", "escape", "h")
        spoil(three)
        screen.main.store.connection.execute("PRAGMA shrink_memory")
        with closing(sqlite3.connect(three)) as other:  # what was read stays until another writes
            other.execute("PRAGMA user_version = 3")
        await screen.until(lambda: isinstance(screen.app.screen, TroubleScreen))
        await found(screen)
        assert "Het bestand is beschadigd." in screen.text
        assert "van 3 juli 2026 (2 dagen oud)" in screen.text
        assert screen.app.store is None
        await screen.press("t", "t")
        await screen.until(lambda: screen.main.ready)
        screen.main.go_to(VHTO)
        await screen.press("a")
        await screen.type("gebeld")
        await screen.press("enter")
        assert "Aantekening bij TWE-04 bewaard" in screen.text


async def test_a_file_that_is_spoilt_where_it_is_read_is_not_kept_open(
    three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows renames no file that is open."""
    opened: list[Store] = []

    def spoilt(store: Store) -> None:
        opened.append(store)
        raise Refused("damaged", path=three)

    monkeypatch.setattr(Store, "totals", spoilt)
    async with driven(three) as screen:
        await found(screen)
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            opened[0].version()


async def test_a_refusal_while_writing_opens_it_too(three: Path) -> None:
    async with driven(three) as screen:

        def refuse(*_: object) -> None:
            raise Refused("damaged", path=three)

        screen.main.store.apply = refuse  # type: ignore[assignment]
        await screen.press("d")
        await found(screen)
        assert len(screen.app.screen_stack) == 2


async def test_a_copy_that_cannot_be_put_there_is_told_and_can_be_tried_again(
    three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(three)
    damaged = three.read_bytes()
    move = Path.replace

    def open_elsewhere(*_: object) -> None:
        error = PermissionError(13, "Access is denied")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr("time.sleep", lambda _: None)
    monkeypatch.setattr(Path, "replace", open_elsewhere)
    async with driven(three) as screen:
        trouble = await found(screen)
        await screen.press("t", "t")
        await screen.until(lambda: not trouble.busy)
        assert "is open in een ander programma" in screen.text
        assert three.read_bytes() == damaged
        monkeypatch.setattr(Path, "replace", move)
        await screen.press("t")
        await screen.until(lambda: screen.main.ready)


async def test_a_busy_file_can_be_tried_again(db: Path) -> None:
    other = sqlite3.connect(db, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    async with driven(db) as screen:
        await found(screen)
        assert "r probeer opnieuw" in screen.lines[-1]
        other.execute("ROLLBACK")
        other.close()
        await screen.press("r")
        await screen.until(lambda: screen.main.ready)
        assert "3 Open" in screen.text


async def test_a_stick_that_is_put_in_later(db: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"

    def fill() -> None:
        if not stick.is_dir():
            raise Refused("no_folder", path=stick)
        if not (stick / "x.db").exists():
            shutil.copy(db, stick / "x.db")

    app = ArrangementApp(stick / "x.db", fill=fill)
    async with app.run_test(size=(80, 24)):
        screen = Driver(app)
        await found(screen)
        assert "bestaat niet." in screen.text
        assert "reservekopie" not in screen.text
        stick.mkdir()
        await screen.press("r")
        await screen.until(lambda: screen.main.ready)


@pytest.fixture
def copied(db: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in a folder of Dropbox."""
    folder = db.parent / "Dropbox"
    folder.mkdir()
    monkeypatch.chdir(db.parent)
    return Path(shutil.copy(db, Path("Dropbox", "oost.db")))


@pytest.mark.parametrize("size", SIZES)
async def test_a_folder_that_is_copied(copied: Path, size: tuple[int, int]) -> None:
    async with driven(copied, size) as screen:
        await screen.until(lambda: isinstance(screen.app.screen, CautionScreen))
        await looks(screen, f"caution-{size[0]}x{size[1]}")
        await screen.press("enter")
        assert "3 Open" in screen.text


async def test_it_is_told_once_for_each_file(copied: Path) -> None:
    for expected in (2, 1):
        async with driven(copied) as screen:
            await screen.app.workers.wait_for_complete()
            await screen.pilot.pause()
            assert len(screen.app.screen_stack) == expected


@pytest.fixture
def long_ago(db: Path) -> Path:
    """A file with a change of three weeks ago."""
    with closing(Store.open(db)) as store:
        store.edit(VHTO, {"title": "VHTO: lang geleden"})
        store.connection.execute(
            "UPDATE acts SET arrived = strftime('%Y-%m-%dT12:00:00.000Z', 'now', '-23 days')"
            " WHERE device = ?", (store.device,)
        )  # fmt: skip
    return db


async def test_changes_that_nobody_else_has(long_ago: Path, tmp_path: Path) -> None:
    async with driven(long_ago, (120, 40)) as screen:
        assert "△ 23 dagen niet geëxporteerd" in screen.lines[0]
        assert "Al 23 dagen staan wijzigingen alleen op deze laptop   x exp" in screen.text
        await screen.press("x")
        screen.main.form.query_one("LineInput").value = str(tmp_path / "uit.json")  # type: ignore[union-attr]
        await screen.press("enter")
        await screen.until(lambda: (tmp_path / "uit.json").exists() and not screen.main.busy)
        assert "niet geëxporteerd" not in screen.text
    async with driven(long_ago) as screen:
        assert "laptop" not in screen.text


async def test_where_the_header_has_no_room_the_opening_says_it(long_ago: Path) -> None:
    async with driven(long_ago) as screen:
        assert "geëxporteerd" not in screen.lines[0]
        assert "△ Al 23 dagen staan wijzigingen alleen op deze laptop   x exporteert" in screen.text


async def test_a_copy_of_today_that_fails_is_told_after_the_change(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.widgets.toast.SECONDS", 1.5)
    folder_of(db).write_text("een bestand waar de map hoort")
    async with driven(db) as screen:
        await screen.press("d")
        assert "verwijderd" in screen.text
        told = "Geen reservekopie van vandaag: de map ernaast is niet beschrijfbaar"
        await screen.until(lambda: told in screen.text)
        await screen.until(lambda: "Geen reservekopie" not in screen.text)
        await screen.press("u")
        await screen.until(lambda: not screen.main.toasting)
        screen.app.look()
        assert "Geen reservekopie" not in screen.text  # once a day
    assert os.path.isfile(folder_of(db))
