"""One class per command: keys, help, palette and key table cannot disagree."""

import re
from pathlib import Path

import pytest

from tests.tui.driving import driven
from tui.commands.base import Command
from tui.commands.screens import SCREENS
from tui.commands.table import PAGES, page
from tui.locale import known
from tui.screens.main import FOOTERS, MainScreen
from tui.widgets.rows import Rows

ALL = [(name, command) for name, commands in SCREENS for command in commands]


@pytest.mark.parametrize(("name", "command"), ALL)
def test_every_command_has_its_words(name: str, command: type[Command]) -> None:
    assert known(f"command.{command.id}") or command.id.startswith("take_")
    assert known(f"title.{command.id}") or known(f"command.{command.id}") or command.word()
    assert known(f"group.{command.group}")


def test_the_footers_name_commands_that_are_there() -> None:
    there = {command.id for command in MainScreen.DOES}
    assert {name for names in FOOTERS.values() for name in names} <= there


@pytest.mark.parametrize("lang", PAGES)
def test_the_key_tables_are_up_to_date(lang: str) -> None:
    assert PAGES[lang].read_text(encoding="utf-8") == "\n".join(page(lang)) + "\n"


async def test_help_shows_every_key_of_the_screen(db: Path) -> None:
    async with driven(db, (100, 120)) as screen:
        await screen.press("question_mark")
        for command in MainScreen.DOES:
            assert not command.keys or command.title() in screen.text
        assert "◐" in screen.line_with("in uitvoering")
        await screen.press("escape")
        assert "Regio’s" in screen.text


async def test_the_palette_finds_and_does(db: Path) -> None:
    async with driven(db, (100, 30)) as screen:
        await screen.press("f2")
        assert re.search(r"\d+ van \d+", screen.text)
        await screen.type("status")
        await screen.press("enter")
        await screen.pilot.pause()
        assert screen.main.form is not None
        assert "s Status van" in screen.text


async def test_the_palette_says_why_something_cannot_be_done(db: Path) -> None:
    async with driven(db, (100, 30)) as screen:
        await screen.press("ctrl+p")
        await screen.type("conflicten")
        assert "er zijn geen conflicten" in screen.line_with("Conflicten oplossen")
        await screen.press("escape", "f2")
        await screen.type("zzz")
        assert "Geen opdracht met “zzz”." in screen.text
        assert screen.app.screen.query_one(Rows).key is None


async def test_a_click_on_the_footer_does_it(db: Path) -> None:
    async with driven(db) as screen:
        place = screen.lines[23].index("zoek")
        await screen.pilot.click(offset=(place, 23))
        await screen.pilot.pause()
        assert "Typ om te zoeken." in screen.text
