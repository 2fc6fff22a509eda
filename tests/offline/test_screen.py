"""The screen from an unpacked zip, in a real terminal: without a network, and beside an update."""

import re
import subprocess
import time
from pathlib import Path

import pytest

from tests.offline.conftest import PYTHON, Laptop

pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")

SECONDS = 60.0
ALONE = """
import errno, socket
assert [name for _, name in socket.if_nameindex()] == ["lo"], socket.if_nameindex()
for address in ("192.0.2.1", "127.0.0.1"):
    reached = socket.socket().connect_ex((address, 9))
    assert reached == errno.ENETUNREACH, (address, reached)
"""
NO_SOCKETS = """
import runpy, socket, sys
def guard(event, arguments):
    made = event == "socket.__new__" and arguments[1] != socket.AF_UNIX
    if made or event == "socket.getaddrinfo":
        raise RuntimeError(f"asks for a network: {event} {arguments}")
sys.addaudithook(guard)
sys.argv = ["tui.py"]
runpy.run_path("tui.py", run_name="__main__")
"""


class Screen:
    """What shows in a terminal of 120 by 40 with a program in it."""

    def __init__(self, laptop: Laptop, *command: str) -> None:
        self.screen = pyte.Screen(120, 40)
        self.stream = pyte.ByteStream(self.screen)
        env = {**laptop.env, "TERM": "xterm-256color"}
        self.program = pexpect.spawn(
            command[0], [*command[1:]], dimensions=(40, 120), env=env, cwd=str(laptop.home)
        )

    def shows(self, words: str) -> None:
        """Wait until words show; their blanks count as one."""
        ends = time.monotonic() + SECONDS
        while words not in re.sub(" +", " ", "\n".join(self.screen.display)):
            assert time.monotonic() < ends, "\n".join(self.screen.display)
            try:
                self.stream.feed(self.program.read_nonblocking(65536, 0.1))
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                ends = 0

    def quit(self) -> int:
        """Leave with ``q``; gives the exit code."""
        self.program.send("q")
        self.program.expect(pexpect.EOF)
        self.program.close()
        return int(self.program.exitstatus)


@pytest.fixture
def without() -> list[str]:
    """What to put before a command so that it runs without any network."""
    apart = ["unshare", "-rn"]
    tried = subprocess.run([*apart, "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"this system allows no network namespace: {tried.stderr.strip()}")
    return apart


def test_unpacked_and_started_without_any_network(laptop: Laptop, without: list[str]) -> None:
    assert laptop.run(*without, PYTHON, "-c", ALONE).stderr == ""
    screen = Screen(laptop, *without, *laptop.command())
    screen.shows("Samenwerkingsarrangement Oost")
    screen.shows("3 Open")
    assert screen.quit() == 0
    listed = laptop.run(*without, *laptop.command("list", "agreements", "--region", "twente"))
    assert listed.returncode == 0
    assert "TWE-04" in listed.stdout


def test_the_screen_asks_for_no_network(laptop: Laptop) -> None:
    screen = Screen(laptop, PYTHON, "-S", "-c", NO_SOCKETS)
    screen.shows("3 Open")
    assert screen.quit() == 0


def test_a_version_in_use_stays_until_it_is_left(laptop: Laptop, newer: Path) -> None:
    screen = Screen(laptop, *laptop.command())
    screen.shows("3 Open")
    (old,) = laptop.unpacked
    laptop.unpack(newer)
    laptop.starts()
    assert old in laptop.unpacked
    screen.program.send("h")  # its code is read only now
    screen.shows("Geschiedenis")
    assert screen.quit() == 0
    laptop.starts()
    assert old not in laptop.unpacked
