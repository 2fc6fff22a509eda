"""A short but whole session on every size and kind of terminal."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from storage.store import Store
from tests.terminal.pty import Terminal
from tests.tui.driving import VHTO, driven

Opened = Callable[..., Terminal]
IN = [
    ((40, 12), "xterm"), ((80, 24), "linux"), ((80, 24), "tmux-256color"), ((120, 40), "xterm"),
    ((120, 40), "linux"), ((200, 60), "tmux-256color"),
]  # fmt: skip
"""Each size that makes the screen another one, and each terminal; not each in each."""
DOWN, ENTER, ESCAPE = "\x1b[B", "\r", "\x1b"


def browse_and_find(screen: Terminal) -> None:
    """Choose a region, then find: ends on VHTO in the list of Twente."""
    screen.type("1")
    screen.shows("1 Regio's 6")
    screen.type("G", ENTER)
    screen.shows("3 Open Twente ✕", "Van Twente zelf")
    screen.type("/")
    screen.shows("typ een")
    screen.type(*"twe-04")
    screen.shows("1 afspraak", "TWE-04")
    screen.type(ENTER)
    screen.shows("Twente ✕", "3/5", "▌○ VHTO")


def change_and_take_back(screen: Terminal) -> None:
    """Another status with its reason, undone, and both in the history."""
    screen.type("s")
    screen.shows("s Status van VHTO")
    screen.type(DOWN)
    screen.shows("▌◐ in uitvoering")
    screen.type(*"eerste gesprek", ENTER)
    screen.shows("✓ TWE-04 is", "▌◐ VHTO")
    screen.type("u")
    screen.shows("✓ Terug", "▌○ VHTO")
    screen.type("h")
    screen.shows("Geschiedenis", "Draait terug")
    screen.type(ESCAPE)
    screen.hides("Geschiedenis")


@pytest.mark.parametrize(("size", "term"), IN)
async def test_a_whole_session(
    opened: Opened,
    other: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    size: tuple[int, int],
    term: str,
) -> None:
    """In it the terminal shows what the app draws for such a size, letter by letter."""
    screen = opened(size, term)
    browse_and_find(screen)
    monkeypatch.setenv("TERM", term)
    async with driven(other, size) as drawn:
        await drawn.press("1", "end", "enter", "slash", *"twe", "minus", "0", "4", "enter")
        await drawn.until(lambda: screen.read() or screen.text == drawn.text)
    change_and_take_back(screen)
    assert screen.quit() == 0


def test_several_at_once_and_back_after_a_restart(opened: Opened, db: Path) -> None:
    screen = opened()
    screen.type(" ", " ", " ")
    screen.shows("3 gemarkeerd", "▎")
    screen.type("s")
    screen.shows("s Status van 3 afspraken")
    screen.type(DOWN, *"besproken", ENTER)
    screen.shows("in uitvoering in 3 afspraken", "openstaand › in uitvoering", "Reden: besproken")
    screen.type(ENTER)
    screen.shows("✓ 3 afspraken gewijzigd: in uitvoering")
    screen.shows(". herhaal: in uitvoering")
    assert screen.quit() == 0

    again = Terminal(db)
    again.shows("3 Open", "◐")
    again.type("u")
    again.shows("Teruggedraaid: status, 3 afspraken")
    again.hides("◐")
    assert again.quit() == 0


def test_a_conflict_is_settled(db: Path, other: Path, opened: Opened, tmp_path: Path) -> None:
    with closing(Store.open(db, "Ann")) as ann, closing(Store.open(other, "Bob")) as bob:
        ann.edit(VHTO, {"title": "VHTO: van Ann"})
        bob.edit(VHTO, {"title": "VHTO: van Bob"})
        bob.snapshots.export(tmp_path / "bob.json")
        ann.snapshots.import_(tmp_path / "bob.json")
    screen = opened()
    screen.shows("≠ 1")
    screen.type("c")
    screen.shows("VHTO: van Ann", "VHTO: van Bob")
    screen.type("1")
    screen.shows("3 Open", "✓")
    assert screen.quit() == 0
    with closing(Store.open(db)) as ann:
        assert ann.conflicts() == []
        assert ann.undo() is not None
        assert len(ann.conflicts()) == 1


def test_the_next_time_it_is_as_it_was_left(tmp_path: Path) -> None:
    """A new file fills itself, and the app reopens where it was."""
    db = tmp_path / "nieuw.db"
    screen = Terminal(db)
    screen.shows("3 Open", "Samenwerkingsarrangement Oost")
    screen.type("1", "G", "k", ENTER)
    screen.shows("Open Twente ✕", "Van Twente zelf")
    screen.type("/", *"twe-04")
    screen.shows("TWE-04")
    screen.type(ENTER)
    screen.shows("0 VHTO: schakel met de regio", "openstaand vaste afspraak doorlopend")
    assert screen.quit() == 0

    again = Terminal(db)
    again.shows("Open Twente ✕", "▌○ VHTO: schakel met de regio")
    again.shows("0 VHTO: schakel met de regio", "openstaand vaste afspraak doorlopend")
    assert again.quit() == 0
