"""Signs where the terminal has them, ASCII where it has not."""

from pathlib import Path

import pytest

from tests.tui.driving import VHTO, driven
from tui.draw.spans import cut
from tui.locale import charset
from tui.user import settings
from tui.user.settings import Settings

WALK: tuple[tuple[str, ...], ...] = (
    (), ("1", "end", "enter"), ("2", "down", "enter"), ("backspace", "backspace"),
    ("0", "enter"), ("s", "down"), ("e",), ("a",), ("x",), ("i",), ("h",), ("c",),
    ("comma", "right"), ("slash", "t", "e"), ("f2", "v"), ("question_mark",), ("d",), ("u",),
    ("m", "right"), ("W",), ("D",),
)  # fmt: skip


def strange(text: str) -> set[str]:
    """What is neither ASCII nor one of the letters that every western code page has."""
    return {one for one in text if ord(one) >= 0x7F and not one.isalpha()}


@pytest.mark.parametrize(
    ("size", "lang"), [((80, 24), "nl"), ((160, 45), "nl"), ((160, 45), "en"), ((50, 20), "en")]
)
async def test_ascii_everywhere_but_in_data(db: Path, size: tuple[int, int], lang: str) -> None:
    settings.save(Settings(signs="ascii", language=lang))
    async with driven(db, size, lang=lang) as screen:
        screen.main.go_to(VHTO)
        await screen.pilot.pause()
        assert "|" in screen.text
        for keys in WALK:
            await screen.press(*keys)
            assert not strange(screen.text), (keys, screen.text)
            await screen.press("escape", "escape")
            assert len(screen.app.screen_stack) == 1, keys


async def test_signs_change_at_once_and_data_stays(db: Path) -> None:
    from storage.store import Store

    store = Store.open(db)
    store.edit(VHTO, {"title": "VHTO ○ × …"})
    store.close()
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to(VHTO)
        await screen.pilot.pause()
        assert "▌○ VHTO ○ × …" in screen.text
        await screen.press("comma", "down", "down", "left")
        assert "|  Tekens" in screen.text
        await screen.press("escape")
        assert "|o VHTO ○ × …" in screen.text


async def test_plain_is_ascii_without_colour(db: Path) -> None:
    from tui.app import ArrangementApp
    from tui.draw.theme import NONE

    settings.save(Settings(signs="unicode", theme="light"))
    app = ArrangementApp(db, plain=True)
    assert app.theme == NONE
    assert charset.is_ascii()
    assert settings.load() == Settings(signs="unicode", theme="light")


@pytest.mark.parametrize(
    ("environment", "encoding", "system", "lacking"),
    [
        ({"TERM": "xterm-256color"}, "utf-8", "posix", False),
        ({"TERM": "linux"}, "utf-8", "posix", True),
        ({"TERM": "xterm"}, "iso8859-1", "posix", True),
        ({"TERM": "xterm"}, None, "posix", True),
        ({}, "utf-8", "nt", True),
        ({"WT_SESSION": "1"}, "cp1252", "nt", False),
        ({"TERM_PROGRAM": "vscode"}, "utf-8", "nt", False),
    ],
)
def test_which_terminals_lack_signs(
    environment: dict[str, str], encoding: str | None, system: str, lacking: bool
) -> None:
    assert charset.lacks_signs(environment, encoding, system) is lacking


@pytest.mark.parametrize(
    ("width", "text"),
    [(0, ""), (1, "."), (2, ".."), (6, "een.."), (8, "een la.."), (20, "een lange titel")],
)
def test_cut_with_two_dots(width: int, text: str) -> None:
    charset.use_charset(ascii=True)
    assert cut("een lange titel", width) == text
