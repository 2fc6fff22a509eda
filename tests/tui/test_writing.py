"""Status, title, text, notes, deleting; and taking back."""

from pathlib import Path

from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tui.widgets.fields import Area, Field


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
        assert "! vul een reden in" in screen.line_with("deels voldaan")
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
        assert "! vul het bewijs in" in screen.line_with("voldaan      ")
        await screen.type("verslag van juni")
        await screen.press("enter")
        assert "VHTO" not in screen.line_with("TWE-05")
        assert screen.main.pane_rows(3).key != VHTO
        await screen.press("u")
        assert screen.main.pane_rows(3).key == VHTO


async def test_superseded_needs_a_code_that_exists(db: Path) -> None:
    async with driven(db) as screen:
        await at_vhto(screen)
        await screen.press("s", *["down"] * 6, "enter")
        assert "! vul de code van de opvolger in" in screen.text
        await screen.type("XYZ")
        await screen.press("enter")
        assert "! deze code bestaat niet" in screen.text
        screen.app.screen.query_one(Field).value = "OOST-2-TWE-05"
        await screen.press("enter")
        assert "TWE-04 is nu vervangen" in screen.text


async def test_escape_leaves_a_form_as_it_was(db: Path) -> None:
    async with driven(db) as screen:
        before = Store.open(db).version()
        for key in ("s", "e", "a", "x", "i"):
            await screen.press(key)
            assert screen.main.form is not None, key
            await screen.press("escape")
            assert screen.main.form is None, key
            assert screen.main.state.pane == 3
        assert Store.open(db).version() == before


async def test_title_and_text_in_one_act(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await at_vhto(screen)
        await screen.press("e")
        screen.app.screen.query_one(Field).value = "VHTO: contact met de regio"
        await screen.press("tab")
        screen.app.screen.query_one(Area).text = "Een nieuwe zin."
        await screen.press("enter")
        assert "TWE-04 gewijzigd   u draait terug" in screen.text
        assert "0 VHTO: contact met de regio" in screen.text
        assert "Een nieuwe zin." in screen.text
        await screen.press("u")
        assert "0 VHTO: schakel met de regio" in screen.text


async def test_an_empty_title_is_not_saved(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("e")
        screen.app.screen.query_one(Field).value = " "
        await screen.press("enter")
        assert "! een titel mag niet leeg zijn" in screen.text
        assert screen.main.form is not None


async def test_saving_without_a_change_writes_nothing(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("e", "enter")
        assert screen.main.form is None
        await screen.press("s", "enter")
        assert screen.main.form is None
    assert all(act.seed for act in Store.open(db).history(None))


async def test_a_note_of_a_kind(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await at_vhto(screen)
        await screen.press("a", "enter")
        assert "! schrijf eerst iets" in screen.text
        await screen.type("gebeld met VHTO")
        await screen.press("tab", "enter")
        assert "Aantekening bij TWE-04 bewaard   u draait terug" in screen.text
        assert "Voortgang: gebeld met VHTO" in screen.text
        await screen.press("u")
        assert "Voortgang: gebeld met VHTO" not in screen.text
        assert "Teruggedraaid: aantekening, gebeld met VHTO" in screen.text


async def test_delete_is_taken_back(db: Path) -> None:
    async with driven(db) as screen:
        await at_vhto(screen)
        await screen.press("d")
        assert "TWE-04 verwijderd   u draait terug" in screen.text
        assert screen.main.pane_rows(3).key != VHTO
        await screen.press("u")
        assert screen.main.pane_rows(3).key == VHTO


async def test_letters_are_text_while_someone_types(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("a")
        await screen.type("quds")
        assert screen.app.is_running
        assert screen.app.screen.query_one(Area).text == "quds"


async def test_nothing_to_take_back_is_said(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("u")
        assert "Er is niets van u om terug te draaien." in screen.text
        await screen.press("ctrl+r")
        assert "Er is niets om opnieuw te doen." in screen.text


async def test_a_toast_is_one_line_that_goes_away(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("u")
        toast = screen.main.query_one("Toast")
        assert toast.region.height == 1
        assert toast.region.y == 22
        await screen.press("G")
        toast.hide()  # type: ignore[attr-defined]
        await screen.pilot.pause()
        assert "terug te draaien" not in screen.text
