"""The app in a real pseudo-terminal: type, resize, and read what shows."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte

from tui.locale import charset

ROOT = Path(__file__).parents[2]
SECONDS = 60.0  # that anything may take on a busy machine
SIGNS = str.maketrans(charset.ASCII)
PYTHON = (sys.executable, "-m", "tui")


def environment(term: str, **more: str) -> dict[str, str]:
    """The environment of the tests with another terminal in it; 24-bit colour only if asked."""
    without = ("TMUX", "COLORTERM", "COLUMNS", "LINES")  # the last two would hide the real size
    kept = {name: value for name, value in os.environ.items() if name not in without}
    return {**kept, "TERM": term, "PYTHONPATH": str(ROOT), **more}


def _as_from_a_terminal() -> None:
    """What starts the tests may ignore that its terminal goes away, and children would too."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Terminal:
    """A pseudo-terminal with the app in it."""

    def __init__(
        self,
        db: Path,
        size: tuple[int, int] = (80, 24),
        term: str = "xterm-256color",
        *,
        program: tuple[str, ...] = PYTHON,
        words: tuple[str, ...] = (),
        **more: str,
    ) -> None:
        width, height = size
        self.plain = term == "linux"  # whose font lacks the signs
        self.bytes = b""
        self._text: str | None = None
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self.screen)
        self.app = pexpect.spawn(
            program[0],
            [*program[1:], "--db", str(db), *words],
            dimensions=(height, width),
            env=environment(term, **more),
            cwd=str(ROOT),
            timeout=SECONDS,
            preexec_fn=_as_from_a_terminal,
        )
        self.app.delaybeforesend = None

    @property
    def text(self) -> str:
        if self._text is None:
            self._text = "\n".join(line.rstrip() for line in self.screen.display)
        return self._text

    @property
    def words(self) -> str:
        """What shows, with one blank where there are more, or where a line ends."""
        return " ".join(self.text.split())

    def read(self) -> None:
        """Take in what the app has written since."""
        try:
            new = self.app.read_nonblocking(65536, 0.02)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.bytes += new
        self._text = None
        self._stream.feed(new)

    def until(self, what: str, happened: Callable[[], object]) -> None:
        """Wait until something is so; a test that waits too long fails with what shows."""
        ends = time.monotonic() + SECONDS
        while not happened():
            assert time.monotonic() < ends, f"not so: {what}\n{self.text}"
            self.read()

    def shows(self, *words: str) -> None:
        drawn = [self.drawn(one) for one in words]
        self.until(f"shows {drawn}", lambda: all(one in self.words for one in drawn))

    def hides(self, words: str) -> None:
        drawn = self.drawn(words)
        self.until(f"hides {drawn}", lambda: drawn not in self.words)

    def drawn(self, words: str) -> str:
        """Words with their signs as this kind of terminal shows them."""
        return words.translate(SIGNS) if self.plain else words

    def rests(self) -> None:
        """Wait until nothing more is written for a while."""
        quiet = time.monotonic()
        while time.monotonic() - quiet < 0.4:
            before = len(self.bytes)
            self.read()
            if len(self.bytes) > before:
                quiet = time.monotonic()

    def type(self, *keys: str) -> None:
        for key in keys:
            self.app.send(key)
            self.read()

    def paste(self, text: str, *, end: str = "\x1b[201~") -> None:
        """What a terminal sends when text is pasted, in pieces: its buffer holds no more."""
        whole = f"\x1b[200~{text}{end}".encode()
        for start in range(0, len(whole), 1000):
            self.app.send(whole[start : start + 1000])
            self.read()

    def resize(self, width: int, height: int) -> None:
        self.screen.resize(height, width)
        self._text = None
        self.app.setwinsize(height, width)

    def ended(self) -> int | None:
        """The exit code, once the app has gone; None where a signal ended it."""
        self.until("ended", lambda: self.read() or not self.app.isalive())
        self.read()
        self.app.close()
        code: int | None = self.app.exitstatus
        return code

    def quit(self) -> int | None:
        self.type("q")
        return self.ended()
