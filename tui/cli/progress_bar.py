"""How far something long is, told on a terminal; Ctrl+C stops it where nothing is half."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from storage.progress import Stopped, Watch
from tui.cli.stderr import tell
from tui.locale import say
from tui.words import remaining
from tui.words.remaining import Running, time_left

OFTEN = 0.2  # seconds between what is told


@contextmanager
def watching() -> Iterator[Watch]:
    """For what can be watched. Ended by Ctrl+C it says that nothing changed, with exit code 1; a
    second Ctrl+C ends everything at once."""
    running = Running()
    before = signal.getsignal(signal.SIGINT)

    def stop(*_: object) -> None:
        running.stop()
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, stop)
    line = _Line(running)
    try:
        yield line.watch
    except Stopped:
        line.clear()
        tell(say("progress.stopped"))
        raise click.exceptions.Exit(1) from None
    finally:
        line.clear()
        signal.signal(signal.SIGINT, before)


class _Line:
    """The last line of a terminal, written over time and again; elsewhere nothing."""

    def __init__(self, running: Running) -> None:
        self._running = running
        self._terminal = sys.stderr.isatty()
        self._width = 0
        self._next = 0.0

    def watch(self, part: str, share: float) -> None:
        self._running.watch(part, share)
        if self._terminal and self._running.slow and remaining.clock() >= self._next:
            self._next = remaining.clock() + OFTEN
            self._write(_told(self._running))

    def clear(self) -> None:
        if self._width:
            self._write("")
            self._width = 0

    def _write(self, text: str) -> None:
        click.echo(f"\r{text.ljust(self._width)}\r", nl=False, err=True)
        self._width = len(text)


def _told(running: Running) -> str:
    left = running.left()
    told = [f"{running.share:4.0%}", say(f"progress.{running.part}")]
    return "  ".join([*told, *([time_left(left)] if left is not None else [])])
