"""Without a command: the screen, on a file that is there."""

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
    return started


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
