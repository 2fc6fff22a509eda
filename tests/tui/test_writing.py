"""Status, title, text, notes, deleting; and taking back."""

from pathlib import Path

import pytest

from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tui.forms.parts.typing import Typing


async def at_vhto(screen: Driver) -> None:
    screen.main.go_to(VHTO)
    await screen.pilot.pause()


async def test_a_status_with_its_reason_and_back_again(db: Path) -> None:
    async with driven(db) as screen:
        await at_vhto(screen)
        await screen.press("s")
        assert "s Status van VHTO: schakel met de regio" in screen.text
        assert "openstaand       nu" in screen.text
        await screen.press("down", "down", "enter")
        assert "△ vul een reden in" in screen.line_with("deels voldaan")
        await screen.type("loopt nog")
        await screen.press("enter")
        assert "TWE-04 is nu deels voldaan   u draait terug" in screen.text
        assert "◕ deels voldaan" in screen.text
        assert screen.main.state.agreement == VHTO
        await screen.press("u")
        assert "Teruggedraaid: status" in screen.text
        assert "○ openstaand" in screen.text
        await screen.press("ctrl+r")
        assert "Opnieuw gedaan: status" in screen.text
        assert "◕ deels voldaan" in screen.text
    history = Store.open(db).history(VHTO)
    assert [act.why for act in history if not act.seed and act.changes] == ["loopt nog"]


async def test_met_needs_evidence_and_leaves_the_open_list(db: Path) -> None:
    async with driven(db) as screen:
        await at_vhto(screen)
        await screen.press("s", "down", "down", "down", "enter")
        assert "△ vul het bewijs in" in screen.line_with("voldaan      ")
        await screen.type("verslag van juni")
        await screen.press("enter")
        assert "VHTO" not in screen.line_with("TWE-05")
        assert screen.main.panes.lists[3].key != VHTO
        await screen.press("u")
        assert screen.main.panes.lists[3].key == VHTO


async def test_superseded_needs_one_that_exists(db: Path) -> None:
    async with driven(db) as screen:
        await at_vhto(screen)
        await screen.press("s", *["down"] * 6, "enter")
        assert "△ kies de opvolger" in screen.line_with("vervangen")
        await screen.type("XYZ")
        await screen.press("enter")
        assert "△ niet gevonden" in screen.line_with("vervangen")
        screen.app.screen.query_one(Typing).text = ""
        await screen.type("twe-05")
        assert "Jet-Net en Technet: makelen" in screen.text
        await screen.press("enter", "enter")
        assert "TWE-04 is nu vervangen" in screen.text
    (act,) = [act for act in Store.open(db).history(VHTO) if not act.seed and act.changes]
    assert {change.field for change in act.changes} == {
        "status", "related/replaced_by/oost-2-twe-05",
    }  # fmt: skip


async def test_the_name_of_a_status_chooses_it(db: Path) -> None:
    async with driven(db) as screen:
        await at_vhto(screen)
        await screen.press("s")
        await screen.type("in uitvoering")
        await screen.press("enter")
        assert screen.main.form is not None
        assert "▌◐ in uitvoering" in screen.text
        await screen.press("enter")
        assert "TWE-04 is nu in uitvoering" in screen.text
    assert [act.why for act in Store.open(db).history(VHTO) if not act.seed and act.changes] == [
        None
    ]


async def test_a_reason_goes_along_to_another_status(db: Path) -> None:
    async with driven(db) as screen:
        await at_vhto(screen)
        await screen.press("s", "down")
        await screen.type("loopt")
        await screen.press("down", "enter")
        assert "TWE-04 is nu deels voldaan" in screen.text


