"""Keys over all screens, and keys that a person chose."""

from pathlib import Path

import pytest

from tests.tui.driving import Driver, driven
from tests.tui.test_command_data import screens
from tui.commands import keymap
from tui.commands.command import Command
from tui.commands.common import PALETTE
from tui.screens.palette.screen import HIDDEN
from tui.screens.registry import SCREENS
from tui.screens.settings import remap
from tui.screens.settings.screen import SettingsScreen
from tui.user import settings
from tui.user.settings import Settings

ALL = [(name, command) for name, commands in SCREENS for command in commands]
Commands = tuple[Command, ...]


def test_every_screen_with_commands_is_known() -> None:
    there = {kind.DOES for kind in screens()}
    assert there == {commands for _, commands in SCREENS}


@pytest.mark.parametrize(("name", "commands"), SCREENS)
def test_no_key_does_two_things(name: str, commands: Commands) -> None:
    found = [key for command in commands for key in command.keys]
    assert len(found) == len(set(found))


@pytest.mark.parametrize(("name", "command"), ALL)
def test_no_key_that_terminals_take(name: str, command: Command) -> None:
    assert not keymap.TAKEN & set(command.keys)
    assert all(keymap.normal(key) == key and "alt" not in key for key in command.keys)


def test_a_command_has_the_same_keys_wherever_it_is() -> None:
    found = {(command.id, command.keys) for _, command in ALL}
    assert len({command for command, _ in found}) == len(found)


@pytest.mark.parametrize(("name", "commands"), SCREENS)
def test_every_command_can_be_done_without_single_letters(name: str, commands: Commands) -> None:
    for command in commands:
        reached = [key for key in command.keys if key not in keymap.CHARACTERS]
        assert reached or (PALETTE in commands and command.id not in HIDDEN), command.id


async def on_command(screen: Driver, title: str) -> None:
    """Go to the settings, and put the bar on the key of a command."""
    await screen.press("comma")
    rows = screen.app.screen.query_one("#settings")
    for _ in range(100):
        if title in next((line for line in screen.lines if line.startswith("▌")), ""):
            return
        await screen.press("down")
    raise AssertionError(f"{title} is not in {rows}")


async def test_another_key_by_pressing_it(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await on_command(screen, "Status veranderen")
        await screen.press("enter")
        assert "Druk de nieuwe toets voor “Status veranderen”." in screen.text
        await screen.press("f9")
        assert "zelf gekozen   F9" in screen.line_with("Status veranderen")
        await screen.press("escape")
        assert "F9 status" in screen.lines[-1]
        await screen.press("s")
        assert screen.main.form is None
        await screen.press("f9")
        assert screen.main.form is not None
        assert "Status van" in screen.words
        await screen.press("escape", "question_mark")
        assert "F9                Status veranderen" in screen.text
    assert settings.load().keys == {"status": ("f9",)}
    async with driven(db, (120, 40)) as screen:
        await screen.press("f2")
        assert (
            screen.line_with("Status veranderen").split("Status veranderen")[1].split()[0] == "F9"
        )


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("e", "△ e doet al: Wijzig alle gegevens"),
        ("tab", "△ Tab heeft u nodig om rond te lopen"),
        ("down", "△ ↓ heeft u nodig om rond te lopen"),
        ("ctrl+b", "△ ctrl+b wordt vaak door het venster zelf gebruikt"),
        ("f10", "△ F10 wordt vaak door het venster zelf gebruikt"),
        ("tilde", "△ ~ wordt vaak door het venster zelf gebruikt"),
    ],
)
async def test_a_key_that_cannot_be_had_says_why(db: Path, key: str, told: str) -> None:
    async with driven(db, (120, 40)) as screen:
        await on_command(screen, "Status veranderen")
        await screen.press("enter", key)
        assert told in screen.text
        await screen.press("escape")
        assert isinstance(screen.app.screen, SettingsScreen)
        assert screen.line_with("Status veranderen").split()[-1] == "s"


async def test_the_usual_key_again_and_no_key_at_all(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await on_command(screen, "Status veranderen")
        await screen.press("enter", "f9", "backspace")
        assert settings.load().keys == {}
        assert screen.line_with("Status veranderen").split()[-1] == "s"
        await screen.press("enter", "delete")
        assert settings.load().keys == {"status": ()}
        await screen.press("escape", "s")
        assert screen.main.form is None
        await screen.press("f2", *"status", "enter")
        await screen.pilot.pause()
        assert screen.main.form is not None


async def test_two_commands_can_change_places(db: Path) -> None:
    settings.save(Settings(keys={"status": ("e",), "edit": ("s",)}))
    async with driven(db) as screen:
        await screen.press("e")
        assert "e Status van" in screen.text
        await screen.press("escape", "s")
        assert "s Wijzig" in screen.text or "s Monitor" in screen.text


async def test_a_usual_key_that_another_has_now_does_not_come_back(db: Path) -> None:
    settings.save(Settings(keys={"status": ("e",), "edit": ("s",)}))
    async with driven(db, (120, 40)) as screen:
        await on_command(screen, "Status veranderen")
        await screen.press("backspace")
        assert "△ s doet al: Wijzig alle gegevens" in screen.text
    assert settings.load().keys == {"status": ("e",), "edit": ("s",)}


def test_keys_of_a_file_that_clash_are_refused() -> None:
    own = {"status": ("e",), "note": ("f9",), "flikker": ("x",)}
    found = remap.sound(Settings(keys=own), SCREENS)
    assert found.keys == {"note": ("f9",)}
    assert [problem.key for problem in found.problems] == ["remap_clash", "remap_unknown"]


async def test_without_single_letters_nothing_happens_by_them(db: Path) -> None:
    settings.save(Settings(letters=False))
    async with driven(db, (120, 40)) as screen:
        before = screen.text
        assert "F2 opdrachten" in screen.lines[-1]
        assert "F1 hulp" in screen.lines[-1]
        await screen.press(*keymap.CHARACTERS)
        assert screen.text == before
        assert screen.app.is_running
        await screen.press("down", "f1")
        assert screen.line_with("Status veranderen").split()[1] == "F2"
        await screen.press("escape", "f2", *"status", "enter")
        await screen.pilot.pause()
        assert screen.main.form is not None
        await screen.press("down")
        await screen.type("qz")
        assert "qz" in screen.text
        await screen.press("enter")
        assert "F2 draait terug" in screen.text


@pytest.mark.parametrize(("name", "commands"), SCREENS)
def test_what_is_shown_of_a_key_is_what_is_written_in_a_file(name: str, commands: Commands) -> None:
    for command in commands:
        for key in command.keys:
            assert keymap.normal(keymap.written_key(key)) == key
