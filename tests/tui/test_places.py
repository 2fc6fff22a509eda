"""Where you were; and files that do not open."""

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from storage.errors import Refused
from tests.tui.driving import VHTO, driven
from tui.user import state


async def test_the_app_reopens_where_it_was_left(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("1", "end", "enter", "t", "t")
        screen.main.go_to(VHTO)
        await screen.press("0", "q")
    async with driven(db) as screen:
        assert "3 Alles  Twente ✕" in screen.text
        assert screen.main.panes.lists[3].key == VHTO
        assert screen.main.state.pane == 0
        assert "▌0 VHTO" in screen.text


async def test_reading_writes_nothing_to_the_file(db: Path) -> None:
    before = db.read_bytes()
    async with driven(db) as screen:
        await screen.press("1", "end", "enter", "slash")
        await screen.type("vhto")
        await screen.press("enter", "h", "escape", "t", "q")
    assert db.read_bytes() == before


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"pane": 9}', '{"view": "x"}', '{"region": 5}', "null", "[" * 9000]
)
def test_habits_that_cannot_be_read_are_the_first_ones(db: Path, text: str) -> None:
    place = state.place_of(db)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text)
    assert state.load(db) == state.ScreenState()


async def test_habits_that_point_at_nothing_do_no_harm(db: Path) -> None:
    gone = state.ScreenState(
        pane=2, region="weg", programme="ook", view="all", agreement="agreements/x"
    )
    state.save(db, gone)
    async with driven(db) as screen:
        await screen.press("backspace", "backspace")
        assert "/6" in screen.text


def locked(db: Path) -> None:
    """Somebody else holds the whole file."""
    connection = sqlite3.connect(db, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    _HELD.append(connection)


_HELD: list[sqlite3.Connection] = []


def damaged(db: Path) -> None:
    db.write_bytes(b"SQLite format 3\x00" + os.urandom(8000))


def foreign(db: Path) -> None:
    db.unlink()
    with sqlite3.connect(db) as connection:
        connection.execute("CREATE TABLE x (y)")


def no_database(db: Path) -> None:
    db.write_text("hallo " * 1000)


def gone_folder(db: Path) -> None:
    db.unlink()
    db.parent.joinpath("home", "config").mkdir(exist_ok=True)


@pytest.mark.parametrize("spoil", [damaged, foreign, no_database, gone_folder, locked])
async def test_a_file_that_does_not_open_is_told(
    db: Path, spoil: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(spoil)
    spoil(db)
    before = db.read_bytes() if db.exists() else None
    async with driven(db) as screen:
        assert "Het bestand gaat niet open" in screen.text
        assert "Er is niets veranderd." in screen.text
        assert "Dat kan niet" not in screen.text
        await screen.press("s", "slash", "escape", "q")
    _HELD.clear()
    assert (db.read_bytes() if db.exists() else None) == before


async def test_a_refused_write_is_told_and_changes_nothing(db: Path) -> None:
    async with driven(db) as screen:

        def refuse(*_: object) -> None:
            raise Refused("locked")

        screen.main.store.apply = refuse  # type: ignore[assignment]
        await screen.press("d")
        assert "Het bestand is bezet" in screen.text
        assert screen.app.is_running
    assert stat.S_ISREG(db.stat().st_mode)
