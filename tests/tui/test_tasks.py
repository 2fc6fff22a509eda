"""Twelve everyday tasks, played as the table in the docs says, key by key."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from seed.releases import ARRANGEMENT, oost
from storage.store import Store
from storage.views.passage import Passage
from tests.tui.driving import VHTO, Driver, driven
from tui.commands import keymap

DOCS = Path(__file__).parents[2] / "docs" / "toetsen-tellen.md"
ROW = re.compile(r"\| (\d+) \| ([^|]+) \| ([^|]+) \| (\d+) \| ([^|]+) \| (\d+) \|")
KEY = re.compile(r"`([^`]+)`")
TEXT = "…"
NAMED = {
    "spatie": "space", "Enter": "enter", "Esc": "escape", "↓": "down", "↑": "up", "End": "end",
    "Backspace": "backspace", "PgDn": "pagedown",
}  # fmt: skip


class Counted(NamedTuple):
    """A row of the table: keys, and the number that stands behind them."""

    here: tuple[str, ...]
    number: int
    elsewhere: tuple[str, ...]
    number_elsewhere: int


def table() -> dict[int, Counted]:
    found = {}
    for line in DOCS.read_text(encoding="utf-8").splitlines():
        if match := ROW.fullmatch(line):
            here, elsewhere = (tuple(KEY.findall(match[n])) for n in (3, 5))
            found[int(match[1])] = Counted(here, int(match[4]), elsewhere, int(match[6]))
    return found


TABLE = table()


def counted(pressed: Sequence[str]) -> int:
    """The text itself is typed anywhere and counts nowhere."""
    return sum(key != TEXT for key in pressed)


async def play(screen: Driver, number: int, text: str = "") -> None:
    """Press what the table says, and nothing else."""
    for key in TABLE[number].here:
        if key == TEXT:
            await screen.type(text)
        else:
            await screen.press(NAMED.get(key) or keymap.NAMES.get(key, key))


def test_there_are_twelve_and_the_numbers_are_right() -> None:
    assert [*TABLE] == [*range(1, 13)]
    for row in TABLE.values():
        assert counted(row.here) == row.number
        assert counted(row.elsewhere) == row.number_elsewhere


# the arrangement of Oost, as it is shipped


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("oost") / "oost.db"
    Store.create(path, ARRANGEMENT, oost())
    return path


@pytest.fixture
def oost_db(shipped: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(shipped, tmp_path / "oost.db"))


async def test_1_a_status_with_its_reason(oost_db: Path) -> None:
    async with driven(oost_db) as screen:
        screen.main.go_to(VHTO)
        await play(screen, 1, "eerste gesprek")
    store = Store.open(oost_db)
    assert store.record(VHTO)["status"] == "in_progress"
    assert [act.why for act in store.history(VHTO) if not act.seed] == ["eerste gesprek"]


async def test_2_a_note_to_three(oost_db: Path) -> None:
    async with driven(oost_db) as screen:
        await play(screen, 2, "besproken in het overleg")
    entries = Store.open(oost_db).records("entries")
    about = [one["about"] for one in entries if one["text"] == "besproken in het overleg"]
    assert len({*about}) == 3


async def test_3_who_promised_vhto(oost_db: Path) -> None:
    async with driven(oost_db) as screen:
        await play(screen, 3)
        assert "0 VHTO: schakel met de regio" in screen.text
        assert "Platform" in screen.line_with("Trekker")


async def test_4_the_deletion_of_yesterday(oost_db: Path) -> None:
    store = Store.open(oost_db, "Anna")
    store.delete(VHTO)
    store.close()
    async with driven(oost_db) as screen:
        await play(screen, 4)
        assert "Teruggedraaid" in screen.text
    assert Store.open(oost_db).record(VHTO)["life"] == "live"


async def test_5_the_lead_of_one(oost_db: Path) -> None:
    async with driven(oost_db) as screen:
        screen.main.go_to(VHTO)
        await play(screen, 5)
    parties = Store.open(oost_db).record(VHTO)["parties"]
    assert isinstance(parties, list)
    assert [one["organisation"] for one in parties if one["role"] == "lead"] == ["vhto"]


async def test_6_a_signal_on_four(oost_db: Path) -> None:
    async with driven(oost_db) as screen:
        await play(screen, 6, "wacht op een afspraak")
    signals = [one["signal"] for one in Store.open(oost_db).records("agreements")]
    amber = {"colour": "amber", "reason": "wacht op een afspraak"}
    assert signals.count(amber) == 4


async def test_7_what_is_open_in_twente(oost_db: Path) -> None:
    async with driven(oost_db) as screen:
        await play(screen, 7)
        assert "3 Open  Twente" in re.sub(r" {2,}", "  ", screen.text)


async def test_8_the_targets_of_twente(oost_db: Path) -> None:
    async with driven(oost_db) as screen:
        await play(screen, 8)
        assert screen.main.panes.large
        assert "0 Twente" in screen.text
        assert "allemaal" in screen.text.partition("Streefcijfers")[2]


async def test_9_the_document_at_the_agreement(oost_db: Path) -> None:
    store = Store.open(oost_db, "Anna")
    lines = [Passage(f"2.twente.b{n}", ("Twente",), "bullet", f"punt {n}") for n in range(1, 6)]
    store.documents.attach(store.arrangement, lines)
    store.close()
    async with driven(oost_db) as screen:
        screen.main.go_to(VHTO)
        await play(screen, 9)
        assert screen.line_with("punt 2").startswith("▌")


async def test_10_everything_on_a_stick(oost_db: Path, tmp_path: Path) -> None:
    stick = tmp_path / "media" / "KINGSTON"
    stick.mkdir(parents=True)
    async with driven(oost_db) as screen:
        await screen.press("x")  # what it looks at answers when it likes
        await screen.until(lambda: "KINGSTON" in screen.text)
        await screen.press("escape")
        await play(screen, 10)
        await screen.until(lambda: screen.main.form is None)
    assert list(stick.glob("*.json"))


async def test_11_a_conflict(
    oost_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Path(shutil.copy(oost_db, tmp_path / "ander.db"))
    with monkeypatch.context() as there:
        there.setenv("XDG_CONFIG_HOME", str(tmp_path / "ander"))
        theirs = Store.open(other, "Bob")
        theirs.edit(VHTO, {"title": "VHTO: van Bob"})
        theirs.snapshots.export(tmp_path / "bob.json")
        theirs.close()
    mine = Store.open(oost_db, "Anna")
    mine.edit(VHTO, {"title": "VHTO: van Anna"})
    mine.snapshots.import_(tmp_path / "bob.json")
    assert mine.conflicts()
    mine.close()
    async with driven(oost_db) as screen:
        await play(screen, 11)
    assert not Store.open(oost_db).conflicts()


async def test_12_an_agreement_as_text(oost_db: Path) -> None:
    async with driven(oost_db) as screen:
        screen.main.go_to(VHTO)
        await play(screen, 12)
        assert "TWE-04 gekopieerd" in screen.text
        assert "VHTO: schakel met de regio" in screen.app.clipboard
