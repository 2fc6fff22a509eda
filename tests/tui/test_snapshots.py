"""Whole screens as text, in ``snapshots/``; UPDATE_SNAPSHOTS=1 writes them anew."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.store import Store
from tests.tui.driving import VHTO, driven

FOLDER = Path(__file__).with_name("snapshots")
SIZES = ((80, 24), (120, 40))
SCREENS: dict[str, tuple[str, ...]] = {
    "main": (),
    "twente": ("1", "end", "enter", "down", "down"),
    "empty-region": ("1", "down", "down", "enter"),
    "page": ("1", "end", "enter", "down", "down", "0", "enter"),
    "status": ("s", "down", "down"),
    "edit": ("e",),
    "edit-text": ("e", "down", "shift+enter", "n", "o", "g"),
    "edit-set": ("e", *["down"] * 10, "left"),
    "edit-list": ("e", "down", "down", "space", "down"),
    "edit-wrong": ("e", *["down"] * 13, "3", "1", "minus", "2", "enter"),
    "edit-draft": ("e", "x", "escape", "e"),
    "new": ("1", "end", "enter", "n"),
    "signal": ("z", "up"),
    "note": ("a",),
    "search": ("slash", "t", "e", "c", "h", "n"),
    "help": ("question_mark",),
    "palette": ("f2", "v", "e", "r"),
    "export": ("x",),
}


def compare(name: str, text: str) -> None:
    """Compare with what was kept; today's date and the home folder are no part of it."""
    steady = re.sub(r"arrangement-\d{4}-\d\d-\d\d", "arrangement-JJJJ-MM-DD", text)
    steady = re.sub(r"\d\d\.\d\d uur|▌  \d\d\.\d\d", lambda found: "·" * len(found[0]), steady)
    path = FOLDER / f"{name}.txt"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(steady + "\n", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == steady + "\n"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCREENS)
async def test_screen(db: Path, name: str, size: tuple[int, int]) -> None:
    async with driven(db, size) as screen:
        await screen.press(*SCREENS[name])
        compare(f"{name}-{size[0]}x{size[1]}", screen.text)


@pytest.mark.parametrize("size", [(160, 45), (50, 20)])
async def test_wide_and_narrow(db: Path, size: tuple[int, int]) -> None:
    async with driven(db, size) as screen:
        compare(f"main-{size[0]}x{size[1]}", screen.text)


@pytest.mark.parametrize("size", SIZES)
async def test_conflict(
    db: Path,
    colleague: Callable[[Callable[[Store], object]], Path],
    size: tuple[int, int],
) -> None:
    texts = (
        "Platform en regio praten vóór de zomer over vrouwen. Het Platform nodigt uit.",
        "Platform en regio praten in oktober over vrouwen, samen met VHTO. De regio nodigt uit.",
    )
    files = [colleague(lambda store, t=text: store.edit(VHTO, {"text": t})) for text in texts]  # type: ignore[misc]
    store = Store.open(db)
    for file in files:
        store.import_(file)
    store.close()
    async with driven(db, size) as screen:
        screen.main.go_to(VHTO)
        await screen.press("c")
        parts = re.sub(r"laptop \w+ *|(ma|di|wo|do|vr|za|zo) \d+ \w+ \d{4}, *", "", screen.text)
        both = parts.replace("Collega 2", "Collega 1")
        assert both.count("Collega 1") == 2
        assert "Twee waarden voor tekst." in both
