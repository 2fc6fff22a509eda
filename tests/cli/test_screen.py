"""Without a command: the screen, on a file that is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Desk
from tui.app import ArrangementApp


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[ArrangementApp]:
    """The apps that were started, without a terminal."""
    started: list[ArrangementApp] = []

    def run(app: ArrangementApp) -> None:
        started.append(app)

    monkeypatch.setattr(ArrangementApp, "run", run)
    monkeypatch.setattr("tui.cli.group.at_terminal", lambda: True)
    return started


def test_without_a_terminal_it_says_so_and_makes_nothing(desk: Desk) -> None:
    desk.db = desk.db.with_name("nieuw.db")
    assert "geen terminal" in desk.refused()
    assert not desk.db.exists()


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("missing", ["stdin", "stdout", "stderr", "TERM"])
def test_each_of_what_a_screen_needs(desk: Desk, missing: str) -> None:
    """Keys come in by one, the screen is drawn on the others."""
    import pty

    inner, outer = pty.openpty()
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), outer)
    if missing in streams:
        streams[missing] = subprocess.PIPE
    term = "dumb" if missing == "TERM" else "xterm-256color"
    ran = subprocess.Popen(
        [sys.executable, "-m", "tui", "--db", desk.db],
        env={**os.environ, "TERM": term}, cwd=Path(__file__).parents[2], **streams,
    )  # fmt: skip
    try:
        assert ran.wait(60) == 1
    finally:
        ran.kill()
        ran.communicate()
        os.close(inner)
        os.close(outer)


def test_the_screen_opens_on_the_file(desk: Desk, opened: list[ArrangementApp]) -> None:
    desk.run()
    assert [app.path for app in opened] == [desk.db]


def test_a_new_file_is_filled_first(desk: Desk, opened: list[ArrangementApp]) -> None:
    desk.db = desk.db.with_name("nieuw.db")
    assert "nieuw.db" in desk.run("--lang", "en").stderr
    assert desk.db.is_file()
    assert len(opened) == 1


def test_a_file_that_cannot_be_made_is_told_on_the_screen(
    desk: Desk, opened: list[ArrangementApp]
) -> None:
    desk.db = desk.db.parent / "nergens" / "x.db"
    assert desk.run().output == ""
    assert [app.path for app in opened] == [desk.db]
