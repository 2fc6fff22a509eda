"""Every way in which the app can end: the terminal as it was, nothing half written."""

import signal
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from storage.store import Store
from tests.terminal.pty import Terminal
from tests.tui.driving import VHTO

Opened = Callable[..., Terminal]
RESTORED = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l", b"\x1b[?1000l")
IN_A_COMMAND = "raise ZeroDivisionError('[/] \\x1b[2J kapot')"
IN_A_THREAD = f"""
        def work():
            {IN_A_COMMAND}
        screen.run_worker(work, thread=True)"""
IN_A_WIDGET = "screen.focused.render_line = lambda y: 1 / 0; screen.focused.refresh()"
BROKEN = """
import sys
from tui.__main__ import main
from tui.commands.command import Command
def run(command, screen):
    {how}
Command.run = run
main()
"""


@pytest.mark.parametrize("how", [IN_A_COMMAND, IN_A_THREAD, IN_A_WIDGET])
@pytest.mark.parametrize(
    ("lang", "sentence"),
    [("nl", "door een fout in het programma zelf (ZeroDivisionError)"),
     ("en", "on an error of its own (ZeroDivisionError)")],
)  # fmt: skip
def test_an_error_of_its_own(db: Path, home: Path, how: str, lang: str, sentence: str) -> None:
    code = BROKEN.format(how=how)
    screen = Terminal(db, program=(sys.executable, "-c", code, "--lang", lang))
    screen.shows("3 Open", "1/6")
    screen.type("t")
    assert screen.ended() == 1
    said = screen.bytes.rpartition(RESTORED[0])[2].decode()
    assert sentence in " ".join(said.split())
    assert "Traceback" not in said
    assert all(one in screen.bytes for one in RESTORED)
    (kept,) = (home / "state").rglob("fout-*.txt")
    assert str(kept) in said
    text = kept.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in text
    assert "Traceback" in text
    with closing(Store.open(db)) as store:
        assert store.check() == []


def test_an_error_that_cannot_be_kept(db: Path, home: Path) -> None:
    """It is told whole: better an English traceback than nothing."""
    (home / "state").write_text("a file where a folder should be")
    code = BROKEN.format(how=IN_A_COMMAND)
    screen = Terminal(db, program=(sys.executable, "-c", code))
    screen.shows("3 Open", "1/6")
    screen.type("t")
    assert screen.ended() == 1
    said = screen.bytes.rpartition(RESTORED[0])[2].decode()
    assert "kon niet in een bestand" in said
    assert "ZeroDivisionError: [/] �[2J kapot" in said


def test_a_terminal_that_goes_away(opened: Opened, db: Path) -> None:
    """What was saved is there, what was being typed is not, and the file is whole."""
    screen = opened()
    screen.type("/", *"twe-04")
    screen.shows("TWE-04")
    screen.type("\r", "a", *"bewaard", "\r")
    screen.shows("✓ Aantekening bij")
    screen.type("a", *"half")
    screen.shows("half")
    screen.app.kill(signal.SIGHUP)
    screen.ended()
    with closing(Store.open(db)) as store:
        assert [one.text for one in store.page(VHTO).entries] == ["bewaard"]
        assert store.check() == []


def test_a_terminal_that_goes_away_while_much_is_written(opened: Opened, db: Path) -> None:
    screen = opened()
    for n in range(40):
        screen.app.send(f"anote {n}\r")
    screen.shows("✓ Aantekening bij")
    screen.app.kill(signal.SIGHUP)
    screen.ended()
    with closing(Store.open(db)) as store:
        texts = [str(one["text"]) for one in store.records("entries")]
        assert texts
        assert set(texts) <= {f"note {n}" for n in range(40)}
        assert store.check() == []
        store.note(VHTO, "en verder")


def test_a_damaged_file_is_told_without_a_traceback(tmp_path: Path) -> None:
    db = tmp_path / "kapot.db"
    db.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    before = db.read_bytes()
    screen = Terminal(db)
    screen.shows("Het bestand gaat niet open")
    assert "Traceback" not in screen.text
    assert screen.quit() == 0
    assert db.read_bytes() == before
    assert all(one in screen.bytes for one in RESTORED)
