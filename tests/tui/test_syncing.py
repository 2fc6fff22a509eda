"""Exchange folders on the screen: chosen, looked into, synced, watched, forgotten."""

import shutil
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.exchange.exchange_store import Exchange
from storage.progress import Watch
from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tests.tui.test_snapshots import SIZES, looks
from tui.forms.files.sync_form import SyncForm
from tui.screens import watcher
from tui.screens.exchange.screen import ExchangeScreen
from tui.screens.main import MainScreen
from tui.words import dates

Colleague = Callable[[str], Path]


@pytest.fixture
def folder(home: Path) -> Path:
    """A folder in Downloads that nobody exchanged in yet."""
    found = home / "Downloads" / "wissel [b]map"
    found.mkdir(parents=True)
    return found


@pytest.fixture
def synced(db: Path, folder: Path) -> Path:
    """The file, synced with that folder."""
    with closing(Store.open(db, "Anna")) as store:
        store.exchange.sync(folder)
    return db


@pytest.fixture
def brings(
    whole: Path, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., None]:
    """Marieke of the Platform changes the title of VHTO, and syncs with the folder."""

    def bring(title: str = "van Marieke") -> None:
        copy = Path(shutil.copy(whole, tmp_path / "marieke.db"))
        with monkeypatch.context() as there:
            there.setenv("XDG_CONFIG_HOME", str(tmp_path / "marieke"))
            with closing(Store.open(copy, "Marieke")) as store:
                store.introduce("Marieke [i]", "platform")
                store.edit(VHTO, {"title": title})
                store.exchange.sync(folder)

    return bring


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders are looked at as often as tests want."""
    monkeypatch.setattr(watcher, "SOON", 0.01)
    monkeypatch.setattr(watcher, "EVERY", 0.05)


async def at_form(screen: Driver) -> SyncForm:
    """Wait until a folder was looked into."""
    form = screen.main.form
    assert isinstance(form, SyncForm)
    await screen.until(lambda: not screen.main.busy)
    return form


async def told(screen: Driver) -> None:
    await screen.until(lambda: screen.main.folders.waits)
    await screen.pilot.pause()


async def test_a_folder_is_chosen_looked_into_and_synced(db: Path, folder: Path) -> None:
    async with driven(db, (100, 30)) as screen:
        await screen.press("X")
        assert "Nog geen wisselmap.  n kiest er een" in screen.text
        await screen.press("n")
        await screen.until(lambda: "Downloads" in screen.text)
        await screen.press("enter")
        await screen.until(lambda: "wissel [b]map" in screen.text)
        await screen.press("down", "enter", "enter")
        form = await at_form(screen)
        assert "~/Downloads/wissel [b]map" in screen.text
        assert "Blijft hier" in screen.text
        assert list(folder.iterdir()) == []  # only looked at
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is not form)
        assert "Uitgewisseld:" in screen.text
        assert list(folder.iterdir()) != []
        await screen.press("X")
        assert "gelijk sinds vandaag" in screen.line_with("▌  ~/Downloads/wissel [b]map")


async def test_what_may_leave_is_chosen_before_it_does(db: Path, folder: Path) -> None:
    with closing(Store.open(db, "Anna")) as store:
        store.note(VHTO, "alleen voor ons", own=True)
    async with driven(db, (100, 40)) as screen:
        screen.main.files.sync_with(folder)
        await at_form(screen)
        assert "1 eigen aantekening" in screen.line_with("Blijft hier")
        await screen.press("tab")
        assert "niets" in screen.line_with("Blijft hier")
        assert "Van niemand anders kwam hier nog iets door" in screen.words
        await screen.press("enter")
        screen.line_with("Enter zet ze erin. Tab laat ze hier.")  # asked once more
        assert not list(folder.iterdir())
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is None)
        screen.main.files.sync_with(folder)
        await at_form(screen)
        assert "de eigen organisatie   Tab partners" in screen.text  # remembered
        await screen.press("escape", "X")
        assert "ook eigen aantekeningen" in screen.line_with("wissel [b]map")
        assert "Ook uw eigen aantekeningen gaan naar deze map." in screen.words
    with closing(Store.open(db)) as store:
        assert [one.profile for one in store.exchange.folders()] == ["internal"]


async def test_what_waits_is_told_shown_and_taken_in(
    synced: Path, brings: Callable[[], None]
) -> None:
    brings()
    async with driven(synced, (120, 30)) as screen:
        await told(screen)
        assert "A 2 nieuw van Platform Bèta Techniek (vandaag)" in screen.lines[0]
        await screen.until(lambda: "A bekijkt het" in screen.text)
        await screen.press("A")
        form = await at_form(screen)
        assert "van Marieke" in screen.text
        with closing(Store.open(synced)) as store:
            assert store.record(VHTO)["title"] != "van Marieke"
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is not form)
        assert "Uitgewisseld: 2 nieuwe wijzigingen" in screen.text
        await screen.until(lambda: not screen.main.folders.waits)
        await screen.pilot.pause()
        assert "nieuw van" not in screen.lines[0]
        with closing(Store.open(synced)) as store:
            assert store.record(VHTO)["title"] == "van Marieke"


async def test_a_narrow_header_still_tells_it(synced: Path, brings: Callable[[], None]) -> None:
    brings()
    async with driven(synced, (80, 24)) as screen:
        await told(screen)
        assert "A 2 nieuw " in screen.lines[0]
        assert "4 open" in screen.lines[0]


async def test_it_comes_while_the_screen_is_open(synced: Path, brings: Callable[[], None]) -> None:
    async with driven(synced, (120, 30)) as screen:
        await screen.until(lambda: screen.main.folders.found)
        await screen.press("X")
        brings()
        await screen.until(lambda: "2 nieuw" in screen.text)
        assert "2 wijzigingen   Marieke [i], Platform" in screen.text
        await screen.press("enter")
        form = await at_form(screen)
        assert form.file.name == "wissel [b]map"
        await screen.press("escape")
        assert isinstance(screen.app.screen, ExchangeScreen)  # where it came from


async def test_a_folder_that_is_gone_is_quiet_until_asked(synced: Path, folder: Path) -> None:
    folder.rename(folder.with_name("weg"))
    async with driven(synced, (100, 30)) as screen:
        await screen.until(lambda: screen.main.folders.found)
        assert "wissel" not in screen.text
        await screen.press("X")
        assert "niet bereikbaar" in screen.line_with("▌△ ~/Downloads/wissel [b]map")
        await screen.press("enter")
        await at_form(screen)
        assert "bestaat niet" in screen.words
        folder.with_name("weg").rename(folder)
        await screen.press("enter")
        await at_form(screen)
        assert "Alles in deze map is hier al bekend." in screen.text


async def test_the_key_passes_over_a_folder_that_is_gone(
    synced: Path, folder: Path, home: Path
) -> None:
    stick = home / "stick"
    stick.mkdir()
    with closing(Store.open(synced, "Anna")) as store:
        store.exchange.sync(stick)
    shutil.rmtree(stick)
    async with driven(synced) as screen:
        await screen.until(lambda: screen.main.folders.found)
        await screen.press("A")
        assert (await at_form(screen)).file == folder


async def test_stopping_leaves_both_as_they_were(
    synced: Path, brings: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    brings()

    def slow(_: Exchange, place: Path, profile: str | None, watch: Watch) -> object:
        while True:  # until someone stops it
            watch("take", 0.5)

    async with driven(synced) as screen:
        await told(screen)
        await screen.press("A")
        await at_form(screen)
        with monkeypatch.context() as then:
            then.setattr(Exchange, "sync", slow)
            await screen.pilot.press("enter")
            assert screen.main.busy
            await screen.pilot.press("escape")
            await screen.until(lambda: "Gestopt" in screen.text)
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is None)
        assert "2 nieuwe wijzigingen" in screen.text


async def test_what_was_told_is_not_told_again(
    synced: Path, folder: Path, brings: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    toasts: list[str] = []
    monkeypatch.setattr(MainScreen, "toast", lambda screen, text, *_: toasts.append(text))
    brings()
    (folder / "half.acts.jsonl").write_text('{"format":"arrangement-acts","version":1}\n')
    async with driven(synced, (100, 30)) as screen:
        await told(screen)
        with closing(Store.open(synced, "Bob")) as other:  # what waits is read anew after that
            other.edit(VHTO, {"goal": "van Bob"})
        await screen.until(lambda: len(toasts) > 1)
        for _ in range(3):
            before = screen.main.folders.found
            await screen.until(lambda was=before: screen.main.folders.found is not was)
    assert [text for text in toasts if "nieuw van" in text] == [
        "2 nieuw van Platform Bèta Techniek (vandaag)"
    ]


async def test_a_spoilt_file_is_named_and_stays_until_read(synced: Path, folder: Path) -> None:
    (folder / "half.acts.jsonl").write_text('{"format":"arrangement-acts","version":1}\n')
    async with driven(synced, (100, 30)) as screen:
        await screen.until(lambda: screen.main.folders.found)
        await screen.press("X")
        assert "△ half.acts.jsonl: " in screen.words
        await screen.press("enter")
        await at_form(screen)
        await screen.press("enter")
        await screen.until(lambda: "Niet alles ging goed." in screen.text)
        await at_form(screen)
        assert "△ half.acts.jsonl: " in screen.words
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is None)


async def test_a_folder_is_forgotten_and_what_lies_there_stays(synced: Path, folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    async with driven(synced, (100, 30)) as screen:
        await screen.press("X", "d")
        assert "Vergeten." in screen.text
        assert "Nog geen wisselmap." in screen.text
    assert sorted(folder.rglob("*")) == before


async def test_without_a_folder_the_key_asks_for_one(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("A")
        assert isinstance(screen.main.form, SyncForm)
        assert "Kies een plek, of typ een pad" in screen.text
        await screen.press("escape")
        assert screen.main.form is None


async def test_the_file_is_let_go_when_the_screen_closes(synced: Path) -> None:
    async with driven(synced) as screen:
        await screen.until(lambda: screen.main.folders.found)
    for thread in threading.enumerate():
        if thread.name == watcher.NAME:
            thread.join(10)
            assert not thread.is_alive()


@pytest.mark.parametrize(
    ("days", "said"), [(0, "vandaag"), (1, "gisteren"), (400, " 20"), (-3, " ")]
)
def test_a_day_near_by(days: int, said: str) -> None:
    at = datetime.now(UTC) - timedelta(days=days)
    assert said in dates.day_near(at.isoformat())


def test_a_day_of_the_past_week_has_its_name() -> None:
    at = datetime.now().astimezone() - timedelta(days=3)
    names = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
    assert dates.day_near(at.isoformat()) == names[at.weekday()]


@pytest.mark.parametrize("size", SIZES)
async def test_how_it_looks(
    db: Path, folder: Path, brings: Callable[[], None], size: tuple[int, int]
) -> None:
    async def same(name: str) -> None:
        await looks(screen, f"sync-{name}-{size[0]}x{size[1]}")

    with closing(Store.open(db, "Anna")) as store:
        store.note(VHTO, "alleen voor ons", own=True)
    async with driven(db, size) as screen:
        await screen.press("A")
        await screen.until(lambda: "Downloads" in screen.text and "thuismap" in screen.text)
        await same("choose")
        await screen.press("escape")
        screen.main.files.sync_with(folder)
        await at_form(screen)
        await screen.until(lambda: "↑↓ lees" not in screen.text)  # all of it fits
        await same("new")
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is None)
        await screen.until(lambda: screen.main.folders.found)
        brings()
        await told(screen)
        await screen.press("A")
        await at_form(screen)
        await screen.until(lambda: "↑↓ lees" not in screen.text)
        await same("waits")


async def test_a_folder_that_is_in_use_is_chosen_itself(synced: Path, folder: Path) -> None:
    """Enter does not go on into its month: the folder stands first in the list."""
    (month,) = folder.iterdir()
    async with driven(synced, (100, 30)) as screen:
        screen.main.files.sync_with(None)
        form = await at_form(screen)
        form.enter(folder)
        await screen.until(lambda: month.name in screen.text)
        assert "wissel [b]map" in screen.line_with("▌  deze map")
        await screen.press("enter")
        await screen.until(lambda: form.into is not None)
        assert form.file == folder
        assert "U koos" not in screen.text


async def test_a_part_of_a_folder_is_told_and_its_whole_proposed(
    synced: Path, folder: Path
) -> None:
    (month,) = folder.iterdir()
    inside = folder / "verslagen" / "ons"
    inside.mkdir(parents=True)
    before = sorted(folder.rglob("*"))
    for part in (month, inside):
        async with driven(synced, (100, 30)) as screen:
            screen.main.files.sync_with(part)
            form = await at_form(screen)
            assert form.file == folder
            assert f"△ U koos {part.name}. Dat ligt in deze wisselmap" in screen.text
            await screen.press("enter")
            await screen.until(lambda: screen.main.form is None)
    assert sorted(folder.rglob("*")) == before
    with closing(Store.open(synced)) as store:
        assert [one.place for one in store.exchange.folders()] == [folder]


async def test_a_folder_that_is_for_others_than_was_chosen_says_so(
    synced: Path, folder: Path, brings: Callable[[], None]
) -> None:
    brings()
    with closing(Store.open(synced)) as store:
        store.exchange.sync(folder, "internal")
        store.exchange.forget(folder)
    async with driven(synced, (100, 40)) as screen:
        screen.main.files.sync_with(folder)
        await at_form(screen)
        screen.line_with("Voor deze map was gekozen: de eigen")
        await screen.press("tab")
        screen.line_with("Marieke [i] (Platform")
        await screen.press("tab", "enter")
        await screen.until(lambda: screen.main.form is None)
    with closing(Store.open(synced)) as store:
        assert [(one.profile, one.was) for one in store.exchange.folders()] == [("partners", None)]


async def test_what_another_program_chose_meanwhile_is_looked_at_again(
    synced: Path, folder: Path
) -> None:
    async with driven(synced, (100, 40)) as screen:
        screen.main.files.sync_with(folder)
        form = await at_form(screen)
        with closing(Store.open(synced)) as store:
            store.exchange.sync(folder, "internal")
        await screen.press("enter")
        await screen.until(lambda: form.profile == "internal")
        assert screen.main.form is form
        assert "intussen" in screen.words
