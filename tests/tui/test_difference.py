"""Comparing a file with what is here, or two files, on the screen."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tui.forms.files.compare_form import CompareForm
from tui.screens.compare.difference_screen import DifferenceScreen
from tui.widgets.safe_inputs import LineInput

Work = Callable[[Callable[[Store], object]], Path]


async def compare(screen: Driver, path: Path) -> None:
    """Compare this file, and wait for what shows."""
    screen.app.screen.query_one("#path", LineInput).value = str(path)
    await screen.press("enter")
    await screen.until(lambda: isinstance(screen.app.screen, DifferenceScreen))


async def test_a_file_with_what_is_here(db: Path, colleague: Work) -> None:
    def work(store: Store) -> None:
        store.edit(VHTO, {"title": "VHTO: van de collega"})
        store.add("regions", {"name": "Achterhoek", "short": "ACH"})

    file = colleague(work)
    mine = Store.open(db, "Anna")
    mine.edit(VHTO, {"title": "VHTO: van Anna"})
    mine.edit("regions/twente", {"profile": "veel techniek"})
    mine.close()
    async with driven(db, (120, 40)) as screen:
        await screen.press("p")
        await compare(screen, file)
        assert "colleague-1.json naar hier" in screen.text
        assert "Alleen in colleague-1.json: 3" in screen.text
        assert "Alleen hier: 3" in screen.text
        assert "Samen geven zij 1 conflict" in screen.text
        assert "≠ geeft conflict" in screen.line_with("▌  VHTO: van Anna")
        assert "alleen in eerste" in screen.line_with("Achterhoek")
        assert "alleen in tweede" in screen.line_with("   Anna")
        assert "1 veld" in screen.line_with("   Twente  ")
        assert "VHTO: van de collega Anna" in screen.text
        await screen.press("y")
        assert "[-de collega-]" in screen.app.clipboard
        await screen.press("enter")
        assert screen.app.screen is screen.main
        assert screen.main.form is None
        await screen.until(lambda: screen.main.browser.pages.record == VHTO)


async def test_what_only_the_file_has_is_not_opened(db: Path, colleague: Work) -> None:
    file = colleague(lambda store: store.add("regions", {"name": "Achterhoek", "short": "ACH"}))
    async with driven(db, (120, 40)) as screen:
        await screen.press("p")
        await compare(screen, file)
        while "Achterhoek" not in screen.line_with("▌"):
            await screen.press("down")
        await screen.press("enter")
        assert "dat staat hier niet" in screen.text
        await screen.press("escape")
        assert screen.app.screen is screen.main


async def test_two_files_of_which_the_first_is_kept(db: Path, colleague: Work, home: Path) -> None:
    (home / "Downloads").mkdir()
    for n, title in ((1, "VHTO: een"), (2, "VHTO: twee")):
        file = colleague(lambda store, title=title: store.edit(VHTO, {"title": title}))
        file.rename(home / "Downloads" / f"bestand-{n}.json")
    async with driven(db, (120, 40)) as screen:
        await screen.press("p")
        await screen.until(lambda: "bestand-1" in screen.text and "bestand-2" in screen.text)
        await screen.type("bestand-1")
        await screen.press("tab")
        assert "Kies het bestand waarmee u bestand-1.json vergelijkt." in screen.text
        await screen.press("tab")
        assert "Tab houdt een bestand vast" in screen.text
        await screen.press("tab", "ctrl+u")
        await screen.type("bestand-2")
        await screen.press("enter")
        await screen.until(lambda: isinstance(screen.app.screen, DifferenceScreen))
        assert "bestand-1.json naar bestand-2.json" in screen.text
        assert "VHTO: een twee" in screen.text


@pytest.mark.parametrize("public", [True, False])
async def test_no_difference_and_no_file(db: Path, tmp_path: Path, public: bool) -> None:
    file = tmp_path / "zelfde.json.gz"
    mine = Store.open(db)
    mine.snapshots.export(file, "public" if public else "partners")
    mine.close()
    (tmp_path / "raar.json").write_bytes(b"[]")
    async with driven(db) as screen:
        await screen.press("p")
        screen.app.screen.query_one("#path", LineInput).value = str(tmp_path / "raar.json")
        await screen.press("enter")
        await screen.until(lambda: not screen.app.screen.query_one(CompareForm).busy)
        assert "△ " in screen.text
        await compare(screen, file)
        assert "Er is geen verschil." in screen.text
        assert ("Alleen gegevens" in screen.text) == public
        await screen.press("enter", "escape")
        assert screen.app.screen is screen.main


async def test_what_is_not_compared_is_said(db: Path, tmp_path: Path) -> None:
    file = tmp_path / "zelfde.json"
    mine = Store.open(db, "Anna")
    mine.note(VHTO, "blijft hier", own=True)
    mine.snapshots.export(file)
    mine.close()
    async with driven(db, (120, 40)) as screen:
        await screen.press("p")
        await compare(screen, file)
        assert "Er is geen verschil in wat is vergeleken." in screen.text
        said = " ".join(screen.text.replace("▌", " ").split())
        assert "Niet vergeleken" in said
        assert "1 eigen aantekening" in said


@pytest.mark.parametrize("plain", [True, False])
async def test_notes_say_of_which_agreement_they_are(
    db: Path, colleague: Work, plain: bool
) -> None:
    """Also where they are only in the file; names of who writes are told as such."""
    other = "agreements/oost-2-gel-01"

    def work(store: Store) -> None:
        for record in (VHTO, other):
            store.note(record, "gebeld")

    file = colleague(work)
    if plain:  # in another layout
        file.write_text(json.dumps(json.loads(file.read_text()), indent=1))
    async with driven(db, (160, 40)) as screen:
        await screen.press("p")
        await compare(screen, file)
        assert "TWE-04" in screen.text
        assert "GEL-01" in screen.text
        assert "Auteurs" in screen.text
        assert "entries/" not in screen.text
