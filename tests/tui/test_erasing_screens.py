"""Erasing on the screen: what others ask, what stands in a history, and what comes with a file."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from storage.backups.daily_copies import folder_of
from storage.erasure.erasure_store import Erasures
from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tui.screens.erasure.asked_screen import ErasuresScreen
from tui.screens.erasure.erasing_screen import EraseScreen
from tui.screens.history.screen import HistoryScreen
from tui.words import remaining

NAME = "Wilhelmina Klaassen"
Colleague = Callable[[Callable[[Store], object]], Path]


def asks(store: Store) -> None:
    """Someone says a name, and asks to erase it."""
    store.edit(VHTO, {"goal": f"bellen met {NAME} over de zaal"}, f"vroeg {NAME}")
    store.erasures.erase([store.history(None)[0].id], words=[NAME], why="zij vroeg het")


@pytest.fixture
def waiting(db: Path, colleague: Colleague, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in which the body is here, and someone asks to erase it."""
    first = colleague(lambda store: store.edit(VHTO, {"goal": f"bel {NAME}"}, f"vroeg {NAME}"))
    with closing(Store.open(db)) as store:
        store.snapshots.import_(first)
        act = store.history(VHTO)[0].id
        copy = folder_of(db) / f"{db.stem}-2014-10-07{db.suffix}"
        copy.parent.mkdir(exist_ok=True)
        store.backup(copy)

    def erases(store: Store) -> None:
        store.snapshots.import_(first)
        store.erasures.erase([act], words=[NAME], why="zij vroeg het")

    with closing(Store.open(db)) as store:
        store.snapshots.import_(colleague(erases))
        assert len(store.erasures.pending()) == 1
    return db


async def opened(screen: Driver, kind: type, *keys: str) -> None:
    await screen.press(*keys)
    await screen.until(lambda: isinstance(screen.app.screen, kind))


async def test_a_problem_leads_to_it_and_a_second_key_confirms(waiting: Path) -> None:
    async with driven(waiting, (100, 30)) as screen:
        await screen.until(lambda: screen.main.problems.wrong)
        await screen.press("P")
        await screen.until(lambda: "vraagt om te wissen" in screen.words)
        await opened(screen, ErasuresScreen, "enter")
        assert "zij vroeg het" in screen.words
        assert "1 wijziging" in screen.words
        assert NAME not in screen.text
        await screen.press("b")
        assert "Nog een keer b" in screen.words
        await screen.press("b")
        await screen.until(lambda: "1 wijziging gewist op deze laptop" in screen.words)
        assert "In de kopie" in screen.words
        await screen.press("c")
        await screen.until(lambda: "opnieuw gemaakt" in screen.words)
    assert NAME.encode() not in waiting.read_bytes()
    copies = [*folder_of(waiting).glob("*.db")]
    assert copies
    assert not any(NAME.encode() in copy.read_bytes() for copy in copies)


