"""The app in a test: opened, driven by keys, read as text."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.events import Key, MouseScrollDown
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from tui.app import ArrangementApp
from tui.commands import keymap
from tui.forms.files import lookout
from tui.screens.main import MainScreen

VHTO = "agreements/oost-2-twe-04"
PATIENCE = 60.0  # seconds that anything may take on a busy machine
LOOK = 0.005  # seconds between two looks at what a thread or a timer brings


@cache
def _rules(
    variables: frozenset[tuple[str, str]], css: str, *more: Any, **named: Any
) -> list[RuleSet]:
    return READ(Stylesheet(variables=dict(variables)), css, *more, **named)


def _rules_of(sheet: Stylesheet, css: str, *more: Any, **named: Any) -> list[RuleSet]:
    """Styles that one app has read need not be read by the next: that is a third of its start."""
    return _rules(frozenset(sheet._variables.items()), css, *more, **named)


READ = Stylesheet._parse_rules
Stylesheet._parse_rules = _rules_of  # type: ignore[method-assign]


def without_sharing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each style sheet read its own styles, as outside the tests."""
    monkeypatch.setattr(Stylesheet, "_parse_rules", READ)


async def rest(app: App[Any]) -> None:
    """Wait until nothing in the app goes on before a key, a timer or a thread comes.

    What a thread still works on is waited for with ``settled``.
    """
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    ends = monotonic() + PATIENCE
    while monotonic() < ends:
        await asyncio.sleep(0)
        if ready:
            continue
        if not app.is_running or not app.screen_stack:
            return
        app.screen._on_timer_update()  # draws what is due, without waiting for the frame
        if not ready:
            return
    raise AssertionError("never at rest")


async def settled(app: App[Any]) -> None:
    """Wait until no thread works for the screen either; a timer is waited for with ``until``."""
    ends = monotonic() + PATIENCE
    await rest(app)
    while app.is_running and works(app):
        assert monotonic() < ends, "never settled; a test that holds a thread presses by ``pilot``"
        await asyncio.sleep(LOOK)
        if not works(app):  # what it brought is on its way by now
            await rest(app)


def works(app: App[Any]) -> bool:
    """Whether a thread reads or writes for the screen."""
    beside = any(thread.name == lookout.NAME for thread in threading.enumerate())
    return beside or any(not worker.is_finished for worker in app.workers)


class Hand(Pilot[None]):
    """Textual's pilot looks at the processor to see whether the app is done: that takes 60 ms for
    a key, and on a busy machine a program that gets no turn looks as if it were done."""

    async def press(self, *names: str) -> None:
        for name in (keymap.NAMES.get(name, name) for name in names):
            character = keymap.CHARACTERS.get(name) or (name if len(name) == 1 else None)
            self.app.post_message(Key(name, " " if name == "space" else character))
            await rest(self.app)

    async def pause(self, delay: float | None = None) -> None:
        if delay is not None:
            await asyncio.sleep(delay)
        await rest(self.app)

    async def resize_terminal(self, width: int, height: int) -> None:
        await super().resize_terminal(width, height)
        ends = monotonic() + PATIENCE
        while self.app.is_running and self.app.screen_stack and monotonic() < ends:
            if self.app.screen.outer_size == (width, height):
                return
            await self.pause(LOOK)  # Textual waits a moment for more of the same


class Driver:
    """Keys in, text out."""

    def __init__(self, app: ArrangementApp) -> None:
        self.app = app
        self.pilot = Hand(app)

    @property
    def main(self) -> MainScreen:
        return self.app.main

    async def press(self, *keys: str) -> None:
        """Press these keys, one after the other, and wait for all that they set going."""
        await self.pilot.press(*keys)
        await settled(self.app)

    async def rest(self) -> None:
        await rest(self.app)

    async def wheel(self, widget: Widget) -> None:
        """Turn the wheel one notch down over a widget."""
        widget.post_message(MouseScrollDown(widget, 0, 0, 0, 1, 0, False, False, False))
        await self.rest()

    async def type(self, text: str) -> None:
        await self.press(*map(self.named, text))

    @staticmethod
    def named(letter: str) -> str:
        """The key of a character by Textual's name."""
        return "space" if letter == " " else keymap.NAMES.get(letter, letter)

    async def until(self, happened: Callable[[], object], patience: float = PATIENCE) -> None:
        """Wait until something is true; a test that waits too long fails."""
        ends = monotonic() + patience
        await self.rest()
        while not happened():
            if monotonic() > ends:
                raise AssertionError(f"did not happen:\n{self.text}")
            await self.pilot.pause(LOOK)

    @property
    def strips(self) -> list[Strip]:
        """What the screen shows, line by line, with its colours."""
        return self.app.screen._compositor.render_strips()

    @property
    def lines(self) -> list[str]:
        """What the screen shows, line by line."""
        return ["".join(segment.text for segment in strip) for strip in self.strips]

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.lines)

    @property
    def words(self) -> str:
        """What shows, with one blank where there are more, or where a line ends, and
        without the bar of a message: how long the name of a folder is differs by machine."""
        return " ".join(self.text.replace("▌", " ").split())

    def line_with(self, words: str) -> str:
        found = [line for line in self.lines if words in line]
        assert found, f"{words!r} does not show:\n{self.text}"
        return found[0]


@asynccontextmanager
async def driven(
    path: Path, size: tuple[int, int] = (80, 24), *, lang: str | None = "nl", follow: str = ""
) -> AsyncIterator[Driver]:
    """The app over a file, once its data shows; with a meeting to follow, if one is given."""
    app = ArrangementApp(path, lang, follow=follow)
    async with app.run_test(size=size):
        driver = Driver(app)
        await driver.until(lambda: driver.main.ready or len(app.screen_stack) > 1)
        yield driver
