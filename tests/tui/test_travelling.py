"""Time travel on the main screen, by keys."""

import re
import string
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.events import Paste

from storage import clock
from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tui.words import dates

DAYS = ("2027-10-07", "2027-10-09", "2028-01-02")


@pytest.fixture
def db(db: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three days on which something happened, after the arrangement itself came."""
    with monkeypatch.context() as then:
        store = Store.open(db, "Jan")
        for day, title in zip(DAYS, ("een", "twee", "drie"), strict=True):
            then.setattr(clock, "now", lambda day=day: f"{day}T10:00:00.000Z")
            store.edit(VHTO, {"title": f"VHTO: {title}"})
        store.note(VHTO, "derde dag")
        store.close()
    return db


@asynccontextmanager
async def travelling(db: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Driver]:
    async with driven(db, size) as screen:
        screen.main.go_to(VHTO)
        await screen.press("T")
        await arrived(screen)
        yield screen


async def arrived(screen: Driver) -> None:
    await screen.until(lambda: not screen.main.browser.travel.moving)


async def go(screen: Driver, *keys: str) -> None:
    await screen.press(*keys)
    await arrived(screen)


async def test_a_history_can_be_read_on_while_another_past_is_made(db: Path) -> None:
    async with travelling(db) as screen:
        await go(screen, "end", "tab")
        screen.main.browser.travel.turn_known()
        screen.main.action_do("history")
        await arrived(screen)
        await screen.press("down", "up")
        assert "derde dag" in screen.text
        assert screen.app.crashed is None


async def test_arrows_step_over_the_days_on_which_something_happened(db: Path) -> None:
    async with travelling(db) as screen:
        await go(screen, "end")
        assert "Zoals het stond op 2 januari 2028" in screen.text
        assert "alleen lezen 4/4" in " ".join(screen.lines[0].split())
        assert "VHTO: drie" in screen.text
        await go(screen, "left")
        assert "9 oktober 2027" in screen.lines[0]
        assert "VHTO: twee" in screen.text
        assert "derde dag" not in screen.text
        await go(screen, "home")
        assert "VHTO: schakel met de regio" in screen.text
        await go(screen, "right")
        assert "7 oktober 2027" in screen.lines[0]
        assert "VHTO: een" in screen.text


async def test_a_day_that_is_typed_may_lie_between(db: Path) -> None:
    async with travelling(db) as screen:
        await go(screen, *"8 oktober 2027", "enter")
        assert "8 oktober 2027" in screen.lines[0]
        assert "VHTO: een" in screen.text
        await go(screen, "right")
        assert "9 oktober 2027" in screen.lines[0]
        await go(screen, *"8-10-2027", "enter", "left")
        assert "7 oktober 2027" in screen.lines[0]
        await screen.press(*"99 oktober", "enter")
        assert "Geen datum: 99 oktober" in screen.lines[0]
        await screen.press("escape")
        assert "7 oktober 2027" in screen.lines[0]


async def test_words_for_days_are_read_and_nothing_typed_runs(db: Path) -> None:
    async with travelling(db) as screen:
        first = screen.main.browser.travel.slider.stops[0]
        yesterday = dates.day(max((date.today() - timedelta(1)).isoformat(), first))
        await go(screen, *"gisteren")
        assert screen.app.cursor_position.x == screen.lines[0].index("gisteren_") + len("gisteren")
        await go(screen, "enter")
        assert yesterday in screen.lines[0]
        await go(screen, *"1 mei 2114", "enter")
        assert "1 mei 2114" in screen.lines[0]
        await go(screen, *"1 mei 2014", "enter")
        assert f"Eerste dag: {dates.day(first)}" in screen.lines[0]  # nothing stood here before
        await go(screen, *"Vorige maand", "enter")
        last = date.today().replace(day=1) - timedelta(1)
        assert dates.day(max(last.isoformat(), first)) in screen.lines[0]
        screen.app.post_message(Paste("eind 2113\n"))
        await go(screen, "enter")
        assert "31 december 2113" in screen.lines[0]
        for key in string.printable.strip():
            await screen.press(screen.named(key))
            assert screen.app.screen is screen.main
            assert screen.main.browser.travel.slider.has_focus
            assert screen.main.form is None
        await screen.press("enter")
        assert "Geen datum" in screen.lines[0]
        assert "F1 hulp" in screen.lines[-1]


async def test_nothing_can_be_changed_and_every_key_says_why(db: Path) -> None:
    before = Store.open(db).log.last_arrival()
    async with travelling(db) as screen:
        await go(screen, "left", "enter", "3")
        for key in ("s", "e", "a", "z", "d", "u", "n", "i", "x", "U", "O", "ctrl+r"):
            await screen.press(key)
            assert screen.main.form is None
            assert "zo stond het toen" in screen.text.lower(), key
    assert Store.open(db).log.last_arrival() == before


async def test_everything_shows_as_it_stood(db: Path) -> None:
    async with travelling(db, (120, 40)) as screen:
        await go(screen, "home")
        await go(screen, "right")
        await screen.press("tab", "3", "h")
        assert "derde dag" not in screen.text
        assert "VHTO: een" in screen.text
        await screen.press("escape", "slash", *"drie")
        assert "Niets gevonden" in screen.text
        await screen.press("escape", "m")
        assert "Niets" not in screen.text
        await screen.press("escape")
        assert "7 oktober 2027" in screen.lines[0]


async def test_escape_goes_back_to_now_and_keeps_the_highlight(db: Path) -> None:
    async with travelling(db) as screen:
        await go(screen, *"1-1-2014", "enter")
        assert "Eerste dag" in screen.lines[0]
        await go(screen, "escape")
        assert "Zoals het stond" not in screen.text
        assert "VHTO: drie" in screen.line_with("▌○")
        await go(screen, "T")
        await go(screen, "left", "tab", "3")
        await screen.press("escape")
        assert "Zoals het stond" not in screen.text
        await screen.press("s")
        assert screen.main.form is not None


async def test_known_here_is_by_arrival(db: Path) -> None:
    async with travelling(db) as screen:
        await go(screen, "end")
        assert "VHTO: drie" in screen.text
        await go(screen, "f6")
        assert "hier bekend" in screen.lines[0].lower()
        assert re.search(r"(\d)/\1", screen.lines[0])
        await go(screen, "home", "enter", "K")
        assert "hier bekend" not in screen.lines[0].lower()
        await go(screen, "T", "home")
        assert "VHTO: schakel met de regio" in screen.text


async def test_keys_that_come_quickly_end_at_the_last(db: Path) -> None:
    async with travelling(db) as screen:
        await go(screen, "end", "left", "left", "left", "right", "right")
        assert "9 oktober 2027" in screen.lines[0]
        assert "VHTO: twee" in screen.text
        await screen.press("left", "escape")  # gone before it is there
        await arrived(screen)
        assert "Zoals het stond" not in screen.text
        assert "VHTO: drie" in screen.text


@pytest.mark.parametrize("size", [(40, 12), (60, 24), (160, 45)])
async def test_on_every_size_it_says_that_it_is_only_to_read(
    db: Path, size: tuple[int, int]
) -> None:
    async with travelling(db, size) as screen:
        await go(screen, "end")
        assert "alleen lezen" in screen.lines[0]
        assert "2028" in screen.lines[0]
