"""A real pseudo-terminal, and how long a program takes to show something in it."""

import os
import re
import sys
import time
from pathlib import Path

import pexpect

WIDTH, HEIGHT = 120, 40


def as_installed() -> dict[str, str]:
    """The environment in which byte code is kept, as on any laptop."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


class Terminal:
    """A program in a pseudo-terminal of 120 by 40."""

    def __init__(self, *arguments: str) -> None:
        self._started = time.perf_counter()
        self._child = pexpect.spawn(
            sys.executable,
            [*arguments],
            dimensions=(HEIGHT, WIDTH),
            encoding=None,
            timeout=60,
            env=as_installed(),
        )
        self._child.delaybeforesend = None  # or each key would wait 50 ms before it is sent

    def shows(self, text: str) -> float:
        """Seconds since the start, or since the last key, until the text is written."""
        self._child.expect(re.escape(text.encode()))
        return time.perf_counter() - self._started

    def press(self, key: str) -> None:
        self._started = time.perf_counter()
        self._child.send(key)

    def settle(self) -> None:
        """Wait until nothing more is written."""
        while self._child.expect([rb".+", pexpect.TIMEOUT], timeout=0.5) == 0:
            pass

    def peak_memory(self) -> int:
        """The most memory it has had, in KiB (Linux)."""
        status = Path(f"/proc/{self._child.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1])

    def close(self) -> None:
        self._child.send("q")
        self._child.expect(pexpect.EOF)
        self._child.close()
