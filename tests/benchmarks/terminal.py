"""A real pseudo-terminal, and how long a program takes to show something in it."""

import os
import re
import sys
import time
from pathlib import Path

import pexpect

WIDTH, HEIGHT = 120, 40
SILENCE = 0.15  # seconds without output after which a picture is whole


def as_installed() -> dict[str, str]:
    """The environment in which byte code is kept, as on any laptop."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


class Terminal:
    """A program in a pseudo-terminal of 120 by 40; ``home`` holds its configuration."""

    def __init__(
        self, *arguments: str, program: str = sys.executable, home: Path | None = None,
        leave: str = "q",
    ) -> None:  # fmt: skip
        self._leave = leave
        size = {"LINES": str(HEIGHT), "COLUMNS": str(WIDTH)}  # a test runner may have set others
        env = {**as_installed(), **size, "TERM": "xterm-256color"}
        if home is not None:
            env |= {f"XDG_{one}_HOME": str(home / one) for one in ("CONFIG", "DATA", "CACHE")}
        self._started = time.perf_counter()
        self._child = pexpect.spawn(
            program, [*arguments], dimensions=(HEIGHT, WIDTH), encoding=None, timeout=60, env=env
        )
        self._child.delaybeforesend = None  # or each key would wait 50 ms before it is sent

    def shows(self, text: str) -> float:
        """Seconds since the start, or since the last key, until the text is written."""
        self._child.expect(re.escape(text.encode()))
        return time.perf_counter() - self._started

    def still(self) -> float:
        """Seconds since the last key until the last of what it writes."""
        self._child.expect(rb".+")
        last = time.perf_counter()
        while self._child.expect([rb".+", pexpect.TIMEOUT], timeout=SILENCE) == 0:
            last = time.perf_counter()
        return last - self._started

    def press(self, key: str) -> None:
        self._started = time.perf_counter()
        self._child.send(key)

    def settle(self) -> None:
        """Wait until nothing more is written, or no more than a clock's ticks."""
        quiet = time.perf_counter() + 3
        while self._child.expect([rb".+", pexpect.TIMEOUT], timeout=0.5) == 0:
            if time.perf_counter() > quiet:
                return

    def peak_memory(self) -> int:
        """The most memory it has had, in KiB (Linux)."""
        status = Path(f"/proc/{self._child.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1])

    def close(self) -> None:
        self._child.send(self._leave)
        self._child.expect(pexpect.EOF)
        self._child.close()
