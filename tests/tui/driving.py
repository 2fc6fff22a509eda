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
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.press(*map(self.named, text))

    @staticmethod
    def named(letter: str) -> str:
        """The key of a character by Textual's name."""
        return "space" if letter == " " else keys.NAMES.get(letter, letter)

    async def until(self, happened: Any) -> None:
        """Wait until something is true; a test that waits too long fails."""
        for _ in range(1000):
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
