"""The app in a real pseudo-terminal, as a person uses it."""

import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")

SECONDS = 20.0
DOWN, ENTER, ESCAPE = "\x1b[B", "\r", "\x1b"


class Terminal:
    """A terminal with the app in it: type, and read what shows."""

    def __init__(self, db: Path, width: int, height: int) -> None:
        self.screen = pyte.Screen(width, height)
        self.stream = pyte.ByteStream(self.screen)
        self.app = pexpect.spawn(
            sys.executable,
            ["-m", "tui", "--db", str(db)],
            dimensions=(height, width),
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
            cwd=str(Path(__file__).parents[2]),
            timeout=SECONDS,
        )

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def read(self) -> None:
        """Take in what the app has written since."""
        try:
            self.stream.feed(self.app.read_nonblocking(65536, 0.05))
        except (pexpect.TIMEOUT, pexpect.EOF):
            return

    def shows(self, words: str) -> None:
        """Wait until words show; their blanks count as one."""
        ends = time.monotonic() + SECONDS
        while time.monotonic() < ends:
            self.read()
            if words in re.sub(" +", " ", self.text):
                return
        raise AssertionError(f"{words!r} does not show:\n{self.text}")

    def hides(self, words: str) -> None:
        """Wait until words show no longer."""
        ends = time.monotonic() + SECONDS
        while time.monotonic() < ends:
            self.read()
            if words not in self.text:
                return
        raise AssertionError(f"{words!r} still shows:\n{self.text}")

    def cursor_at(self, words: str) -> None:
        """Wait until the cursor stands where these words begin."""
        self.until(lambda before, after: after.startswith(words))

    def cursor_after(self, words: str) -> None:
        """Wait until the cursor stands where these words end."""
        self.until(lambda before, after: before.endswith(words))

    def until(self, stands: Callable[[str, str], bool]) -> None:
        """Wait until the line of the cursor is right: what is before it, and from it on."""
        ends = time.monotonic() + SECONDS
        while time.monotonic() < ends:
            self.read()
            x, y = self.screen.cursor.x, self.screen.cursor.y
            line = self.screen.display[y]
            if stands(line[:x], line[x:]):
                return
        raise AssertionError(f"the cursor is at {x}, {y}:\n{self.text}")

    def type(self, *keys: str) -> None:
        for key in keys:
            self.app.send(key)
            self.read()

    def quit(self) -> int:
        """Leave with ``q``; gives the exit code."""
        self.type("q")
        self.app.expect(pexpect.EOF)
        self.app.close()
        return int(self.app.exitstatus)


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
def test_browse_narrow_find_change_take_back_and_come_back(
    tmp_path: Path, width: int, height: int
) -> None:
    db = tmp_path / "nieuw.db"  # a new file fills itself
    screen = Terminal(db, width, height)
    screen.shows("3 Open")
    screen.shows("Samenwerkingsarrangement Oost")
    screen.shows("0 ")

    screen.type("1", "G", "k", ENTER)  # browse the regions, narrow to Twente
    screen.shows("Open Twente ✕")
    screen.shows("Van Twente zelf")

    screen.type("/")
    screen.shows("Typ om te zoeken.")
    screen.type(*"VHTO")
    screen.shows("Afspraken")
    screen.shows("TWE-04")
    screen.type(ENTER)
    screen.shows("0 VHTO: schakel met de regio")
    screen.shows("openstaand vaste afspraak doorlopend")

    screen.type("s")
    screen.shows("s Status van VHTO")
    screen.type(DOWN)
    screen.shows("▌◐ in uitvoering")
    screen.type(*"het eerste gesprek was goed", ENTER)
    screen.shows("TWE-04 is nu in uitvoering u draait terug")
    screen.shows("◐ in uitvoering vaste afspraak")

    screen.type("u")
    screen.shows("Teruggedraaid: status")
    screen.shows("openstaand vaste afspraak")
    assert screen.quit() == 0

    again = Terminal(db, width, height)
    again.shows("Open Twente ✕")
    again.shows("▌○ VHTO: schakel met de regio")
    again.shows("0 VHTO: schakel met de regio")
    again.shows("openstaand vaste afspraak doorlopend")
    again.type("h")
    again.shows("Geschiedenis")
    again.type(ESCAPE)
    again.shows("Regio’s")
    assert again.quit() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
def test_a_terminal_that_shrinks_and_grows(db: Path) -> None:
    screen = Terminal(db, 80, 24)
    screen.shows("3 Open")
    screen.app.setwinsize(5, 20)
    screen.screen.resize(5, 20)
    screen.shows("Dit venster is te")
    screen.app.setwinsize(24, 80)
    screen.screen.resize(24, 80)
    screen.shows("3 Open")
    screen.hides("te klein")
    assert screen.quit() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
def test_the_cursor_of_the_terminal_follows_the_focus(db: Path) -> None:
    screen = Terminal(db, 80, 24)
    screen.shows("▌○ ")
    assert not screen.screen.cursor.hidden
    screen.type(DOWN, DOWN)
    screen.cursor_at("▌○")
    screen.type("1", DOWN)
    screen.cursor_at("▌  ")
    screen.type("3", "\x1bOQ")
    screen.shows("› ")
    screen.type(*"hulp")
    screen.shows("› hulp")
    screen.cursor_after("hulp")
    screen.type(ESCAPE)
    screen.hides("› hulp")
    screen.cursor_at("▌○")
    screen.app.setwinsize(30, 120)
    screen.screen.resize(30, 120)
    screen.type("s")
    screen.shows("s Status van")
    screen.type(*"gebeld")
    screen.shows("gebeld")
    screen.cursor_after("gebeld")
    screen.type(ESCAPE)
    screen.hides("s Status van")
    screen.cursor_at("▌○")
    assert screen.quit() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")
def test_a_damaged_file_is_told_without_a_traceback(tmp_path: Path) -> None:
    db = tmp_path / "kapot.db"
    db.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    before = db.read_bytes()
    screen = Terminal(db, 80, 24)
    screen.shows("Het bestand gaat niet open")
    assert "Traceback" not in screen.text
    assert screen.quit() == 0
    assert db.read_bytes() == before
