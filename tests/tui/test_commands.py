"""One class per command: keys, help, palette and key table cannot disagree."""

import re
from pathlib import Path

import pytest

from tests.tui.driving import driven
from tui.commands.command import Command
from tui.locale import known, use
from tui.screens.key_table import PAGES, key_page
from tui.screens.main import MainScreen
from tui.screens.main.footers import FOOTERS
from tui.screens.main.saved_commands import ReadyCommand
from tui.screens.palette.ranking import ranked
from tui.screens.registry import SCREENS
from tui.widgets.row_list import RowList

ALL = [(name, command) for name, commands in SCREENS for command in commands]


@pytest.mark.parametrize(("name", "command"), ALL)
def test_every_command_has_its_words(name: str, command: type[Command]) -> None:
    word, title = (
        command.word_key or f"command.{command.id}", command.title_key or f"title.{command.id}"
    )  # fmt: skip
    assert known(word) or command.id.startswith("take_") or isinstance(command, ReadyCommand)
    assert known(title) or known(word) or command.word()
    assert known(f"group.{command.group}")


def test_the_footers_name_commands_that_are_there() -> None:
    there = {command.id for command in MainScreen.DOES}
    assert {name for names in FOOTERS.values() for name in names} <= there


@pytest.mark.parametrize("lang", PAGES)
def test_the_key_tables_are_up_to_date(lang: str) -> None:
    assert PAGES[lang].read_text(encoding="utf-8") == "\n".join(key_page(lang)) + "\n"


def sections(name: str) -> dict[str, list[str]]:
    """The rows of each table of keys in a page of the docs, by its heading."""
    text = PAGES["nl"].with_name(name).read_text(encoding="utf-8")
    parts = (part.partition("\n") for part in text.split("\n## ")[1:])
    return {
        title: [line for line in rest.splitlines() if line.startswith("| `")]
        for title, _, rest in parts
    }


def test_the_card_of_a_meeting_has_the_keys_that_are_its_own() -> None:
    card, every = sections("overleg-kaart.md"), sections("toetsen.md")
    others = {row for title, rows in every.items() if title not in card for row in rows}
    assert card == {title: [row for row in every[title] if row not in others] for title in card}
    assert len(card) == 6


async def test_help_shows_every_key_of_the_screen(db: Path) -> None:
    async with driven(db, (100, 140)) as screen:
        await screen.press("question_mark")
        for command in MainScreen.DOES:
            assert not command.keys or command.title() in screen.text
        assert "◐" in screen.line_with("in uitvoering")
        await screen.press("escape")
        assert "Regio's" in screen.text


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
        assert screen.app.screen.query_one(RowList).key is None


async def test_a_click_on_the_footer_does_it(db: Path) -> None:
    async with driven(db) as screen:
        place = screen.lines[23].index("zoek")
        await screen.pilot.click(offset=(place, 23))
        await screen.pilot.pause()
        assert "Typ om te zoeken." in screen.text


@pytest.mark.parametrize("lang", PAGES)
@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("exprt", "export"), ("csv", "export"), ("undo", "undo"), ("wijzig status", "status"),
        ("change status", "status"), ("ongedaan maken", "undo"), ("notitie", "note"),
        ("verwijderen", "delete"), ("delete", "delete"), ("wissen", "delete"), ("taal", "settings"),
        ("donker", "settings"), ("afsluiten", "quit"), ("zoeken", "search"), ("deadline", "term"),
        ("stoplicht", "signal"), ("afdrukken", "copy_to_file"), ("inlezen", "import"),
        ("samenvoegen", "join"), ("agenda overleg nieuw", "add_meetings"), ("gisteren", "past"),
        ("conflcten", "conflicts"), ("logboek", "pane_5"), ("stats", "status"),
        ("tijdreis", "past"),
        ("verantwoordelijke", "lead"), ("help", "help"), ("handleiding", "help"),
    ],
)  # fmt: skip
def test_the_palette_knows_other_words_for_the_same(lang: str, typed: str, command: str) -> None:
    use(lang)
    found = ranked(MainScreen.DOES, typed)
    assert [one.command.id for one in found][:1] == [command]


@pytest.mark.parametrize("command", [one for one in MainScreen.DOES if one.shown_keys()])
def test_the_palette_finds_by_key(command: type[Command]) -> None:
    for key in command.shown_keys():
        assert ranked(MainScreen.DOES, key)[0].command is command


@pytest.mark.parametrize("lang", PAGES)
def test_the_palette_finds_what_it_shows(lang: str) -> None:
    use(lang)
    for command in MainScreen.DOES:
        assert ranked(MainScreen.DOES, command.title())[0].command.title() == command.title()
        assert command in [one.command for one in ranked(MainScreen.DOES, command.word())]


def test_the_palette_finds_little_of_what_is_not_meant() -> None:
    for typed in ("exprt", "csv", "undo", "wijzig status", "stoplicht"):
        assert len(ranked(MainScreen.DOES, typed)) <= 6, typed
    assert ranked(MainScreen.DOES, "zzz") == []
    assert len(ranked(MainScreen.DOES, "")) == len(MainScreen.DOES)
    assert ranked(MainScreen.DOES, "e" * 50_000) == []


async def test_the_palette_says_by_which_word_it_found(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("f2")
        await screen.type("csv")
        assert "csv" in screen.line_with("Exporteer naar een bestand")
        await screen.press("enter")
        assert screen.main.form is not None


async def test_the_palette_leads_to_the_page_of_the_arrangement(db: Path) -> None:
    async with driven(db, (100, 30)) as screen:
        store = screen.main.store
        record = f"arrangement/{store.arrangement}"
        if not store.totals().title:
            store.edit(record, {"title": "Klein arrangement"})
        await screen.press("f2")
        await screen.type("arrangement")
        assert screen.line_with("Bladzijde van het arrangement")
        await screen.type(" bladzijde")
        await screen.press("enter")
        await screen.pilot.pause()
        assert screen.main.browser.pages.record == record
        assert screen.main.state.pane == 0
        await screen.press("e")
        assert screen.main.form is not None
