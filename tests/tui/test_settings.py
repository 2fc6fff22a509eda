"""The settings: a small file, and the screen that writes it."""

from pathlib import Path

import pytest

from tests.tui.driving import driven
from tui.draw.theme import CONTRAST, DARK, LIGHT, NONE, SIXTEEN
from tui.locale import refusal
from tui.user import settings
from tui.user.settings import Settings


def written(text: str) -> Settings:
    """The settings of a file with this text."""
    settings.place().parent.mkdir(parents=True, exist_ok=True)
    settings.place().write_text(text, encoding="utf-8")
    return settings.load()


def test_without_a_file_everything_is_as_usual() -> None:
    assert settings.load() == Settings()


def test_what_is_kept_comes_back() -> None:
    chosen = Settings(
        language="en", theme="contrast", signs="ascii", letters=False, animation=False,
        keys={"status": ("z", "f5"), "note": (), "search": ("slash",)},
    )  # fmt: skip
    settings.save(chosen)
    assert settings.load() == chosen


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('theme = "dark"\nsigns = ', 2, "regel 2"),
        ('language = "nl"\n\ntheme = "blauw"\n', 3, "auto, dark, light"),
        ("letters = 1\n", 1, "true, false"),
        ("\nthema = 'dark'\n", 2, "thema"),
        ("organisation = 5\n", 1, "organisation"),
        ("[keys]\nstatus = 'escape'\n", 2, "status"),
        ("[keys]\n'a b' = 'x'\n", 1, "a b"),
        ("[keys]\nstatus = 'geen toets'\n", 2, "status"),
        ("keys = 3\n", 1, "keys"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, words: str) -> None:
    found = written(text)
    (problem,) = found.problems
    told = refusal(problem.key, problem.details)
    assert str(settings.place()) in told
    assert f"regel {line}" in told
    assert words in told
    assert (found.theme, found.letters, found.keys) == ("auto", True, {})


def test_what_is_right_counts_beside_what_is_wrong() -> None:
    found = written('theme = "light"\nsigns = "?"\n[keys]\nnote = "w"\nstatus = "tab"\n')
    assert (found.theme, found.signs, found.keys) == ("light", "auto", {"note": ("w",)})
    assert len(found.problems) == 2


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a = [" * 5000, b"\x00"])
def test_a_file_that_is_no_text_is_told(data: bytes) -> None:
    settings.place().parent.mkdir(parents=True, exist_ok=True)
    settings.place().write_bytes(data)
    found = settings.load()
    assert found.problems
    assert found.theme == "auto"


async def test_a_bad_file_is_told_and_kept_beside_the_new_one(db: Path) -> None:
    written("dit is geen toml")
    async with driven(db, (120, 40)) as screen:
        assert "De instellingen kloppen niet in regel 1" in screen.text
        await screen.press("comma")
        assert "△ De instellingen kloppen niet in regel 1" in screen.text
        await screen.press("down", "right")
        assert "Het bestand met fouten staat nu in settings.toml.old" in screen.text
    assert settings.load() == Settings(theme="dark")
    old = settings.place().with_name("settings.toml.old")
    assert old.read_text(encoding="utf-8") == "dit is geen toml"


async def test_a_theme_holds_at_once_and_is_kept(db: Path) -> None:
    async with driven(db) as screen:
        assert screen.app.theme == DARK
        await screen.press("comma", "down")
        assert "nu donker" in screen.line_with("Kleuren")
        for name, word in ((DARK, "donker"), (LIGHT, "licht"), (CONTRAST, "hoog contrast"),
                           (SIXTEEN, "16 kleuren"), (NONE, "zonder kleur")):  # fmt: skip
            await screen.press("right")
            assert screen.app.theme == name
            assert word in screen.line_with("Kleuren")
        await screen.press("left", "escape")
        assert "│" in screen.text
    assert settings.load().theme == "16"
    async with driven(db) as screen:
        assert screen.app.theme == SIXTEEN


async def test_another_language_holds_at_once(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("comma", "right")
        assert "Settings" in screen.text
        await screen.press("escape")
        assert "Regions" in screen.text
        assert "? help" in screen.lines[-1]
    async with driven(db, (120, 40), lang="nl") as screen:  # what the command line says goes first
        assert "Regio's" in screen.text
        await screen.press("comma")
        assert "nu Nederlands" in screen.line_with("Taal")
        await screen.press("down", "right")
        assert "Instellingen" in screen.text


async def test_nothing_blinks_when_motion_is_off(db: Path) -> None:
    settings.save(Settings(animation=False))
    async with driven(db) as screen:
        await screen.press("slash")
        assert screen.app.animation_level == "none"
        assert not screen.app.screen.query_one("LineInput").cursor_blink  # type: ignore[attr-defined]


async def test_a_folder_that_cannot_be_written_is_told(db: Path) -> None:
    settings.place().parent.parent.mkdir(parents=True, exist_ok=True)
    async with driven(db, (120, 40)) as screen:
        settings.place().mkdir(parents=True)
        await screen.press("comma", "down", "right")
        assert screen.app.theme == DARK
        assert "△ In /" in screen.words
        assert "settings.toml kan niet geschreven worden: dat is een map." in screen.words
