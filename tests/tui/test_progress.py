"""Long work tells how far it is, and Esc stops it: with a clock that the test turns."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.progress import Stopped, Watch
from storage.snapshot.snapshot_store import Snapshots
from storage.views.import_preview import Preview
from tests.tui.driving import Driver, driven
from tests.tui.test_choosing import form
from tests.tui.test_snapshots import NOON, SIZES, looks
from tui import locale
from tui.words import remaining
from tui.words.remaining import Running, rounded, time_left

EMPTY = Preview("oost-2014-2016", None, None, 0, 0, (), (), 0, ())


class Clock:
    """A clock that stands still."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(remaining, "clock", made)
    return made


def test_it_tells_how_long_it_takes_from_the_rate_so_far(clock: Clock) -> None:
    running = Running()
    running.watch("read", 0.01)
    assert running.left() is None  # that says nothing yet
    clock.now += 10
    running.watch("read", 0.25)
    assert running.left() == 30
    running.watch("read", 0.2)
    assert running.share == 0.25  # never back


def test_what_it_tells_does_not_jump_about(clock: Clock) -> None:
    running = Running()
    told = []
    for seconds, share in ((4, 0.1), (8, 0.19), (12, 0.32), (16, 0.38), (60, 0.5), (64, 0.95)):
        clock.now = 1000 + seconds
        running.watch("take", share)
        told.append(running.left())
    assert told == [40, 40, 30, 30, 60, 5]


def test_stopping_it_ends_the_work_at_its_next_step(clock: Clock) -> None:
    running = Running()
    running.watch("read", 0.1)
    running.stop()
    with pytest.raises(Stopped):
        running.watch("read", 0.2)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.1, "nog een paar seconden"),
        (5.1, "nog ongeveer 10 seconden"),
        (41, "nog ongeveer 50 seconden"),
        (58, "nog ongeveer een minuut"),
        (85, "nog ongeveer een minuut"),
        (150, "nog ongeveer 2 minuten"),
        (600, "nog ongeveer 10 minuten"),
    ],
)
def test_time_left_in_words(seconds: float, words: str) -> None:
    assert time_left(rounded(seconds)) == words


def test_the_words_of_every_part_are_there() -> None:
    for lang in locale.LANGUAGES:
        locale.use(lang)
        assert all(
            locale.known(f"progress.{part}")
            for part in ("read", "compare", "take", "collect", "write")
        )


class Slow:
    """A preview that goes on when the test says so."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.ended = threading.Event()

    def preview(self, _path: Path, *, watch: Watch, **_: bool) -> Preview:
        try:
            watch("compare", 0.25)
            self.gate.wait(60)
            watch("compare", 0.5)
            return EMPTY
        finally:
            self.ended.set()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    made = Slow()
    monkeypatch.setattr(Snapshots, "preview", lambda _, *args, **how: made.preview(*args, **how))
    yield made
    made.gate.set()
    made.ended.wait(60)


async def begin(screen: Driver, home: Path) -> None:
    """Begin with looking at a file."""
    (home / "groot.json").touch()
    os.utime(home / "groot.json", (NOON, NOON))
    await screen.press("i")
    form(screen).field.value = "~/groot"
    await screen.until(lambda: "groot.json" in screen.text)
    form(screen).field.value = "~/groot.json"
    await screen.until(lambda: "groot.json" in screen.text)
    await screen.pilot.press("enter")
    await screen.until(lambda: form(screen).running and form(screen).running.share)


@pytest.mark.parametrize("size", SIZES)
async def test_it_is_told_and_stopped(
    db: Path, home: Path, clock: Clock, slow: Slow, size: tuple[int, int]
) -> None:
    name = f"{size[0]}x{size[1]}"
    async with driven(db, size) as screen:
        await begin(screen, home)
        assert "Kijkt wat er verandert" not in screen.text  # it may be done before anyone reads it
        clock.now += 10
        await screen.until(lambda: "nog ongeveer 30 seconden" in screen.text)
        await looks(screen, f"import-progress-{name}")
        await screen.pilot.press("escape")
        assert "Stopt…" in screen.text
        slow.gate.set()
        await screen.until(lambda: not screen.main.busy)
        assert "Gestopt. Er is niets veranderd." in screen.text
        await looks(screen, f"import-stopped-{name}")
        await screen.press("escape")
        assert screen.main.form is None


async def test_leaving_the_app_stops_the_work_first(db: Path, home: Path, slow: Slow) -> None:
    async with driven(db) as screen:
        await begin(screen, home)
        await screen.pilot.press("ctrl+q")
        assert screen.app.is_running
        slow.gate.set()
        await screen.until(lambda: not screen.main.busy)
        assert "Gestopt." in screen.text


async def test_enter_while_it_works_does_nothing(db: Path, home: Path, slow: Slow) -> None:
    async with driven(db) as screen:
        await begin(screen, home)
        running = form(screen).running
        await screen.pilot.press("enter", "tab", "down", "x")
        assert form(screen).running is running
        assert screen.lines[-1].strip().startswith("Esc stopt")
        slow.gate.set()


async def test_a_click_on_a_pane_waits_until_the_file_is_free(
    db: Path, home: Path, slow: Slow
) -> None:
    async with driven(db, (120, 40)) as screen:  # on a narrow screen a form covers the panes
        await begin(screen, home)
        await screen.pilot.click("#regions", offset=(4, 3))
        await screen.pilot.pause()
        assert screen.main.state.region is None
        slow.gate.set()
        await screen.until(lambda: not screen.main.busy)
        await screen.pilot.click("#regions", offset=(4, 3))
        await screen.until(lambda: screen.main.state.region)
