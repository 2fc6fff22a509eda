"""What came in is told before and after, with the values of mine that no longer stand."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from storage.store import Store
from tests.tui.driving import VHTO, driven
from tui.screens.exchange.brought_screen import BroughtScreen
from tui.widgets.toast import Toast
from tui.words.contents.upshot import counted, upshot


def settled(db: Path, whole: Path, tmp_path: Path, folder: Path, monkeypatch: object) -> None:
    """Anna and Marieke changed one title; Marieke saw both in the folder and kept hers."""
    with closing(Store.open(db, "Anna")) as anna:
        anna.edit(VHTO, {"title": "van Anna"})
        anna.exchange.sync(folder)
        copy = Path(shutil.copy(whole, tmp_path / "marieke.db"))
        with monkeypatch.context() as there:  # type: ignore[attr-defined]
            there.setenv("XDG_CONFIG_HOME", str(tmp_path / "marieke"))
            with closing(Store.open(copy, "Marieke")) as store:
                store.introduce("Marieke", "platform")
                store.edit(VHTO, {"title": "van Marieke"})
                store.exchange.sync(folder)
                anna.exchange.sync(folder)
                store.resolve(VHTO, "title", "van Marieke")
                store.exchange.sync(folder)


async def test_a_settlement_is_told_before_and_one_key_away_after(
    db: Path, whole: Path, tmp_path: Path, monkeypatch: object
) -> None:
    folder = tmp_path / "wissel"
    folder.mkdir()
    settled(db, whole, tmp_path, folder, monkeypatch)
    async with driven(db, (100, 30)) as screen:
        screen.main.files.sync_with(folder)
        await screen.until(lambda: not screen.main.busy)
        assert "1 opgelost door Marieke (Platform" in screen.words
        assert "uw waarde vervalt bij TWE-04 (titel), door Marieke" in screen.words
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is None)
        assert "1 waarde van u vervalt, 1 opgelost" in screen.main.query_one(Toast).text
        assert "Q bekijkt het" in screen.text
        await screen.press("Q")
        await screen.until(lambda: isinstance(screen.app.screen, BroughtScreen))
        assert "TWE-04 (titel): van u was van Anna, nu staat er van Marieke" in screen.words


async def test_what_others_delete_and_join_is_told_by_name(
    db: Path, colleague: Callable[[Callable[[Store], object]], Path]
) -> None:
    def work(store: Store) -> None:
        one, other, *rest = sorted(str(one["id"]) for one in store.records("agreements"))
        for record in rest:
            store.delete(record)
        store.join(one, other)

    theirs = colleague(work)
    with closing(Store.open(db)) as store:
        told = [one.sentence for one in upshot(store.snapshots.preview(theirs).follows)]
        gone = len(store.records("agreements")) - 2
        assert any(one.startswith(f"{gone} afspraken verwijderd door ") for one in told)
        (joined,) = [one for one in told if one.startswith("1 afspraak gaat op in een andere, ")]
        assert " (in " in joined
        done = store.snapshots.import_(theirs)
        assert [one.sentence for one in upshot(done.follows)] == told
        assert "1 opgegaan in een andere" in counted(done.follows)


async def test_taking_back_a_settlement_says_that_the_conflict_opens_again(
    db: Path, whole: Path, tmp_path: Path, monkeypatch: object
) -> None:
    folder = tmp_path / "wissel"
    folder.mkdir()
    settled(db, whole, tmp_path, folder, monkeypatch)
    with closing(Store.open(db)) as store:
        store.exchange.sync(folder)
    async with driven(db, (100, 30)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("h", "u")
        assert "1 conflict gaat weer open: TWE-04 (titel)" in screen.words
        assert "verandert niets" not in screen.words


async def test_nothing_came_in_yet(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("Q")
        assert "am nog niets binnen" in screen.words
