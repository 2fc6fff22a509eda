"""The terminal's cursor stands where the focus is: magnifiers and screen readers follow it."""

from pathlib import Path

import pytest
from textual.geometry import Offset

from tests.tui.driving import VHTO, Driver, driven


def at_bar(screen: Driver) -> Offset:
    """Where the one accent bar begins: the place that has the focus."""
    from textual.color import Color

    accent = Color.parse(screen.app.theme_variables["o-accent"]).rich_color
    for y, strip in enumerate(screen.strips):
        x = 0
        for segment in strip:
            lit = segment.style is not None and segment.style.color == accent
            if lit and segment.text.startswith("▌"):
                return Offset(x, y)
            x += segment.cell_length
    raise AssertionError(f"no bar:\n{screen.text}")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_stands_on_the_row_that_has_the_bar(db: Path, size: tuple[int, int]) -> None:
    async with driven(db, size) as screen:
        for keys in (
            (), ("down",), ("end",), ("1",), ("down", "down"), ("tab",), ("enter",), ("0",),
            ("enter",), ("escape",), ("escape",), ("h",), ("down",), ("escape",), ("comma",),
            ("down",), ("end",), ("escape",), ("question_mark",), ("escape",), ("m",),
            ("right",), ("down",), ("w",), ("enter",), ("escape",), ("D",), ("down",), ("escape",),
            ("escape",), ("escape",),
        ):  # fmt: skip
            await screen.press(*keys)
            assert screen.app.cursor_position == at_bar(screen), keys


async def test_it_stands_at_the_caret_while_someone_types(db: Path) -> None:
    async with driven(db) as screen:
        for key in ("slash", "f2", "s", "x", "e", "a"):
            await screen.press(key)
            before = screen.app.cursor_position
            await screen.type("vht")
            after = screen.app.cursor_position
            assert after.y == before.y, key
            assert screen.lines[after.y][before.x : after.x] == "vht", key
            await screen.press("escape")
            assert screen.app.cursor_position == at_bar(screen), key


async def test_it_goes_along_with_wheel_and_window(db: Path) -> None:
    async with driven(db, (80, 24)) as screen:
        await screen.press("3", "down")
        rows = screen.main.panes.lists[3]
        for size in ((120, 40), (50, 20), (80, 24)):
            await screen.pilot.resize_terminal(*size)
            await screen.pilot.pause()
            assert screen.app.cursor_position == at_bar(screen), size
        await screen.wheel(rows)
        assert screen.app.cursor_position in rows.region


async def test_what_is_chosen_and_typed_is_in_sight_in_a_low_terminal(db: Path) -> None:
    async with driven(db, (80, 12)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("s", *["down"] * 5)
        await screen.type("om")
        assert "vervallen" in screen.text
        assert screen.line_with("Reden").rstrip().endswith("om")
        assert screen.app.cursor_position.y == screen.lines.index(screen.line_with("Reden"))
