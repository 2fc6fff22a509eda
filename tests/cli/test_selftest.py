"""What the self-test finds of a laptop, on the command line and on the screen."""

import os
import subprocess
import sys
import sysconfig
import tempfile
from collections import namedtuple
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Desk
from tests.tui.driving import driven
from tui.screens.selftest.screen import SelftestScreen

BLOCKED = """
import sys
from importlib.abc import MetaPathFinder
class Blocks(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == "pydantic_core._pydantic_core":
            raise ImportError("DLL load failed: blocked by your administrator")
sys.meta_path.insert(0, Blocks())
from tui.__main__ import main
main()
"""
Usage = namedtuple("Usage", "total used free")


def wrong(found: Any) -> list[str]:
    """The parts and values that are no good."""
    return [f"{part}: {one['value']}" for part in found for one in found[part] if one["wrong"]]


def test_all_is_well_and_nothing_of_the_agreements_is_told(desk: Desk) -> None:
    desk.run("note", "OOST-2-TWE-04", "heel persoonlijk")
    text = desk.run("selftest").stdout
    assert "Alles is in orde." in text
    assert f"_pydantic_core{sysconfig.get_config_var('EXT_SUFFIX')}" in text
    assert "gaat open" in text
    for own in ("persoonlijk", "VHTO", "TWE-04"):
        assert own not in text


def test_the_home_of_who_works_here_is_not_named(desk: Desk, home: Path) -> None:
    desk.db = home / "data" / "x.db"
    text = desk.run("selftest").stdout
    assert str(home) not in text
    assert "~/data/x.db is er nog niet" in text
    assert not desk.db.exists()  # looking makes no file


def test_as_a_file_for_the_help_desk(desk: Desk, tmp_path: Path) -> None:
    desk.run("selftest", "-o", tmp_path / "zelftest.txt")
    assert (tmp_path / "zelftest.txt").read_text("utf-8").startswith("Zelftest van Arrangement")
    assert "+--" not in desk.run("--plain", "selftest").stdout


def test_a_module_that_is_blocked_is_named(desk: Desk) -> None:
    """Nothing else of the app needs it, so that it can still be told."""
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED, "--db", str(desk.db), "selftest"],
        capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 3, done.stderr
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("!"))
    assert line.startswith("! laadt niet     pydantic_core/_pydantic_core.")
    assert "blocked by your administrator" in line


@pytest.mark.parametrize("what", ["damaged", "full", "read-only", "no search"])
def test_what_is_wrong_is_told_and_exits_3(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    said = {"damaged": "gaat niet open", "no search": "ontbreekt: FTS5", "full": "9,0 MB vrij",
            "read-only": "schrijven lukt niet: "}  # fmt: skip
    if what == "damaged":
        desk.db.write_bytes(b"\xff" * 9000)
    elif what == "full":
        monkeypatch.setattr("shutil.disk_usage", lambda _: Usage(1, 1, 9_000_000))
    elif what == "no search":
        monkeypatch.setattr("storage.tables.features.NEEDS", {"FTS5": "SELECT nothing"})
    else:

        def refused(**_: object) -> None:
            raise OSError(30, os.strerror(30))

        monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    found = desk.json("selftest", code=3)
    assert all(said[what] in one for one in wrong(found))
    assert wrong(found)


async def test_on_the_screen_it_is_read_and_handed_on(desk: Desk, home: Path) -> None:
    (home / "Downloads").mkdir()
    async with driven(desk.db) as screen:
        await screen.press("f2")
        await screen.type("zelftest")
        await screen.press("enter")
        page = screen.app.screen
        assert isinstance(page, SelftestScreen)
        await screen.until(lambda: page.found)
        assert "Alles is in orde." in screen.text
        await screen.press("y")
        assert screen.app.clipboard == page.shown_text()
        await screen.press("Y")
        (kept,) = (home / "Downloads").glob("Zelftest*.txt")
        assert kept.read_text("utf-8").replace(os.linesep, "\n") == page.shown_text()
        await screen.press("escape")
        assert screen.app.screen is screen.main


async def test_a_file_that_does_not_open_is_no_hindrance(desk: Desk) -> None:
    desk.db.write_bytes(b"\xff" * 9000)
    async with driven(desk.db) as screen:
        await screen.press("f2")
        await screen.type("zelftest")
        await screen.press("enter")
        await screen.until(lambda: getattr(screen.app.screen, "found", None))
        assert "1 ding is niet in orde" in screen.text
