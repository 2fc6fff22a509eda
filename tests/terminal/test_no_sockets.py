"""No network, by what the kernel was asked: compiled modules and threads are heard too."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests import sockets
from tests.terminal.pty import PYTHON, Terminal, environment

CALLS = (
    "socket(",
    "socketpair(",
    "connect(",
    "bind(",
    "listen(",
    "accept",
    "sendmsg(",
    "sendmmsg(",
)


def test_a_test_in_which_anything_asks_for_a_network_fails() -> None:
    for ask in (socket.socket, lambda: socket.getaddrinfo("localhost", 80)):
        with pytest.raises(PermissionError):
            ask()
    assert len(sockets.asked) == 2
    sockets.asked.clear()
    for one in socket.socketpair():
        one.close()


@pytest.fixture
def heard(tmp_path: Path) -> Path:
    """Where what was asked of the kernel is written."""
    return tmp_path / "calls"


@pytest.fixture
def traced(heard: Path) -> tuple[str, ...]:
    """What to put before a program so that its calls for a network are written down."""
    command = ("strace", "--follow-forks", "--trace=%network", "--output", str(heard))
    own = "import socket; socket.socketpair(); socket.socket()"
    try:
        subprocess.run([*command, sys.executable, "-c", own], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"calls of the kernel cannot be followed here: {error}")
    assert [call.split("(")[0] for call in calls(heard)] == ["socketpair", "socket"]
    return command


def calls(heard: Path) -> list[str]:
    """The calls that make, name, open or reach a socket."""
    lines = (line.partition(" ")[2].lstrip() for line in heard.read_text().splitlines())
    return [line for line in lines if line.startswith(CALLS)]


@pytest.mark.parametrize(
    "words",
    [
        ["list", "agreements"],
        ["search", "vhto"],
        ["note", "TWE-04", "gebeld"],
        ["export", "uit.json"],
        ["import", "uit.json"],
        ["sync", "map"],
        ["check"],
    ],
    ids=lambda words: words[0],
)
def test_a_command_makes_no_socket(
    traced: tuple[str, ...], heard: Path, db: Path, tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / "map").mkdir()
    if words[0] == "import":
        command(db, tmp_path, "export", words[1])
    command(db, tmp_path, *words, before=traced)
    assert calls(heard) == []


def command(db: Path, folder: Path, *words: str, before: tuple[str, ...] = ()) -> None:
    """Run a command in a folder; it must do what it says."""
    done = subprocess.run(
        [*before, *PYTHON, "--db", str(db), "--by", "Ann", *words],
        cwd=folder, env=environment("xterm"),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_the_screen_has_but_the_pair_that_wakes_its_own_loop(
    traced: tuple[str, ...], heard: Path, db: Path
) -> None:
    screen = Terminal(db, program=(*traced, *PYTHON))
    try:
        screen.shows("3 Open", "1/6")
        assert screen.quit() == 0
    finally:
        screen.app.close(force=True)
    (pair,) = calls(heard)
    assert pair.startswith("socketpair(AF_UNIX, ")
