"""A meeting as it goes: prepared on two laptops, held while the room looks on, gone on with after
a laptop died, adopted, closed, sent, and prepared again from what was left."""

import signal
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from storage.store import Store
from tests.cli.conftest import Desk
from tests.terminal.pty import Terminal

ENTER = "\r"
DAY = "2026-12-04"
WIDE = (100, 30)


def send(giver: Path, taker: Path, file: Path) -> None:
    """What one laptop knows goes to another as a file."""
    with closing(Store.open(giver, "Ann")) as one, closing(Store.open(taker, "Bob")) as two:
        one.snapshots.export(file)
        two.snapshots.import_(file)


def prepare(screen: Terminal) -> None:
    """An agenda of all that is open, with a proposal, shared."""
    screen.type("Z", "n")
    screen.shows("Van welk overleg")
    screen.type(*"platform", ENTER)
    screen.shows("Op welke dag?")
    screen.type(*"4 december 2026", ENTER)
    screen.shows("Waar?")
    screen.type(*"Zwolle", ENTER)
    screen.shows("Welke afspraken op de agenda?")
    screen.type(*"alles wat", ENTER)
    screen.shows("▸ alles wat open of doorlopend is")
    screen.type(ENTER)
    screen.shows("Overleg van Platform", "Opening")
    screen.type("G", "k", "k", "e")
    screen.shows("Wat verandert er bij")
    screen.type(ENTER)
    screen.shows("Welke status?")
    screen.type(*"uitv", ENTER)
    screen.shows("Waarom?")
    screen.type(*"loopt goed", ENTER)
    screen.shows("openstaand → in uitv")
    screen.type("S")
    screen.shows("gedeeld")


def begin(screen: Terminal) -> None:
    """The meeting runs, and stands at the second agreement."""
    screen.type("Z")
    screen.shows("Overleggen", "Zwolle")
    screen.type(ENTER)
    screen.shows("Enter begin")
    screen.type(ENTER)
    screen.shows("overleg loopt")
    screen.type("/")
    screen.shows("Naar welk punt")
    screen.type(*"5.1", ENTER)
    screen.shows("Jaarplan: samen opstellen", "/14")


def kept(home: Path) -> str:
    """What was typed and not saved."""
    files = home.rglob("drafts/*.json")
    return "".join(file.read_text(encoding="utf-8") for file in files)


def type_and_die(screen: Terminal, room: Terminal, home: Path) -> None:
    """An action is being typed when the laptop dies."""
    screen.type("t")
    screen.shows("Wat moet er gebeuren?")
    screen.type(*"een lijst sturen")
    screen.until("it is kept", lambda: "een lijst sturen" in kept(home))
    room.shows("Jaarplan: samen opstellen")
    assert "een lijst" not in room.text
    screen.app.kill(signal.SIGKILL)


def go_on(db: Path) -> Terminal:
    """What was typed is offered, at the point where it was."""
    screen = Terminal(db, WIDE)
    screen.shows("Getypt, maar niet bewaard", "een lijst sturen")
    screen.type(ENTER)
    screen.shows("een lijst sturen", "overleg loopt")
    screen.type(ENTER)
    screen.shows("Wie doet het?")
    screen.type(*"vhto", ENTER)
    screen.shows("Wanneer is het klaar?")
    screen.type(ENTER)
    screen.shows("overleg loopt", "Jaarplan: samen opstellen OOS-01", "een lijst sturen, VHTO")
    return screen


def test_a_meeting_is_played(
    opened: Callable[..., Terminal], db: Path, other: Path, home: Path, tmp_path: Path
) -> None:
    screen = opened(WIDE)
    prepare(screen)
    assert screen.quit() == 0
    send(db, other, tmp_path / "prepared.json")
    bob = Desk(other, "Bob")
    for code in ("GEL-01", "OOS-01", "TWE-04", "TWE-02"):
        bob.run("meeting", "item", "propose", code, "status=in_progress")
    send(other, db, tmp_path / "proposed.json")

    screen = opened(WIDE)
    begin(screen)
    room = Terminal(db, WIDE, words=("meeting", "show", "--follow"))
    room.shows("Jaarplan: samen opstellen", "overleg loopt")
    type_and_die(screen, room, home)
    screen = go_on(db)
    screen.type("r")
    screen.shows("Onder voorbehoud van wie?")
    screen.type(*"vhto", ENTER)
    screen.shows("Tot wanneer?")
    screen.type(*"1 februari 2027", ENTER)
    screen.shows("onder voorbehoud")
    room.shows("onder voorbehoud")
    screen.type("A")
    screen.shows("Dit neemt u in één keer aan: 4 van 4")
    screen.type(" ", " ")
    screen.shows("in één keer aan: 2 van 4", "neem 2 aan")
    screen.type(ENTER)
    screen.shows("2 voorstellen aangenomen")
    screen.type("C")
    screen.shows("1 van 4", "onder voorbehoud van VHTO")
    screen.type("n")
    screen.shows("2 van 4")
    screen.type("C")
    screen.shows("Lees voor wat besloten is")
    screen.type(ENTER)
    screen.shows("nog niets besloten")
    screen.type(ENTER)
    screen.shows("Het overleg is gesloten")
    room.shows("‖ 4.1 Monitor")
    assert screen.quit() == 0
    assert room.quit() == 0
    send(db, other, tmp_path / "closed.json")
    told = bob.run("meeting", "show", DAY).stdout
    for said in ("Conceptverslag", "VOORBEHOUDEN", "(OOS-01)", "AANGEHOUDEN", "(GEL-01)"):
        assert said in told
    bob.run("meeting", "prepare", "platform", "--date", "2027-06-01")
    told = bob.run("meeting", "show", "2027-06-01").stdout
    assert "onder voorbehoud van VHTO tot 1 februari 2027" in told
    assert told.count("aangehouden 4 dec 2026") == 3  # the two exceptions, and what had no proposal
