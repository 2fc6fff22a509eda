"""The screen of the exchange: who sent what, and what was set apart of it."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from re import sub

import pytest

from storage import clock
from storage.acts import Act, NotAnAct, read_act
from storage.errors import Refused
from storage.snapshot import salvage
from storage.store import Store
from storage.views.exchange_folders import Bringer, SpoiltSegment, Waiting
from tests.storage.test_apart import without_number
from tests.tui.driving import VHTO, Driver, driven
from tests.tui.test_snapshots import SIZES, looks
from tui.screens import watcher
from tui.screens.exchange.screen import ExchangeScreen
from tui.screens.problems.screen import ProblemsScreen

Work = Callable[[Callable[[Store], object]], Path]
FILE = "van [b]bob.json"
NOW = "2027-10-07T10:09:00.000Z"


@pytest.fixture
def file(colleague: Work, tmp_path: Path) -> Path:
    """A file of a colleague's of which the change of VHTO is no valid act."""
    found = colleague(lambda store: store.edit(VHTO, {"goal": "het goede [b]doel\n regel twee"}))
    file = tmp_path / FILE
    file.write_bytes(without_number(found.read_bytes(), b"het goede"))
    return file


@pytest.fixture
def apart(db: Path, file: Path) -> Path:
    """The file after taking in what is valid of that."""
    with closing(Store.open(db, "Anna")) as store:
        store.snapshots.import_(file, skip_bad=True)
    return db


async def at_exchange(screen: Driver, *keys: str) -> ExchangeScreen:
    await screen.press("X", *keys)
    found = screen.app.screen
    assert isinstance(found, ExchangeScreen)
    return found


async def test_nobody_has_sent_anything_yet(db: Path) -> None:
    async with driven(db) as screen:
        await at_exchange(screen)
        assert "Nog niemand heeft iets gewijzigd." in screen.text
        assert "Apart gezet" not in screen.text
        await screen.press("r")
        assert "er is niets apart gezet" in screen.text.casefold()
        await screen.press("enter")
        assert "er is nog niets om te bekijken" in screen.text.casefold()
        await screen.press("escape")
        assert screen.app.screen is screen.main


async def test_who_sent_what(db: Path, colleague: Work) -> None:
    def work(store: Store) -> None:
        store.introduce("Bob", "platform")
        store.edit(VHTO, {"goal": "van Bob"})

    with closing(Store.open(db, "Anna")) as store:
        store.snapshots.import_(colleague(work))
        store.edit(VHTO, {"title": "van Anna"})
    async with driven(db) as screen:
        await at_exchange(screen)
        assert "2 wijzigingen" in screen.line_with("▌  Anna")
        assert "deze laptop" in screen.line_with("▌  Anna")
        await screen.press("down")
        line = screen.line_with("▌  Bob, Platform Bèta Techniek")
        assert "wijzigingen" in line
        assert "deze laptop" not in line
        assert "Laatst hier" in screen.text


async def test_what_was_set_apart_shows_as_it_came(apart: Path) -> None:
    async with driven(apart, (100, 30)) as screen:
        await at_exchange(screen, "G")
        assert "ontbreekt iets" in screen.line_with(f"▌△ {FILE}, regel")
        assert "het goede [b]doel\\n regel twee" in screen.words


async def test_it_goes_only_when_asked_twice(apart: Path) -> None:
    async with driven(apart, (100, 30)) as screen:
        await at_exchange(screen, "G", "d")
        assert "u kunt het niet terughalen" in screen.text
        await screen.press("escape")
        assert "u kunt het niet terughalen" not in screen.text
        await screen.press("d", "up", "down", "d")  # looked at something else: asked anew
        assert FILE in screen.text
        assert "u kunt het niet terughalen" in screen.text
        await screen.press("d")
        assert "Weggegooid" in screen.text
        assert FILE not in screen.text
        assert "elders" not in screen.text
    with closing(Store.open(apart)) as store:
        assert store.quarantine.all() == []