async def test_a_signal_with_its_reason(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await at_vhto(screen)
        await screen.press("z")
        assert "z Signaal van VHTO: schakel met de regio" in screen.text
        await screen.press("up", "up", "enter")
        assert "△ vul een reden in" in screen.line_with("oranje")
        await screen.type("geen geld")
        await screen.press("enter")
        assert "TWE-04: signaal oranje   u draait terug" in screen.text
        assert "geen geld" in screen.line_with("▲ oranje")
        await screen.press("z", "down", "down", "enter")
        assert "TWE-04: signaal geen" in screen.text
        assert "▲" not in screen.text


async def test_escape_leaves_a_form_as_it_was(db: Path) -> None:
    async with driven(db) as screen:
        before = Store.open(db).version()
        for key in ("s", "z", "e", "n", "a", "x", "i"):
            await screen.press(key)
            assert screen.main.form is not None, key
            await screen.press("escape")
            assert screen.main.form is None, key
            assert screen.main.state.pane == 3
        assert Store.open(db).version() == before


async def test_saving_without_a_change_writes_nothing(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("e", "enter")
        assert screen.main.form is None
        for key in ("s", "z"):
            await screen.press(key, "enter")
            assert screen.main.form is None
    assert all(act.seed for act in Store.open(db).history(None))


async def test_a_note_of_a_kind(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await at_vhto(screen)
        await screen.press("a", "enter")
        assert "△ schrijf eerst iets" in screen.text
        await screen.type("gebeld met VHTO")
        await screen.press("tab")
        await screen.type("voort")
        await screen.press("enter", "enter")
        assert "Aantekening bij TWE-04 bewaard, ook voor partners   u draait terug" in screen.text
        assert "Voortgang: gebeld met VHTO" in screen.text
        await screen.press("u")
        assert "Voortgang: gebeld met VHTO" not in screen.text
        assert "Teruggedraaid: aantekening, TWE-04" in screen.text


async def test_a_note_of_a_day_that_stays_inside(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await at_vhto(screen)
        await screen.press("a")
        await screen.type("intern")
        await screen.press("down", "down")
        await screen.type("31 juni 2014")
        await screen.press("down")
        assert "△ geen datum" in screen.text
        await screen.press("up")
        screen.app.screen.query_one(Typing).text = "12-9-2014"
        await screen.press("down")
        assert "12 september 2014" in screen.line_with("Datum")
        await screen.press("space", "enter")
        assert "bewaard" in screen.text
        assert "intern" in screen.line_with("12 sep")
    (entry,) = Store.open(db).page(VHTO).entries
    assert entry.own
    assert entry.date == "2014-09-12"


async def test_delete_is_taken_back(db: Path) -> None:
    async with driven(db) as screen:
        await at_vhto(screen)
        await screen.press("d")
        assert "TWE-04 verwijderd   u draait terug" in screen.text
        assert screen.main.panes.lists[3].key != VHTO
        await screen.press("u")
        assert screen.main.panes.lists[3].key == VHTO


async def test_what_is_read_is_changed_noted_and_deleted_whatever_it_is(db: Path) -> None:
    async with driven(db, (120, 60)) as screen:
        await screen.press("1", "end", "e")
        assert "e Wijzig Twente" in screen.text
        await screen.press("escape", "a")
        await screen.type("gebeld met Enschede")
        await screen.press("enter")
        assert "Aantekening bij Twente bewaard, ook voor partners   u draait terug" in screen.text
        assert "gebeld met Enschede" in screen.text
        await screen.press("d")
        assert "dat kan op de bladzijde (0)" in screen.text
        await screen.press("0", "d")
        assert "Twente verwijderd   u draait terug" in screen.text
        assert not any(place.tail == "twente" for place in Store.open(db).lists.regions())
        await screen.press("u")
        assert any(place.tail == "twente" for place in Store.open(db).lists.regions())


async def test_the_arrangement_itself_cannot_go(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to("arrangement/oost-2014-2016")
        await screen.press("d")
        assert "dit hoort bij het bestand en kan niet weg" in screen.text
        await screen.press("e")
        assert "e Wijzig Samenwerkingsarrangement Oost" in screen.text


async def test_letters_are_text_while_someone_types(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("a")
        await screen.type("quds")
        assert screen.app.is_running
        assert screen.app.screen.query_one(Typing).text == "quds"


async def test_nothing_to_take_back_is_said(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("u")
        assert "Er is niets van u om terug te draaien." in screen.text
        await screen.press("ctrl+r")
        assert "Er is niets om opnieuw te doen." in screen.text


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_message_covers_no_row_is_told_whole_and_goes_away(
    db: Path, size: tuple[int, int]
) -> None:
    async with driven(db, size) as screen:
        await screen.press("3")
        hints = screen.lines[-1]
        await screen.press("ctrl+r")
        assert "Er is niets om opnieuw te doen." in screen.words
        toast = screen.main.query_one("Toast")
        assert toast.region.bottom == size[1]
        assert screen.main.panes.region.bottom == toast.region.y
        screen.main.toast("een lange zin die niet op een regel past en toch heel te lezen is")
        await screen.rest()
        assert screen.words.endswith("toch heel te lezen is")
        assert screen.main.panes.region.bottom == toast.region.y
        toast.hide()  # type: ignore[attr-defined]
        await screen.rest()
        assert screen.lines[-1] == hints
        assert screen.main.panes.region.bottom == size[1] - 1
