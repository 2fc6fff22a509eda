"""What was being typed when the laptop died is offered at the next start."""

import os
import signal
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import sleep

import pytest

from storage.store import Store
from tests.terminal.pty import Terminal
from tests.terminal.test_ending import RESTORED
from tests.tui.driving import VHTO

Opened = Callable[..., Terminal]


def written(home: Path, words: str) -> bool:
    return any(words in file.read_text("utf-8") for file in home.rglob("drafts/*.json"))


def test_a_note_after_kill_9(opened: Opened, db: Path, home: Path) -> None:
    screen = opened()
    screen.type("/", *"twe-04")
    screen.shows("TWE-04")
    screen.type("\r", "a", *"gebeld met VHTO, en toen")
    screen.shows("en toen")
    screen.until("it is written down", lambda: screen.read() or written(home, "en toen"))
    screen.app.kill(signal.SIGKILL)
    assert screen.ended() is None
    (file,) = home.rglob("drafts/*.json")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = Terminal(db)
    again.shows("Getypt, maar niet bewaard", "gebeld met VHTO, en toen", "Enter ga verder")
    again.type("\r")
    again.shows("a Aantekening bij VHTO", "en toen")
    again.type(*" verder", "\r")
    again.shows("✓ Aantekening bij TWE-04", "Hoe heet u?")
    again.type("\x1b")
    again.hides("Hoe heet u?")
    assert again.quit() == 0
    with closing(Store.open(db)) as store:
        assert [one.text for one in store.page(VHTO).entries] == ["gebeld met VHTO, en toen verder"]
        assert store.check() == []
    assert not list(home.rglob("drafts/*.json"))


def test_a_form_after_its_terminal_went_away(opened: Opened, db: Path, home: Path) -> None:
    screen = opened()
    screen.type("e", *" en verder")
    screen.until("it is written down", lambda: screen.read() or written(home, "en verder"))
    screen.app.kill(signal.SIGHUP)
    screen.ended()
    again = Terminal(db)
    again.shows("Getypt, maar niet bewaard", "en verder")
    again.type("d")
    again.shows("Weggegooid")
    again.type("\x1b")
    again.shows("3 Open")
    assert again.quit() == 0
    assert not list(home.rglob("drafts/*.json"))


NEVER_BY_ITSELF = """
import sys
import tui.app
tui.app.POLL = 3600
from tui.__main__ import main
main()
"""


def closed(screen: Terminal) -> None:
    """As a window is closed: the terminal itself is gone."""
    os.close(screen.app.child_fd)
    screen.read = lambda: sleep(0.02)  # type: ignore[method-assign]


@pytest.mark.parametrize(
    "end",
    [lambda screen: screen.app.kill(signal.SIGHUP), lambda screen: screen.app.kill(signal.SIGTERM),
     closed],
    ids=["hung up", "told to end", "window closed"],
)  # fmt: skip
def test_what_was_typed_last_is_kept_when_the_terminal_is_closed(
    db: Path, home: Path, end: Callable[[Terminal], None]
) -> None:
    screen = Terminal(db, program=(sys.executable, "-c", NEVER_BY_ITSELF))
    screen.shows("3 Open", "1/6")
    screen.type("a", *"zojuist getypt")
    screen.shows("zojuist getypt")
    assert not written(home, "zojuist")
    end(screen)
    screen.until("it is written down", lambda: written(home, "zojuist getypt"))
    screen.until("ended", lambda: not screen.app.isalive())
    again = Terminal(db)
    again.shows("Getypt, maar niet bewaard", "zojuist getypt")
    again.app.close(force=True)


def test_told_to_end_the_terminal_is_as_it_was(opened: Opened) -> None:
    screen = opened()
    screen.app.kill(signal.SIGTERM)
    assert screen.ended() == 128 + signal.SIGTERM
    assert all(one in screen.bytes for one in RESTORED)
