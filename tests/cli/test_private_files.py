"""What is a user's own only that user reads; what is for others follows the umask."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Desk
from tui.user import crash, settings, state

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows gives what the folder has")


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    """A new file may be read by all, as most systems have it."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def modes(folder: Path, pattern: str = "*") -> set[int]:
    return {stat.S_IMODE(one.stat().st_mode) for one in folder.rglob(pattern) if one.is_file()}


def test_the_file_its_copies_and_who_writes(desk: Desk, tmp_path: Path) -> None:
    desk.db = tmp_path / "own" / "x.db"
    desk.db.parent.mkdir()
    desk.run("note", "TWE-04", "van ons", "--own")
    desk.run("backup", tmp_path / "own" / "kopie.db")
    desk.run("sync", tmp_path, "--profile", "internal")
    assert len(list(desk.db.parent.rglob("*.db"))) == 3  # with the copy of today
    assert modes(desk.db.parent) == {0o600}
    assert modes(desk.config) == {0o600}


def test_going_back_to_a_copy_opens_it_to_nobody(desk: Desk, tmp_path: Path) -> None:
    desk.run("backup", tmp_path / "kopie.db")
    (tmp_path / "kopie.db").chmod(0o644)
    desk.db.unlink()
    desk.run("restore-backup", tmp_path / "kopie.db")
    assert stat.S_IMODE(desk.db.stat().st_mode) == 0o600


def test_what_the_screen_keeps(home: Path) -> None:
    settings.save(settings.Settings())
    state.save(home / "x.db", state.ScreenState())
    crash.Crashed(ValueError("x"))
    assert len([one for one in home.rglob("*") if one.is_file()]) >= 3
    assert modes(home) == {0o600}


def test_what_is_handed_on_can_be_read_by_others(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "samen").mkdir()
    desk.run("export", tmp_path / "samen" / "uit.json")
    desk.run("sync", tmp_path / "samen")
    assert modes(tmp_path / "samen") == {0o644}
