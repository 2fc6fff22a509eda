"""Keys that come faster than the screen is drawn: none is lost, and none goes elsewhere."""

from collections.abc import Callable

from tests.terminal.pty import Terminal

Opened = Callable[..., Terminal]


def test_a_hundred_times_down_and_up(opened: Opened) -> None:
    screen = opened()
    screen.type("j" * 100)
    screen.shows("3 Open 6/6")
    screen.type("k" * 98 + "gjjj")
    screen.shows("3 Open 4/6")
    screen.type("kj" * 40 + "jG" + "k")
    screen.shows("3 Open 5/6")


def test_a_whole_job_in_one_burst(opened: Opened) -> None:
    """Search, open, change the status with a reason, make a note: sent at once."""
    screen = opened()
    screen.type("/twe-04\rs\x1b[Bquasi gesprek\raquasi een notitie\rh")
    screen.shows("Geschiedenis", "1/3", "quasi een notitie")
    screen.type("j")
    screen.shows("quasi gesprek", "in uitvoering")


def test_what_is_typed_after_a_form_is_opened_stands_in_it(opened: Opened) -> None:
    screen = opened()
    screen.type("aqdqdq")
    screen.shows("Tekst qdqdq")
    screen.type("\x1b")
    screen.hides("qdqdq")
    screen.type("/qdqdq")
    screen.shows("/ qdqdq")
