"""Pasted text is text: in a field it stands there, elsewhere it does nothing."""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from storage.store import Store
from tests.terminal.pty import Terminal
from tests.tui.driving import VHTO
from tui.base.pasted import SILENCE

Opened = Callable[..., Terminal]
HOSTILE = (
    "dq", "d\x1bq", "\x1b", "\x1b[B\x1b[Bd", "\x1b[31mdq\x1b[2J", "\x1b]0;x\x07dq", "\x1bOPdq",
    "\x1b[200~dq", "\x9b2Jdq", "\x00\x03\x04\x11dq", "\x1b[<0;10;10Mdq", "\x1b[201", "x" * 5000,
)  # fmt: skip


def notes(db: Path) -> list[str]:
    with closing(Store.open(db)) as store:
        return [str(one["text"]) for one in store.records("entries")]


def test_lines_into_a_note(opened: Opened, db: Path) -> None:
    screen = opened()
    screen.type("a")
    screen.shows("a Aantekening bij")
    screen.paste("eerste regel\ntweede q regel")
    screen.shows("eerste regel", "tweede q regel")
    screen.type("\r")
    screen.shows("✓ Aantekening bij")
    assert notes(db) == ["eerste regel\ntweede q regel"]


def test_lines_into_a_field_of_one_line(opened: Opened) -> None:
    screen = opened()
    screen.type("/")
    screen.shows("typ een")
    screen.paste("vhto\nd\nq")
    screen.shows("/ vhto", "TWE-04")
    screen.type("\x1b")
    screen.shows("3 Open 1/6")


def test_outside_a_field_it_does_nothing(opened: Opened, db: Path) -> None:
    screen = opened()
    screen.type("j")  # what is told at the start goes at the first key
    screen.shows("3 Open 2/6")
    screen.type("k")
    screen.shows("3 Open 1/6")
    screen.rests()
    before = screen.text
    for hostile in HOSTILE:
        screen.paste(hostile)
        screen.type("j")
        screen.shows("3 Open 2/6")
        screen.type("k")
        screen.until(f"as before {hostile!r}", lambda: screen.text == before)
    with closing(Store.open(db)) as store:
        assert store.page(VHTO).life == "live"


def test_hostile_bytes_into_a_note(opened: Opened, db: Path) -> None:
    screen = opened()
    screen.type("a")
    screen.shows("a Aantekening bij")
    screen.paste("een\x1b[31mrood\x1b[2J\x00\x07\x1b\u202ed\x1b[Aq\x1b[20")
    screen.shows("een[31mrood[2Jd[Aq[20")
    screen.type("\r")
    screen.shows("✓ Aantekening bij")
    assert notes(db) == ["een[31mrood[2Jd[Aq[20"]


def test_more_than_the_terminal_holds(opened: Opened, db: Path) -> None:
    text = "\n".join(f"regel {n} dqdq" for n in range(3000))
    screen = opened()
    screen.type("a")
    screen.shows("a Aantekening bij")
    screen.paste(text)
    screen.shows("regel 2999 dqdq")
    screen.type("\r")
    screen.shows("✓ Aantekening bij")
    assert notes(db) == [text]


def test_one_that_a_resize_cuts(opened: Opened, db: Path) -> None:
    screen = opened()
    screen.type("a")
    screen.shows("a Aantekening bij")
    screen.paste("eerste helft", end="")
    screen.resize(120, 40)
    screen.app.send("\x1b[I en tweede helft\x1b[201~")
    screen.shows("eerste helft[I en tweede helft")
    screen.type("\r")
    screen.shows("✓ Aantekening bij")
    assert len(notes(db)) == 1


def test_one_without_an_end(opened: Opened) -> None:
    """It ends by itself when nothing more comes, and the app goes on."""
    screen = opened()
    screen.paste("dqdq", end="")
    screen.rests()
    screen.type("q")  # still taken for a part of it
    screen.rests()
    screen.type("a")
    time.sleep(SILENCE + 1)
    screen.type("/")
    screen.shows("typ een")
    screen.type("\x1b")
    screen.shows("3 Open 1/6")
