"""The palette: contrast in every theme, and nothing but roles in the style sheet."""

import re
from pathlib import Path

import pytest
from textual.color import Color

from tests.tui.driving import driven
from tui.theme import DARK, LIGHT, PALETTE, TONES, fitting

TEXT = ("ink", "quiet", "accent", "green", "amber", "red")
PAIRS = (("onmark", "mark"), ("ins", "insbg"), ("del", "delbg"))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(colour).normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(role: str, tone: str, theme: int) -> float:
    lights = sorted(luminance(PALETTE[name][theme]) for name in (role, tone))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("role", TEXT)
def test_text_can_be_read_on_every_tone(role: str, tone: str, theme: int) -> None:
    assert ratio(role, tone, theme) >= 4.5


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize(("role", "tone"), PAIRS)
def test_marked_text_can_be_read(role: str, tone: str, theme: int) -> None:
    assert ratio(role, tone, theme) >= 4.5


@pytest.mark.parametrize("theme", [0, 1])
@pytest.mark.parametrize("tone", [tone for tone in TONES if tone != "sel"])
def test_the_bar_without_focus_is_seen(tone: str, theme: int) -> None:
    assert ratio("line", tone, theme) >= 3


def test_the_style_sheet_names_no_colour() -> None:
    sheet = (Path(__file__).parents[2] / "tui" / "app.tcss").read_text(encoding="utf-8")
    rules = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    colours = re.findall(r"(?:background|color|border\S*):\s*([^;]+);", rules)
    assert all(re.search(r"\$o-\w+|none|transparent", colour) for colour in colours)


def test_a_terminal_that_says_it_is_light_gets_the_light_theme() -> None:
    assert fitting("0;15") == LIGHT
    assert fitting("15;0") == DARK
    assert fitting("") == DARK
    assert fitting("x;default") == DARK


async def test_without_colour_everything_still_shows(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with driven(db) as screen:
        strips = screen.app.screen._compositor.render_strips()
        row = next(n for n, line in enumerate(screen.lines) if "▌○" in line)
        lit = [segment for segment in strips[row] if "Monitor" in segment.text]
        assert lit[0].style is not None
        assert lit[0].style.reverse
        assert "│" in screen.text


async def test_the_accent_bar_is_there_once(db: Path) -> None:
    async with driven(db) as screen:
        for keys in (("1",), ("2",), ("3",), ("0",), ("3", "s"), ("escape", "slash", "v")):
            await screen.press(*keys)
            accent = Color.parse(PALETTE["accent"][0]).rich_color.triplet
            bars = [
                (y, x)
                for y, strip in enumerate(screen.app.screen._compositor.render_strips())
                for x, segment in enumerate(strip)
                if "▌" in segment.text
                and segment.style is not None
                and segment.style.color is not None
                and segment.style.color.triplet == accent
            ]
            lines = sorted(y for y, _ in bars)
            assert lines == list(range(lines[0], lines[0] + len(lines))), keys