async def test_trying_again_takes_in_what_is_valid_now(
    db: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(file.read_bytes().replace(b'"seq":-', b'"seq":')[:-4])  # cut short

    def older(body: object) -> Act:
        act = read_act(body)
        if any("het goede" in str(said.value) for said in act.set):
            raise NotAnAct("not known yet")
        return act

    with monkeypatch.context() as then, closing(Store.open(db, "Anna")) as store:
        then.setattr(salvage, "read_act", older)
        store.snapshots.import_(file, skip_bad=True)
    async with driven(db, (100, 30)) as screen:
        await at_exchange(screen, "r")
        assert "1 wijziging alsnog verwerkt" in screen.text
        assert "Apart gezet" not in screen.text
        await screen.press("escape")
        screen.main.go_to(VHTO)
        await screen.pilot.pause()
        assert "het goede [b]doel" in screen.text


async def test_what_is_still_no_change_stays(apart: Path) -> None:
    async with driven(apart, (100, 30)) as screen:
        await at_exchange(screen, "r")
        assert "1 blijft apart" in screen.text
        assert FILE in screen.text


async def test_problems_lead_there(apart: Path) -> None:
    async with driven(apart, (100, 30)) as screen:
        await screen.until(lambda: screen.main.problems.wrong)
        await screen.press("P")
        await screen.until(lambda: f"Uit {FILE} is 1 keer iets apart gezet" in screen.text)
        assert isinstance(screen.app.screen, ProblemsScreen)
        await screen.press("enter")
        assert isinstance(screen.app.screen, ExchangeScreen)


async def test_what_is_read_beside_the_list_is_gone_through(apart: Path) -> None:
    async with driven(apart, (80, 24)) as screen:
        found = await at_exchange(screen, "G", "tab")
        assert found.beside.has_focus
        await screen.press("tab", "enter")
        assert found.beside.has_focus
        await screen.press("escape")
        assert found.rows.has_focus
        assert screen.app.screen is found


async def test_what_others_write_shows(db: Path) -> None:
    async with driven(db) as screen:
        await at_exchange(screen)
        with closing(Store.open(db, "Bob")) as other:
            other.edit(VHTO, {"goal": "van Bob"})
        await screen.until(lambda: "Bob" in screen.text)


def without_ids(text: str) -> str:
    return sub(r"\b[0-9a-f]{8}\b", "········", text)


def without_times(text: str) -> str:
    return sub(r'"20\d\d-[^"]*"', lambda found: "·" * len(found[0]), text)


@pytest.mark.parametrize("size", SIZES)
async def test_how_it_looks(
    db: Path,
    colleague: Work,
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
    file: Path,
    *,
    on: Callable[[str], None],
) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    on("2026-11-30")  # another year than that of what they did
    shared, stick = Path.home() / "Nextcloud" / "oost", Path.home() / "stick"

    def work(store: Store) -> None:
        store.introduce("Marieke de Groot", "platform")
        store.edit(VHTO, {"goal": "een doel"})

    file.write_bytes(sub(rb"[0-9a-f]{16}", b"0" * 16, file.read_bytes()))
    with closing(Store.open(db, "Anna van den Berg")) as store:
        store.snapshots.import_(colleague(work))
        store.edit(VHTO, {"title": "van Anna"})
        store.snapshots.import_(file, skip_bad=True)
        for place in (stick, shared):
            place.mkdir(parents=True)
            store.exchange.sync(place)
    marieke = Bringer("d" * 16, "b" * 16, "Marieke de Groot", "Overijssel", 3, NOW)
    spoilt = SpoiltSegment(
        shared / f"{'0' * 64}.acts.jsonl", Refused("spoilt", line=3, reason="set")
    )
    found = {
        shared: Waiting(shared, (marieke,), (spoilt,)),
        stick: Refused("no_folder", folder="/media/stick"),
    }
    monkeypatch.setattr(watcher, "waiting_in", lambda store, place: found[place])
    monkeypatch.setattr(watcher, "SOON", 0.01)
    async with driven(db, size) as screen:
        await screen.until(lambda: "3 nieuw" in screen.text and "△ 1" in screen.lines[0])
        await screen.until(lambda: "A bekijkt het" in screen.text)
        await looks(screen, f"main-waits-{size[0]}x{size[1]}")
        await at_exchange(screen, "down")
        await looks(screen, f"exchange-{size[0]}x{size[1]}", without_ids)
        await screen.press("down", "down")
        await looks(screen, f"exchange-laptop-{size[0]}x{size[1]}", without_ids)
        await screen.press("G", "d")
        await looks(screen, f"exchange-apart-{size[0]}x{size[1]}", without_times)
