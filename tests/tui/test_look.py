"""The palette: contrast in every theme, and nothing but roles in the style sheet."""

import re
from pathlib import Path

import pytest
from textual.color import Color

from tests.tui.contrast import CONSOLES, in_console, of_256, pairs, ratio
from tests.tui.driving import driven, without_sharing
from tui.base.rule_sheet import RuleSheet
from tui.draw import theme
from tui.draw.theme import COARSE, DARK, LIGHT, NONE, SIXTEEN, colours, fitting

TONES = ("canvas", "sunken", "page", "float", "sel", "selblur")
UNFOCUSED = tuple(tone for tone in TONES if tone != "sel")
TEXT = ("ink", "quiet", "accent", "green", "amber", "red")
GROUNDS = [
    *pairs(TEXT, ("field",)),
    *pairs(("ink", "quiet"), ("chip",)),
    *pairs(("ink",), ("chipsel", "heat")),
]
MARKED = [("onmark", "mark"), ("ins", "insbg"), ("del", "delbg")]
SCREENS = {
    **{name: colours(name) for name in COARSE},
    **{
        f"{name} in 256 colours": {
            role: of_256(colour) for role, colour in colours(name, coarse=True).items()
        }
        for name in COARSE
    },
    **{f"16 colours of {name}": in_console(name, colours(SIXTEEN)) for name in CONSOLES},
}


def contrast(screen: str, role: str, tone: str) -> float:
    found = SCREENS[screen]
    return ratio(found.get(f"{role}-on-{tone}", found[role]), found[tone])


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("role", "tone"), [*pairs(TEXT, TONES), *GROUNDS, *MARKED])
def test_text_can_be_read_on_every_tone_that_it_stands_on(
    screen: str, role: str, tone: str
) -> None:
    assert contrast(screen, role, tone) >= 4.5


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("tone", TONES)
def test_the_focus_is_seen_better_than_text_must_be(screen: str, tone: str) -> None:
    assert contrast(screen, "accent", tone) >= (4.5 if "16" in screen else 5.3)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("tone", [*UNFOCUSED, "field"])
def test_the_bar_without_focus_is_seen(screen: str, tone: str) -> None:
    assert contrast(screen, "line", tone) >= 3


@pytest.mark.parametrize("name", COARSE)
@pytest.mark.parametrize(
    ("low", "high"), [("canvas", "field"), ("field", "chip"), ("chip", "heat")]
)
def test_each_ground_stands_off_from_the_one_below(name: str, low: str, high: str) -> None:
    found = colours(name)
    assert ratio(found[low], found[high]) >= 1.12


def test_every_theme_has_every_role() -> None:
    for name in theme.GROUNDS:
        assert theme.PALETTE.keys() <= colours(name).keys()


def test_the_style_sheet_names_no_colour() -> None:
    sheet = (Path(__file__).parents[2] / "tui" / "app.tcss").read_text(encoding="utf-8")
    rules = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    colours = re.findall(r"(?:background|color|border\S*):\s*([^;]+);", rules)
    assert all(re.search(r"\$o-\w+|none|transparent|blank", colour) for colour in colours)


def test_a_terminal_that_says_it_is_light_gets_the_light_theme() -> None:
    assert fitting({"COLORFGBG": "0;15"}, "truecolor") == LIGHT
    assert fitting({"COLORFGBG": "15;0"}, "256") == DARK
    assert fitting({}, "truecolor") == DARK
    assert fitting({"COLORFGBG": "x;default"}, "truecolor") == DARK


def test_a_terminal_with_few_colours_gets_a_theme_of_its_own() -> None:
    assert fitting({}, "standard") == SIXTEEN
    assert fitting({"COLORFGBG": "0;15"}, "windows") == SIXTEEN
    assert fitting({}, None) == NONE


async def test_without_colour_everything_still_shows(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with driven(db) as screen:
        strips = screen.strips
        row = next(n for n, line in enumerate(screen.lines) if "▌○" in line)
        lit = [segment for segment in strips[row] if "Monitor" in segment.text]
        assert lit[0].style is not None
        assert lit[0].style.reverse
        assert "│" in screen.text


async def test_the_accent_bar_is_there_once(db: Path) -> None:
    async with driven(db) as screen:
        for keys in (("1",), ("2",), ("3",), ("0",), ("3", "s"), ("escape", "slash", "v")):
            await screen.press(*keys)
            accent = Color.parse(colours(DARK)["accent"]).rich_color.triplet
            bars = [
                (y, x)
                for y, strip in enumerate(screen.strips)
                for x, segment in enumerate(strip)
                if "▌" in segment.text
                and segment.style is not None
                and segment.style.color is not None
                and segment.style.color.triplet == accent
            ]
            lines = sorted(y for y, _ in bars)
            assert lines == list(range(lines[0], lines[0] + len(lines))), keys


def test_styles_are_read_anew_only_for_other_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    without_sharing(monkeypatch)
    sheet = RuleSheet(variables={"one": "red"})
    sheet.add_source("Label { color: $one; }", read_from=("a", ""))
    (before,) = sheet.rules
    sheet.set_variables({"one": "red"})
    sheet.reparse()
    assert sheet.rules[0] is before
    sheet.set_variables({"one": "blue"})
    sheet.reparse()
    assert sheet.rules[0].styles.color == Color.parse("blue")
