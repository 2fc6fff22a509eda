"""A window that changes while someone works: nothing that was typed is lost."""

from collections.abc import Callable

from tests.terminal.pty import Terminal

Opened = Callable[..., Terminal]
TOO_SMALL = "te klein"


def test_a_form_with_text_in_it(opened: Opened) -> None:
    screen = opened()
    screen.type("a", *"half af")
    screen.shows("half af")
    screen.resize(120, 40)
    screen.shows("half af", "a Aantekening bij")
    screen.type(*" en verder")
    screen.shows("half af en verder")
    screen.resize(30, 8)
    screen.shows(TOO_SMALL)
    screen.resize(40, 12)
    screen.hides(TOO_SMALL)
    screen.shows("half af en verder")
    screen.resize(80, 24)
    screen.shows("half af en verder", "Soort opmerking")
    screen.type("\r")
    screen.shows("✓ Aantekening bij")


def test_a_search_with_a_chosen_hit(opened: Opened) -> None:
    screen = opened()
    screen.type("/", *"techn")
    screen.shows("/ techn", "6 afspraken")
    screen.type("\x1b[B")
    screen.shows("▌○ Jet-Net")
    screen.resize(50, 15)
    screen.shows("/ techn", "▌○ Jet-Net")
    screen.resize(20, 5)
    screen.shows(TOO_SMALL)
    screen.resize(160, 45)
    screen.shows("/ techn", "▌○ Jet-Net", "Vindplaats")
    screen.type("\r")
    screen.shows("▌○ Jet-Net", "0 Jet-Net")


def test_a_storm_of_sizes(opened: Opened) -> None:
    """As when a window is drawn larger by its corner."""
    screen = opened()
    screen.type("1", "G")
    screen.shows("▌ Twente 4")
    for step in range(60):
        screen.resize(20 + 3 * step, 6 + step // 2)
        screen.read()
    screen.resize(80, 24)
    screen.shows("▌ Twente 4", "3 Open 1/6", "? hulp")
    assert screen.quit() == 0


def test_too_small_only_lets_one_leave(opened: Opened) -> None:
    screen = opened()
    screen.resize(20, 5)
    screen.shows(TOO_SMALL)
    screen.type("d", "s", "j")
    screen.rests()
    screen.resize(80, 24)
    screen.shows("3 Open 1/6", "? hulp")
    screen.resize(20, 5)
    screen.shows(TOO_SMALL)
    assert screen.quit() == 0
