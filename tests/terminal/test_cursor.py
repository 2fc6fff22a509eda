"""The terminal's own cursor stands where the focus is: magnifiers and screen readers follow it."""

from collections.abc import Callable

from tests.terminal.pty import Terminal

Opened = Callable[..., Terminal]
DOWN, ESCAPE, F2 = "\x1b[B", "\x1b", "\x1bOQ"


def at(screen: Terminal, words: str) -> None:
    """Wait until the cursor stands where these words begin."""
    screen.until(f"the cursor is at {words!r}", lambda: _around(screen)[1].startswith(words))


def after(screen: Terminal, words: str) -> None:
    """Wait until the cursor stands where these words end."""
    screen.until(f"the cursor is after {words!r}", lambda: _around(screen)[0].endswith(words))


def _around(screen: Terminal) -> tuple[str, str]:
    x, y = screen.screen.cursor.x, screen.screen.cursor.y
    line = screen.screen.display[y]
    return line[:x], line[x:]


def test_it_follows_the_focus(opened: Opened) -> None:
    screen = opened()
    assert not screen.screen.cursor.hidden
    screen.type(DOWN + DOWN)
    at(screen, "▌!")
    screen.type("1" + DOWN)
    at(screen, "▌  ")
    screen.type("3" + F2)
    screen.shows("› ")
    screen.type("hulp")
    after(screen, "hulp")
    screen.type(ESCAPE)
    at(screen, "▌!")
    screen.resize(120, 30)
    screen.type("s")
    screen.shows("s Status van")
    screen.type("gebeld")
    after(screen, "gebeld")
    screen.type(ESCAPE)
    at(screen, "▌!")
