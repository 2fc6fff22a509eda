"""Inside tmux, which is a terminal of its own between the app and the window."""

import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.pty import ROOT, SECONDS, environment

TMUX = shutil.which("tmux")
pytestmark = pytest.mark.skipif(TMUX is None, reason="tmux is not installed here")
STAYS = "; echo code $?; cat"


class Tmux:
    """A tmux server of its own, with one window of 80 by 24."""

    def __init__(self, folder: Path, db: Path) -> None:
        settings = folder / "tmux.conf"
        settings.write_text('set -g default-terminal "tmux-256color"\nset -g escape-time 10\n')
        self._start = [str(TMUX), "-S", str(folder / "tmux"), "-f", str(settings)]
        app = shlex.join([sys.executable, "-m", "tui", "--db", str(db)])
        self.do("new-session", "-d", "-x", "80", "-y", "24", "-c", str(ROOT), app + STAYS)

    def do(self, *words: str) -> str:
        done = subprocess.run(
            [*self._start, *words],
            check=True,
            capture_output=True,
            text=True,
            env=environment("xterm-256color"),
        )
        return done.stdout

    def type(self, *keys: str) -> None:
        self.do("send-keys", *keys)

    @property
    def words(self) -> str:
        return " ".join(self.do("capture-pane", "-p").split())

    def shows(self, *words: str) -> None:
        ends = time.monotonic() + SECONDS
        while not all(one in self.words for one in words):
            assert time.monotonic() < ends, f"not so: {words}\n{self.do('capture-pane', '-p')}"
            time.sleep(0.05)


@pytest.fixture
def tmux(tmp_path: Path, db: Path) -> Iterator[Tmux]:
    made = Tmux(tmp_path, db)
    yield made
    made.do("kill-server")


def test_a_session_with_a_split_and_a_paste(tmux: Tmux) -> None:
    tmux.shows("3 Open 1/6")
    tmux.type("1", "G", "Enter")
    tmux.shows("3 Open Twente ✕")
    tmux.type("/", "t", "w", "e", "-", "0", "4")
    tmux.shows("/ twe-04", "TWE-04")
    tmux.type("Enter")
    tmux.shows("▌○ VHTO", "Twente ✕", "3/5")

    tmux.do("set-buffer", "-b", "one", "dq\x1b[B\nq")
    tmux.do("paste-buffer", "-p", "-b", "one")
    tmux.type("a")
    tmux.shows("a Aantekening bij VHTO")
    tmux.do("split-window", "-h", "-d", "sleep 1000")
    tmux.do("paste-buffer", "-p", "-b", "one")
    tmux.shows("dq[B")
    tmux.type("Enter")
    tmux.shows("▌○ VHTO")
    tmux.do("kill-pane", "-t", "1")
    tmux.shows("1 Regio's 6 open 3 Open Twente ✕")  # beside each other again
    tmux.shows("3 Open Twente ✕", "3/5", "▌○ VHTO")
    tmux.type("u")
    tmux.shows("Teruggedraaid: aantekening")
    tmux.type("q")
    tmux.shows("code 0")