async def test_while_it_is_erased_other_keys_wait(
    waiting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole file is written anew, beside the screen: of a large one that takes a while."""
    goes_on, confirm = Event(), Erasures.confirm
    monkeypatch.setattr(remaining, "PATIENCE", 0)
    monkeypatch.setattr(Erasures, "confirm", lambda *all: goes_on.wait(60) and confirm(*all))
    async with driven(waiting, (100, 30)) as screen:
        screen.main.action_do("erasures")
        await screen.until(lambda: isinstance(screen.app.screen, ErasuresScreen))
        await screen.pilot.press("b", "b")
        await screen.until(lambda: "Bezig met wissen" in screen.words)
        await screen.pilot.press("w", "escape", "q")
        assert "Even wachten" in screen.words
        assert isinstance(screen.app.screen, ErasuresScreen)
        goes_on.set()
        await screen.until(lambda: "1 wijziging gewist op deze laptop" in screen.words)
    assert NAME.encode() not in waiting.read_bytes()


async def test_it_can_be_kept_here(waiting: Path) -> None:
    async with driven(waiting, (100, 30)) as screen:
        screen.main.action_do("erasures")
        await screen.until(lambda: isinstance(screen.app.screen, ErasuresScreen))
        await screen.press("w")
        await screen.until(lambda: "1 wijziging blijft hier staan" in screen.words)
        await screen.press("w")
        await screen.until(lambda: "dit blijft hier al staan" in screen.words)
    assert NAME.encode() in waiting.read_bytes()
    with closing(Store.open(waiting)) as store:
        assert store.erasures.pending() == []


async def test_history_shows_it_only_on_request(waiting: Path) -> None:
    async with driven(waiting, (100, 30)) as screen:
        screen.main.go_to(VHTO)
        await opened(screen, HistoryScreen, "h")
        await screen.press("j")
        await screen.until(lambda: "Iemand vraagt dit te wissen" in screen.words)
        assert NAME not in screen.words
        await screen.press("v")
        await screen.until(lambda: NAME in screen.words)
        await screen.press("k", "j")
        assert NAME not in screen.words


async def test_what_stands_in_a_history_is_erased_after_a_look(db: Path) -> None:
    with closing(Store.open(db, "Anna")) as store:
        store.edit(VHTO, {"goal": f"bel {NAME}"})
    async with driven(db, (100, 30)) as screen:
        screen.main.go_to(VHTO)
        await opened(screen, HistoryScreen, "h")
        await opened(screen, EraseScreen, "x")
        await screen.until(lambda: f"bel {NAME}" in screen.words)
        await screen.type("Wilhelmina Klaassen")
        await screen.press("enter")
        await screen.until(lambda: "bel [naam]" in screen.words)
        await screen.press("enter")
        await screen.until(lambda: "Nog een keer Enter" in screen.words)
        await screen.press("enter")
        await screen.until(lambda: isinstance(screen.app.screen, HistoryScreen))
        assert "1 wijziging gewist" in screen.words
    assert NAME.encode() not in db.read_bytes()


async def test_escape_erases_nothing(db: Path) -> None:
    with closing(Store.open(db, "Anna")) as store:
        store.edit(VHTO, {"goal": f"bel {NAME}"})
    before = db.read_bytes()
    async with driven(db, (80, 24)) as screen:
        screen.main.go_to(VHTO)
        await opened(screen, HistoryScreen, "h")
        await opened(screen, EraseScreen, "X")
        await screen.press("enter")
        await opened(screen, HistoryScreen, "escape")
    assert db.read_bytes() == before


async def test_a_preview_offers_it_first(db: Path, colleague: Colleague) -> None:
    file = colleague(asks)
    async with driven(db, (100, 40)) as screen:
        screen.main.action_do("import")
        await screen.until(lambda: screen.main.form is not None)
        form = screen.main.form
        form.look_into(file)
        await screen.until(lambda: "vraagt 1 wijziging te wissen" in screen.words)
        lines = screen.text.splitlines()
        first = next(n for n, line in enumerate(lines) if "te wissen" in line)
        assert first < next(n for n, line in enumerate(lines) if "Inhoud" in line)
        assert NAME not in screen.words
        assert "Blijft hier staan" in screen.words
        await screen.press("f6")
        await screen.until(lambda: "meteen gewist" in screen.words)
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is None)
    with closing(Store.open(db)) as store:
        assert store.erasures.pending() == []
        assert [one.confirmed for one in store.erasures.decided()] == [True]


async def test_only_what_was_shown_is_erased_at_once(db: Path, colleague: Colleague) -> None:
    file = colleague(asks)
    other = colleague(lambda store: (store.edit(VHTO, {"goal": "iets"}), asks(store)))
    async with driven(db, (100, 40)) as screen:
        screen.main.action_do("import")
        await screen.until(lambda: screen.main.form is not None)
        screen.main.form.look_into(file)
        await screen.until(lambda: "vraagt 1 wijziging te wissen" in screen.words)
        await screen.press("f6")
        other.replace(file)
        await screen.press("enter")
        await screen.until(lambda: "1 verzoek om te wissen (P)" in screen.words)
    with closing(Store.open(db)) as store:
        assert len(store.erasures.pending()) == 1
        assert store.erasures.decided() == []
