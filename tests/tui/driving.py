"""The app in a test: opened, driven by keys, read as text."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tui import keys
from tui.app import ArrangementApp
from tui.screens.main import MainScreen

VHTO = "agreements/oost-2-twe-04"
CALM = 2  # looks at a stretch at which there is nothing to do
PATIENCE = 500


class Driver:
    """Keys in, text out."""

    def __init__(self, app: ArrangementApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def main(self) -> MainScreen:
        return self.app.main

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.rest()

    async def rest(self) -> None:
        """Wait until the app has nothing to do. The pilot only looks at the processor, and takes
        a program that gets no turn on a busy machine for one that is done. What a thread still
        works on is waited for with ``until``."""
        calm = 0
        for _ in range(PATIENCE):
            await self.pilot._wait_for_screen()
            calm = 0 if self._at_work() else calm + 1
            if calm == CALM:
                break
        if self.app.screen_stack:
            self.app.screen._on_timer_update()

    def _at_work(self) -> bool:
        """Whether something waits to be done, keys and what follows a redrawing included."""
        if not self.app.is_running or not self.app.screen_stack:
            return False
        typist = self.app._typist
        pumps = [self.app, *self.app.screen.walk_children(with_self=True)]
        waiting = any(one.message_queue_size or one._next_callbacks for one in pumps)
        return waiting or bool(typist._waiting) or bool(self.app.screen._callbacks)

    async def type(self, text: str) -> None:
        await self.press(*map(self.named, text))

    @staticmethod
    def named(letter: str) -> str:
        """The key of a character by Textual's name."""
        return "space" if letter == " " else keys.NAMES.get(letter, letter)

    async def until(self, happened: Any, tries: int = 1000) -> None:
        """Wait until something is true; a test that waits too long fails."""
        for _ in range(tries):
            if happened():
                await self.pilot.pause()
                return
            await self.pilot.pause(0.02)
        raise AssertionError("did not happen")

    @property
    def lines(self) -> list[str]:
        """What the screen shows, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.lines)

    @property
    def words(self) -> str:
        """What shows, with one blank where there are more, or where a line ends: how long the
        name of a folder is differs from machine to machine."""
        return " ".join(self.text.split())

    def line_with(self, words: str) -> str:
        found = [line for line in self.lines if words in line]
        assert found, f"{words!r} does not show:\n{self.text}"
        return found[0]


@asynccontextmanager
async def driven(
    path: Path, size: tuple[int, int] = (80, 24), *, lang: str | None = "nl"
) -> AsyncIterator[Driver]:
    """The app over a file, once its data shows."""
    app = ArrangementApp(path, lang)
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        await driver.until(lambda: driver.main.ready or len(app.screen_stack) > 1)
        yield driver
