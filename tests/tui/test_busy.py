"""A file that another program holds: told, and shown again as soon as it is free."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from storage.store import Store
from storage.tables import database
from tests.tui.driving import VHTO, driven
from tui.widgets.toast import Toast


@contextmanager
def held(db: Path) -> Iterator[None]:
    """Another program writes, and lets nobody read."""
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


async def test_reading_a_held_file_is_told_and_made_up_for(db: Path) -> None:
    async with driven(db) as screen:
        assert screen.main.browser.pages.agreement is not None
        before = screen.main.browser.pages.agreement.row.id
        with held(db):
            await screen.press("down")
            assert "Het bestand is bezet" in screen.text
            assert screen.main.browser.pages.agreement.row.id == before
            await screen.press("slash", "v")
            assert "Het bestand is bezet" in screen.text
            await screen.press("escape")
        await screen.until(lambda: "Het bestand is weer vrij" in screen.text)
        assert (
            screen.main.browser.pages.agreement.row.id == screen.main.panes.lists[3].key != before
        )


async def test_a_form_keeps_what_was_typed_while_the_file_is_held(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE_MS", 20)
    async with driven(db) as screen:
        await screen.press("a")
        await screen.type("eerste gesprek")
        with held(db):
            await screen.press("enter")
            assert "eerste gesprek" in screen.text
            assert "bezet" in screen.text
        await screen.press("enter")
        assert "Aantekening bij" in screen.text


async def test_another_writes_while_a_screen_is_on_its_way(db: Path) -> None:
    async with driven(db) as screen:
        with closing(Store.open(db, "Ander")) as other:
            other.edit(VHTO, {"title": "VHTO: van een ander"})
        screen.main.action_do("parties")  # nothing stands on it yet
        screen.app.look()
        await screen.until(lambda: "er is elders gewijzigd" in screen.text)
        assert screen.app.crashed is None
        await screen.press("escape")
        await screen.until(lambda: "van een ander" in screen.text)


async def test_a_look_at_a_held_file_ends_nothing(db: Path) -> None:
    async with driven(db) as screen:
        screen.app.arrived()  # others' changes came in, so that clones are looked for
        screen.main.query_one(Toast).hide()
        with held(db):
            screen.app.look()
            assert screen.app.writes.clones_due
        await screen.until(lambda: not screen.app.writes.clones_due)
