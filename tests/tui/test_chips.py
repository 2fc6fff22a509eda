"""Chips before a text: the elements of a set, the filters of a query."""

import pytest
from textual.app import App, ComposeResult

from tui.draw import theme
from tui.draw.chip_spans import chip, chip_lines, last_chips
from tui.draw.spans import Line, crop, width_of
from tui.widgets.chip_input import ChipDropped, ChipInput, Chips

NAMES = ["regio Twente", "open", "wacht"]


def said(line: Line) -> str:
    return "".join(span.text for span in line)


class OneLine(App[None]):
    """Only a line with chips, kept by whoever has it."""

    CSS = "Chips { width: auto; height: 1; } LineInput { width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.names = [*NAMES]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme.variables()

    def compose(self) -> ComposeResult:
        yield ChipInput()

    def on_mount(self) -> None:
        self.query_one(ChipInput).show(self.names)
        self.query_one(ChipInput).typed.focus()

    def on_chip_dropped(self, message: ChipDropped) -> None:
        del self.names[message.number]
        self.query_one(ChipInput).show(self.names)


async def test_backspace_at_the_start_takes_the_last_chip_and_elsewhere_a_letter() -> None:
    async with (app := OneLine()).run_test(size=(80, 4)) as pilot:
        await pilot.press("a", "backspace")
        assert app.names == NAMES
        await pilot.press("backspace")
        assert app.names == NAMES[:2]


async def test_the_arrows_go_into_the_chips_and_any_letter_back_into_the_text() -> None:
    async with (app := OneLine()).run_test(size=(80, 4)) as pilot:
        line = app.query_one(ChipInput)
        await pilot.press("left", "left")
        assert line.picked == 1
        await pilot.press("delete")
        assert app.names == ["regio Twente", "wacht"]
        assert line.picked == 1
        await pilot.press("right", "b")
        assert line.picked is None
        assert line.typed.value == "b"


async def test_a_click_on_a_chip_takes_it_away() -> None:
    async with (app := OneLine()).run_test(size=(80, 4)) as pilot:
        first = width_of(last_chips(NAMES[:1], 80))
        await pilot.click(Chips, offset=(first + 1, 0))
        assert app.names == ["regio Twente", "wacht"]


@pytest.mark.parametrize("room", [8, 30, 80])
def test_the_last_chips_show_and_how_many_stand_before_them(room: int) -> None:
    line = said(last_chips(NAMES, room))
    assert "wacht" in line
    hidden = sum(name not in line for name in NAMES)
    assert line.startswith(f"+ {hidden}") is bool(hidden)


def test_too_many_chips_are_three_lines_that_say_how_many_more() -> None:
    many = [f"school {n}" for n in range(20)]
    lines = chip_lines(many, 40)
    assert len(lines) == 3
    assert said(lines[-1]).endswith("+ 11")
    assert all(width_of(line) <= 40 for line in lines[:2])
    assert "school 19" in said(chip_lines(many, 40, picked=19)[-1])


def test_a_chip_that_is_cut_keeps_no_edge_without_a_cell() -> None:
    whole = chip("Twente")
    assert all(one.text for one in crop(whole, width_of(whole) - 1))
