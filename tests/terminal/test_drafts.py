"""What was being typed when the laptop died is offered at the next start."""

import signal
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from storage.store import Store
from tests.terminal.pty import Terminal
from tests.tui.driving import VHTO

Opened = Callable[..., Terminal]


def written(home: Path, words: str) -> bool:
    return any(words in file.read_text("utf-8") for file in home.rglob("drafts/*.json"))


def test_a_note_after_kill_9(opened: Opened, db: Path, home: Path) -> None:
    screen = opened()
    screen.type("/", *"vhto")
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
    again.shows("✓ Aantekening bij TWE-04")
    again.type("\x1b")
    again.hides("Hoe heet u?")
    assert again.quit() == 0
    with closing(Store.open(db)) as store:
        assert [one.text for one in store.entries(VHTO)] == ["gebeld met VHTO, en toen verder"]
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
