"""Files out and in, conflicts, and what another process writes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.errors import Refused
from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tui.forms.files.file_chooser import ChooseForm
from tui.widgets.safe_inputs import LineInput

Work = Callable[[Callable[[Store], object]], Path]


async def ask(screen: Driver, key: str, path: Path) -> None:
    """Open a form that asks for a file, type one, and wait for what it brings."""
    await screen.press(key)
    screen.app.screen.query_one("#path", LineInput).value = str(path)
    await screen.press("enter")
    await screen.until(lambda: not screen.main.busy)


async def test_export_and_asking_before_replacing(db: Path, tmp_path: Path) -> None:
    file = tmp_path / "uit.json"
    async with driven(db) as screen:
        await ask(screen, "x", file)
        assert "✓ Geëxporteerd naar uit.json" in screen.text
        assert file.exists()
        await ask(screen, "x", file)
        assert "△ dat bestand bestaat al" in screen.text
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is None)


@pytest.mark.parametrize("name", ["brief.json", "ander.json", "ander.db"])
async def test_another_file_is_not_replaced_by_an_export(
    db: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "brief.json").write_text("Beste Anna,")
    Store.create(tmp_path / "ander.db", "noord")
    other = Store.open(tmp_path / "ander.db")
    other.snapshots.export(tmp_path / "ander.json")
    other.close()
    before = (tmp_path / name).read_bytes()
    async with driven(db) as screen:
        await ask(screen, "x", tmp_path / name)
        assert "bestaat al en" in screen.words
        assert ("ander arrangement" in screen.words) == (name == "ander.json")
        await screen.press("enter")
        await screen.until(lambda: not screen.main.busy)
        assert "bestaat al en" in screen.words
    assert (tmp_path / name).read_bytes() == before


async def test_what_goes_along_and_what_stays_is_shown_before_anything_is_written(
    db: Path, tmp_path: Path
) -> None:
    mine = Store.open(db, "Anna")
    mine.note(VHTO, "alleen voor ons", own=True)
    mine.close()
    file = tmp_path / "uit.json"
    async with driven(db, (120, 40)) as screen:
        await screen.press("x")
        await screen.until(lambda: "Blijft hier" in screen.text)
        assert "Gaat mee    6 afspraken   6 regio's" in screen.text
        assert "Voor wie    partners   Tab de eigen organisatie" in screen.text
        assert "Blijft hier 1 eigen aantekening" in screen.text
        await screen.press("tab")
        assert "Voor wie    de eigen organisatie   Tab iedereen" in screen.text
        await screen.until(lambda: "Blijft hier niets" in screen.text)
        await screen.press("tab")
        await screen.until(lambda: "1 naam in teksten" in screen.text)
        assert "Waar een bekende naam stond, staat [naam]" in screen.words
        screen.app.screen.query_one("#path", LineInput).value = str(file)
        await screen.press("shift+tab")
        assert "Voor wie    de eigen organisatie   Shift+Tab iedereen" in screen.text
        await screen.press("enter")
        assert "leest ook uw eigen aantekeningen" in screen.words  # asked once more
        assert not file.exists()
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is None)
    assert json.loads(file.read_bytes())["profile"] == "internal"
    assert "alleen voor ons" in file.read_text("utf-8")


async def test_what_a_file_waits_for_is_told(db: Path, colleague: Work) -> None:
    small = db.with_name("klein.json")

    def twice(store: Store) -> None:
        store.edit(VHTO, {"goal": "eerst"})
        store.snapshots.export(small)
        store.edit(VHTO, {"goal": "dan"})
        store.snapshots.export(small, only=store.snapshots.lacking(small))

    colleague(twice)
    async with driven(db) as screen:
        await ask(screen, "i", small)
        assert "wacht op 1 wijziging uit een ander" in screen.text
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is None)
        assert "wacht op 1 wijziging" in screen.text


async def test_a_long_preview_can_be_read(db: Path, colleague: Work) -> None:
    text = " ".join(["woord"] * 400)
    file = colleague(lambda store: store.edit(VHTO, {"text": f"{text} slot"}))
    async with driven(db) as screen:
        await ask(screen, "i", file)
        assert "slot" not in screen.text
        assert "↑↓ lees" in screen.lines[-1]
        await screen.press(*["pagedown"] * 9)
        assert "slot" in screen.text
        await screen.press("up", "pageup")
        assert "slot" not in screen.text


async def test_a_whole_path_may_be_pasted(db: Path, tmp_path: Path) -> None:
    file = tmp_path / "uit.json"
    async with driven(db) as screen:
        await screen.press("i")
        await screen.type(str(file))
        await screen.press("enter")
        assert screen.app.screen.query_one(ChooseForm).typed_path == file


async def test_your_own_value_in_a_conflict_says_so(db: Path, colleague: Work) -> None:
    theirs = colleague(lambda store: store.edit(VHTO, {"title": "VHTO: eerste"}))
    mine = Store.open(db)
    mine.edit(VHTO, {"title": "VHTO: tweede"})
    mine.snapshots.import_(theirs)
    mine.close()
    async with driven(db, (100, 30)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("c")
        assert screen.text.count("deze laptop") == 1
        await screen.press("tab")
        assert "Enter neem links  Esc terug" in screen.text


async def test_import_shows_first_what_changes(db: Path, colleague: Work) -> None:
    file = colleague(lambda store: store.status(VHTO, "in_progress"))
    async with driven(db, (120, 40)) as screen:
        await ask(screen, "i", file)
        assert "Wat verandert" in screen.text
        assert "VHTO: schakel met de regio" in screen.text
        assert "Enter verwerk" in screen.text
        await screen.press("enter")
        await screen.until(lambda: screen.main.form is None)
        assert "Verwerkt:" in screen.text
        screen.main.go_to(VHTO)
        await screen.pilot.pause()
        assert "◐ in uitvoering" in screen.text


async def test_import_refuses_what_it_cannot_read(db: Path, tmp_path: Path) -> None:
    spoilt = tmp_path / "kapot.json"
    spoilt.write_text("{")
    async with driven(db) as screen:
        await ask(screen, "i", spoilt)
        assert "△ " in screen.text
        assert screen.main.form is not None
        screen.app.screen.query_one("#path", LineInput).value = str(tmp_path / "weg.json")
        await screen.press("enter")
        await screen.until(lambda: not screen.main.busy)
        assert "weg.json bestaat niet." in screen.words
    assert all(act.seed for act in Store.open(db).history(None))


async def test_a_conflict_is_shown_with_both_values_and_settled(db: Path, colleague: Work) -> None:
    first = colleague(lambda store: store.edit(VHTO, {"title": "VHTO: eerste"}))
    second = colleague(lambda store: store.edit(VHTO, {"title": "VHTO: tweede"}))
    mine = Store.open(db)
    mine.snapshots.import_(first)
    mine.snapshots.import_(second)
    mine.close()
    async with driven(db, (100, 30)) as screen:
        assert "≠ 1 conflict" in screen.lines[0]
        screen.main.go_to(VHTO)
        await screen.press("c")
        text = screen.text
        assert "Twee waarden voor titel. Beide zijn bewaard" in text
        assert "VHTO: eerste" in text
        assert "VHTO: tweede" in text
        assert "Daarvoor    VHTO: schakel met de regio" in text
        await screen.press("right", "left", "tab")
        await screen.type("zo is het")
        await screen.press("escape", "2")
        assert "conflict" not in screen.lines[0]
        assert screen.main.browser.pages.agreement is not None
        assert screen.main.browser.pages.agreement.row.title in ("VHTO: eerste", "VHTO: tweede")
        assert "Conflict in titel van TWE-04 opgelost   u draait terug" in screen.text
        await screen.press("u")
        assert "≠ 1 conflict" in screen.lines[0]


async def test_what_another_process_writes_is_shown(db: Path) -> None:
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        other = Store.open(db, "Ander")
        other.status(VHTO, "in_progress")
        other.close()
        await screen.until(lambda: "er is elders gewijzigd" in screen.text)
        assert "◐ in uitvoering" in screen.text
        assert screen.main.panes.lists[3].key == VHTO


async def test_the_history_shows_who_changed_what(db: Path, colleague: Work) -> None:
    file = colleague(lambda store: store.status(VHTO, "on_hold", why="wacht op geld"))
    Store.open(db).snapshots.import_(file)
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("h")
        assert "Geschiedenis" in screen.text
        assert "status" in screen.line_with("▌")
        assert "wacht op geld" in screen.text
        assert "openstaand  wordt  ‖ aangehouden" in screen.text
        await screen.press("end")
        assert "arrangement" in screen.text
        await screen.press("escape")
        assert "Regio's" in screen.text


async def test_a_file_that_is_busy_for_a_while_does_no_harm(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with driven(db) as screen:

        def busy(*_: object) -> None:
            raise Refused("locked")

        with monkeypatch.context() as while_busy:
            while_busy.setattr(Store, "page", busy)
            while_busy.setattr(Store, "version", busy)
            await screen.press("down")
            assert "Het bestand is bezet" in screen.text
            await screen.press("u", "slash", "escape", "h", "escape")
            screen.app.look()
        await screen.press("up", "down")
        assert screen.main.browser.pages.record == screen.main.panes.lists[3].key


async def test_a_conflict_settled_elsewhere_goes(db: Path, colleague: Work) -> None:
    files = [
        colleague(lambda store: store.edit(VHTO, {"title": "VHTO: eerste"})),
        colleague(lambda store: store.edit(VHTO, {"title": "VHTO: tweede"})),
    ]
    mine = Store.open(db)
    for file in files:
        mine.snapshots.import_(file)
    async with driven(db, (100, 30)) as screen:
        await screen.press("c")
        assert len(screen.app.screen_stack) == 2
        mine.resolve(VHTO, "title", "VHTO: derde")
        await screen.until(lambda: len(screen.app.screen_stack) == 1)
        assert "≠ 1 conflict" not in screen.lines[0]
    mine.close()
