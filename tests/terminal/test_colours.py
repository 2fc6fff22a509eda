"""Only colours that the terminal has, and none at all where someone wants none."""

import re
from collections.abc import Callable

import pytest

from tests.terminal.pty import Terminal

Opened = Callable[..., Terminal]
STYLE = re.compile(rb"\x1b\[([\d;:]*)m")
SIXTEEN = {*range(30, 38), *range(40, 48), *range(90, 98), *range(100, 108)}


def codes(screen: Terminal) -> set[bytes]:
    """Every style that was written, while panes, search, a form and a toast were shown."""
    screen.type("1", "G", "\r")
    screen.shows("Twente ✕")
    screen.type("/", *"twe-04")
    screen.shows("/ twe-04", "1 van 1")
    screen.type("\x1b")
    screen.shows("a aantekening")  # the footer of the panes: Esc has been read by itself
    screen.type("a", "x", "\r")
    screen.shows("✓ Aantekening")
    screen.type("u")
    assert screen.quit() == 0
    return set(STYLE.findall(screen.bytes))


def colours(styles: set[bytes]) -> set[int]:
    """The numbers that choose a colour; 39 and 49 only leave one."""
    numbers = {int(one or 0) for style in styles for one in re.split(b"[;:]", style)}
    return {one for one in numbers if one in SIXTEEN or one in (38, 48)}


@pytest.mark.parametrize("term", ["xterm", "linux", "tmux-256color", "xterm-256color"])
def test_no_color_writes_no_colour(opened: Opened, term: str) -> None:
    styles = codes(opened(term=term, NO_COLOR="1", COLORTERM="truecolor"))
    assert styles
    assert colours(styles) == set()


@pytest.mark.parametrize("term", ["linux", "xterm"])
def test_sixteen_colours_where_there_are_no_more(opened: Opened, term: str) -> None:
    found = colours(codes(opened(term=term)))
    assert found
    assert found <= SIXTEEN


def test_256_colours(opened: Opened) -> None:
    few = codes(opened(term="xterm-256color"))
    assert any(b"38;5" in style for style in few)
    assert not any(b"38;2" in style for style in few)


def test_all_colours(opened: Opened) -> None:
    assert any(b"38;2" in style for style in codes(opened(COLORTERM="truecolor")))
