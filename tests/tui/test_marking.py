"""Marking agreements, changing them together after a look, and the last change once more."""

from pathlib import Path

import pytest

from storage.store import Store
from storage.views.change import Change
from tests.tui.driving import VHTO, Driver, driven
from tui.forms.parts.change_preview_form import PreviewForm
from tui.locale import charset

GEL = "agreements/oost-2-gel-01"
THREE = ("space", "space", "space")


def listed(screen: Driver) -> list[str]:
    return [line for line in screen.lines if "○" in line or "◐" in line]


def statuses(db: Path) -> list[object]:
    return [one["status"] for one in Store.open(db).records("agreements")]


def written(db: Path) -> list[str]:
    """The acts of a person, without the one that makes them known."""
    rows = Store.open(db).connection.execute("SELECT id, body FROM acts WHERE by <> 'seed'")
    return [id_ for id_, body in rows if '"authors/' not in body]


def marked(screen: Driver, title: str) -> bool:
    """Whether an agreement in the list is marked: by its sign, or bold under the bar."""
    return any(
        segment.text.startswith(title) and bool(segment.style and segment.style.bold)
        for strip in screen.strips[: screen.main.panes.lists[3].region.bottom]
        for segment in strip
    )


async def test_space_marks_and_goes_on(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("space", "down", "space")
        assert "2 gemarkeerd  4/6" in screen.text
        rows = listed(screen)
        assert ["▎" in row for row in rows[:4]] == [True, False, True, False]
        await screen.press("up", "space")
        assert "1 gemarkeerd" in screen.text
        await screen.press("escape")
        assert "gemarkeerd" not in screen.text
        assert screen.main.state.pane == 3


async def test_all_that_shows_and_none_of_it(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("space", "M")
        assert "6 gemarkeerd" in screen.text
        await screen.press("M")
        assert "gemarkeerd" not in screen.text


async def test_marks_stay_while_the_list_changes(db: Path) -> None:
    """In another order, narrowed, and after someone else wrote; those out of sight are told."""
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("space", "r", "t", "r", "e", "k", "enter")
        assert marked(screen, "VHTO")
        other = Store.open(db, "Ander")
        other.edit(VHTO, {"title": "VHTO: anders"})
        other.close()
        screen.main.reload()
        await screen.pilot.pause()
        assert marked(screen, "VHTO: anders")
        await screen.press("1", "home", "enter")
        assert "1 gemarkeerd" in screen.text
        await screen.press("t")
        assert "1 gemarkeerd (1 niet in beeld)" in screen.text
        await screen.press("backspace", "backspace", "t")
        assert marked(screen, "VHTO: anders")


async def test_marks_go_when_the_app_is_left(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("M")
    async with driven(db) as screen:
        assert "gemarkeerd" not in screen.text


async def test_a_mark_is_told_without_colour_and_in_ascii(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with driven(db) as screen:
        charset.use_charset(ascii=True)
        await screen.press("space")
        assert any("mo " in line for line in screen.lines)


async def test_a_status_for_three_after_a_look_in_one_act(db: Path) -> None:
    async with driven(db) as screen:
        before = statuses(db)
        await screen.press(*THREE, "s")
        assert "s Status van 3 afspraken" in screen.text
        await screen.press("down")
        await screen.type("besproken")
        await screen.press("enter")
        assert "in uitvoering   in 3 afspraken" in screen.text
        assert screen.text.count("openstaand › in uitvoering") == 3
        assert "Reden: besproken" in screen.text
        assert statuses(db) == before
        await screen.press("enter")
        assert "3 afspraken gewijzigd: in uitvoering   u draait terug" in screen.text
        assert statuses(db).count("in_progress") == 3
        assert len(written(db)) == 1
        await screen.press("u")
        assert "Teruggedraaid: status, 3 afspraken" in screen.text
        assert statuses(db) == before
        await screen.press("ctrl+r")
        assert statuses(db).count("in_progress") == 3


async def test_esc_in_the_look_goes_back_to_what_was_typed(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press(*THREE, "s", "down")
        await screen.type("besproken")
        await screen.press("enter", "escape")
        assert "s Status van 3 afspraken" in screen.text
        assert "besproken" in screen.text
        await screen.press("enter", "escape", "escape")
        assert screen.main.form is None
        assert not written(db)
        assert "3 gemarkeerd" in screen.text


async def test_one_marked_agreement_is_changed_at_once(db: Path) -> None:
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        await screen.press("space", "home", "s")
        assert "Status van VHTO" in screen.text
        await screen.press("down", "enter")
        assert "TWE-04 is nu in uitvoering" in screen.text


async def test_what_cannot_be_changed_is_told_with_its_reason(db: Path) -> None:
    Store.open(db).edit(VHTO, {"status": "on_hold"})
    async with driven(db) as screen:
        await screen.press("M", "s", *["down"] * 4, "enter")
        assert "1 van de 6 slaan we over" in screen.text
        assert "Slaan we over" in screen.text
        assert "staat er al zo" in screen.line_with("TWE-04")
        await screen.press("enter")
        assert "5 afspraken gewijzigd: aangehouden" in screen.text
    assert statuses(db).count("on_hold") == 6


async def test_what_is_refused_for_all_is_said_in_the_form(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press(*THREE, "s", "down", "down", "enter")
        assert "△ vul een reden in" in screen.line_with("deels voldaan")


async def test_someone_else_was_first(db: Path) -> None:
    """What changes while the look stands open is looked at again before anything is written."""
    async with driven(db) as screen:
        await screen.press("M", "s", *["down"] * 4, "enter")
        other = Store.open(db, "Ander")
        other.delete(VHTO)
        other.close()
        await screen.press("enter")
        assert isinstance(screen.main.form, PreviewForm)
        assert "1 van de 6 slaan we over" in screen.text
        assert "is verwijderd" in screen.text
        await screen.press("enter")
        assert "5 afspraken gewijzigd" in screen.text


async def test_a_note_to_three(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press(*THREE, "a")
        assert "a Aantekening bij 3 afspraken" in screen.text
        await screen.type("gebeld")
        await screen.press("enter")
        assert screen.text.count("komt in het logboek") == 3
        await screen.press("enter")
    assert [one["text"] for one in Store.open(db).records("entries")].count("gebeld") == 3
    assert len(written(db)) == 1


async def test_signal_lead_term_and_evidence_for_one(db: Path) -> None:
    async with driven(db, (100, 40)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("L", "backspace")
        await screen.type("vhto")
        await screen.press("enter", "enter")
        assert "TWE-04: trekker" in screen.text
        await screen.press("I")
        await screen.type("na de zomer ")
        await screen.press("enter")
        assert "TWE-04: termijn gewijzigd" in screen.text
        await screen.press("V")
        assert "V Bewijs bij VHTO" in screen.text
        await screen.type("verslag")
        await screen.press("enter")
        await screen.press("z", "up")
        await screen.type("stil")
        await screen.press("enter")
        assert "TWE-04: signaal rood" in screen.text
    record = Store.open(db).record(VHTO)
    leads = [one["organisation"] for one in record["parties"] if one["role"] == "lead"]  # type: ignore[attr-defined]
    assert leads == ["vhto"]
    assert record["term"]["phrase"].startswith("na de zomer")  # type: ignore[index]
    assert [one.kind for one in Store.open(db).page(VHTO).entries] == ["evidence"]
    assert len(written(db)) == 4


async def test_lead_and_term_for_several(db: Path) -> None:
    async with driven(db, (100, 40)) as screen:
        await screen.press(*THREE, "L")
        await screen.type("vhto")
        await screen.press("enter", "enter")
        assert screen.text.count("+ VHTO") == 3
        await screen.press("enter", "I")
        await screen.type("voor de zomer")
        await screen.press("enter")
        assert screen.text.count("› voor de zomer") == 3
        await screen.press("enter")
    terms = [one["term"] for one in Store.open(db).records("agreements")]
    assert sum(isinstance(one, dict) and one["phrase"] == "voor de zomer" for one in terms) == 3


async def test_regions_and_programmes_of_several(db: Path) -> None:
    async with driven(db, (100, 40)) as screen:
        await screen.press(*THREE, "e")
        assert "e Wijzig 3 afspraken" in screen.text
        await screen.type("overijssel")
        await screen.press("enter", "enter")
        assert "+ Overijssel   in 3 afspraken" in screen.text
        await screen.press("enter")
    regions = [one["regions"] for one in Store.open(db).records("agreements")]
    assert sum("overijssel" in one for one in regions) == 3  # type: ignore[operator]


async def test_deleted_and_restored_together(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press(*THREE, "d")
        assert "verwijderen   in 3 afspraken" in screen.text
        await screen.press("enter")
        assert "3 afspraken verwijderd   u draait terug" in screen.text
        assert "gemarkeerd" not in screen.text
        await screen.press("t", "t", "t")
        assert "3 Verwijderd" in screen.text
        await screen.press("M", "R", "enter")
        assert "3 afspraken teruggezet" in screen.text
        await screen.press("u", "u")
        assert len(set(written(db))) == 4
    assert all(one["life"] == "live" for one in Store.open(db).records("agreements"))


async def test_a_region_that_is_read_is_meant_and_not_the_marks(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press(*THREE, "1", "end", "a")
        assert "Aantekening bij Twente" in screen.text


async def test_the_last_change_once_more(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("full_stop")
        assert "er is nog niets gewijzigd om te herhalen" in screen.text
        await screen.press("s", "down")
        await screen.type("besproken")
        await screen.press("enter")
        assert ". herhaal: in uitvoering" in screen.text
        await screen.press("down", "full_stop")
        assert statuses(db).count("in_progress") == 2
        await screen.press("down", "space", "space", "full_stop")
        assert "in uitvoering   in 2 afspraken" in screen.text
        await screen.press("enter")
        assert statuses(db).count("in_progress") == 4
    store = Store.open(db)
    assert [act.why for act in store.history(None) if act.id in written(db)] == ["besproken"] * 3


async def test_a_note_once_more_opens_with_its_text_and_kind(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("V")
        await screen.type("verslag van maart")
        await screen.press("enter", "down", "full_stop")
        assert "V Bewijs bij" in screen.text
        assert "verslag van maart" in screen.text
        await screen.press("enter")
    entries = Store.open(db).records("entries")
    assert [(one["kind"], one["text"]) for one in entries] == [
        ("evidence", "verslag van maart")
    ] * 2


async def test_a_deletion_is_never_repeated(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("s", "down", "enter", "down", "d")
        assert ". herhaal: in uitvoering" in screen.text
        await screen.press("full_stop")
    assert statuses(db).count("in_progress") == 2
    assert [one["life"] for one in Store.open(db).records("agreements")].count("deleted") == 1


async def test_where_nothing_would_change_it_is_said_in_the_form(db: Path) -> None:
    every = [str(one["id"]) for one in Store.open(db).records("agreements")]
    Store.open(db).apply(Change(every, sets={"status": "on_hold"}))
    async with driven(db) as screen:
        await screen.press("M", "s", *["down"] * 4, "enter")
        assert "Er is niets veranderd" in screen.line_with("aangehouden")
        assert not isinstance(screen.main.form, PreviewForm)
