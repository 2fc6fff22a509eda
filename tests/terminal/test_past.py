"""Undo after a restart and time travel, in a real pseudo-terminal."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from storage import clock
from storage.store import Store
from tests.terminal.pty import Terminal
from tests.tui.driving import VHTO

Opened = Callable[..., Terminal]
DOWN, ENTER, ESCAPE, LEFT, HOME = "\x1b[B", "\r", "\x1b", "\x1b[D", "\x1b[H"


def test_back_in_time_and_to_now(db: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Store.open(db, "Jan")) as store, monkeypatch.context() as then:
        for day, title in (("2027-10-07", "eerst"), ("2027-10-09", "daarna")):
            then.setattr(clock, "now", lambda day=day: f"{day}T10:00:00.000Z")
            store.edit(VHTO, {"title": f"VHTO: {title}"})
    screen = opened()
    screen.type("/", *"daarna", ENTER)
    screen.shows("○ VHTO: daarna")
    screen.type("T")
    screen.shows("Zoals het stond op", "alleen lezen")
    screen.type(*"8 oktober 2027", ENTER)
    screen.shows("8 oktober 2027", "○ VHTO: eerst")
    screen.type(LEFT)
    screen.shows("7 oktober 2027", "○ VHTO: eerst")
    screen.type(HOME)
    screen.shows("VHTO: schakel met de regio", "1/3")
    screen.type("\t", "s")
    screen.shows("stond het toen")
    screen.type(ESCAPE)  # from the list, and then from the past
    screen.shows("3 Open 1/6")
    screen.type(ESCAPE)
    screen.hides("Zoals het stond op")
    screen.shows("○ VHTO: daarna")
    assert screen.quit() == 0


def test_an_older_step_is_taken_back_after_a_restart(db: Path, opened: Opened) -> None:
    screen = opened()
    screen.type("/twe-04\r")
    screen.shows("TWE-04")
    for reason in ("eerste reden", "tweede reden"):
        screen.type("s")
        screen.shows("s Status van VHTO")
        screen.type(DOWN, *reason, ENTER)
        screen.hides("s Status van VHTO")
        screen.shows("✓ TWE-04 is")
    assert screen.quit() == 0

    again = Terminal(db)
    again.shows("3 Open", "◕ VHTO")
    again.type("U")
    again.shows("Wat u kunt terugdraaien", "1/2", "Terugdraaien doet dit")
    again.type(DOWN)
    again.shows("Blijft zoals het is")
    again.type(ENTER)
    again.shows("✓ Teruggedraaid", "Wat u kunt terugdraaien 1")
    assert again.quit() == 0
