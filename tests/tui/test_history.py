"""Histories, the undo list and what changed since, by keys."""

from collections.abc import Callable
from pathlib import Path

from seed.document.beside import profile_of, read_document
from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tui.screens.history.screen import HistoryScreen
from tui.widgets.row_list import RowList

Work = Callable[[Callable[[Store], object]], Path]
TWENTE = "regions/twente"


def write(db: Path, job: Callable[[Store], object]) -> None:
    store = Store.open(db, "Jan")
    job(store)
    store.close()


def attach(store: Store, text: Path) -> None:
    found = read_document(store, text, profile_of(store))
    store.documents.attach(found.document, found.passages)


def two_titles(store: Store) -> None:
    store.edit(VHTO, {"title": "VHTO: schakel met scholen", "goal": "meer meisjes"}, "beter")
    store.edit(VHTO, {"title": "VHTO: schakel met alle scholen"})


async def test_any_record_has_a_history(db: Path) -> None:
    write(db, lambda store: store.edit(TWENTE, {"profile": "groen"}))
    async with driven(db) as screen:
        await screen.press("1", "end", "h")
        assert isinstance(screen.app.screen, HistoryScreen)
        assert "Jan" in screen.line_with("profiel")
        assert "groen" in screen.text
        assert "op deze laptop" in screen.text


async def test_it_narrows_to_one_field_and_back(db: Path) -> None:
    write(db, two_titles)
    write(db, lambda store: store.note(VHTO, "notitie"))
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        await screen.press("h")
        assert "Geschiedenis 1/4" in screen.words
        await screen.press("f", *"titel", "enter")
        assert "Geschiedenis titel ✕ 1/3" in screen.words
        assert "aantekening" not in screen.text
        await screen.press("backspace")
        assert "aantekening" in screen.text
        await screen.press("w", *"arrangement", "enter")
        assert "arrangement ✕" in screen.text
        assert "Jan" not in screen.text
        await screen.press("escape")
        assert "Geschiedenis" not in screen.text


async def test_the_whole_history_has_a_line_for_each_act(db: Path) -> None:
    """Who, what of which record, and its code; the page lies below, and beside it from 110."""
    write(db, two_titles)
    write(db, lambda store: store.note(VHTO, "gebeld"))
    write(db, lambda store: store.undo())
    async with driven(db) as screen:
        await screen.press("H")
        assert "Alles wat is gewijzigd 1/" in screen.words
        lines = " ".join(screen.line_with("teruggedraaid").split())
        assert "Jan Aantekening teruggedraaid TWE-04" in lines
        note = next(row for row in screen.app.screen.query_one(RowList).rows[2].draw(79))
        assert all(span.strike for span in note if span.text.strip() in ("gebeld", "aantekening"))
        assert "Jan VHTO: schakel met alle scholen doel, titel TWE-04" in screen.words
        below = screen.app.screen.query_one("#act").region
        assert (below.x, below.width) == (0, 80)
        await screen.press(*["down"] * 3)
        assert "VHTO: schakel met alle scholen" in screen.lines[below.y]
        assert screen.lines[below.y].rstrip().endswith("OOST-2-TWE-04")
        assert "Waarom" in screen.text
        await screen.pilot.resize_terminal(120, 40)
        beside = screen.app.screen.query_one("#act").region
        assert (beside.x, beside.y) == (74, 1)


async def test_undoing_an_attach_is_one_line(db: Path, tmp_path: Path) -> None:
    text = tmp_path / "bron.txt"
    text.write_text("Titel\n\n" + "\n\n".join(f"Alinea {n}." for n in range(300)))
    write(db, lambda store: attach(store, text))
    async with driven(db) as screen:
        await screen.press("U")
        assert "document en indeling" in screen.line_with("▌")
        assert "passages" in screen.line_with("▌")
        said = screen.app.screen.shown_text()
        assert "passages gaan weg." in said
        assert len(said.splitlines()) < 12


async def test_a_redline_between_any_two_moments(db: Path) -> None:
    write(db, two_titles)
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("h", "space", "G")
        assert "VHTO: schakel met de regio alle scholen" in screen.text
        assert "meer meisjes" in screen.text
        await screen.press("y")
        copied = screen.app.clipboard
        assert "[-de regio-] {+alle scholen+}" in copied
        await screen.press("g", "space", "down")
        assert "Van" not in screen.text  # nothing is marked any more


async def test_the_undo_list_takes_back_one_older_step(db: Path) -> None:
    write(db, two_titles)
    async with driven(db, (120, 40)) as screen:
        await screen.press("U", "down")
        assert "Terugdraaien doet dit:" in screen.text
        assert "Blijft zoals het is" in screen.text
        assert "Titel van VHTO: schakel met alle scholen" in screen.text
        await screen.press("enter")
        assert "✓ Teruggedraaid" in screen.text
        await screen.press("escape")
        assert "er is elders gewijzigd" not in screen.text
        screen.main.go_to(VHTO)
        await screen.press("0")
        assert "meer meisjes" not in screen.text
        page = Store.open(db).page(VHTO)
        assert (page.title, page.said("goal")) == ("VHTO: schakel met alle scholen", None)
        await screen.press("ctrl+r")
        assert Store.open(db).page(VHTO).said("goal") == "meer meisjes"


async def test_an_empty_undo_list_says_so(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("U")
        assert "U hebt op deze laptop niets" in screen.text
        await screen.press("enter", "escape")
        assert screen.main.ready


async def test_several_of_others_go_together_with_a_reason(db: Path, colleague: Work) -> None:
    file = colleague(two_titles)
    write(db, lambda store: store.snapshots.import_(file))
    async with driven(db, (120, 40)) as screen:
        await screen.press("H")
        assert file.name in screen.text
        await screen.press("t", *"afspraken", "enter")  # without the act that names the colleague
        assert "Afspraken ✕" in screen.text
        await screen.press("space", "down", "space")
        assert "2 gemarkeerd" in screen.text
        await screen.press("u")
        assert "Dit verandert bij iedereen" in screen.text
        assert "meer meisjes niets" in screen.text
        await screen.press("enter")
        assert "△ Vul een reden in." in screen.text
        await screen.press(*"vergissing", "enter")
        await screen.until(lambda: "2 wijzigingen teruggedraaid." in screen.text)
        await screen.press("escape")
    store = Store.open(db)
    (undo,) = [act for act in store.history(None) if act.undoes]
    assert (len(undo.undoes), undo.why) == (2, "vergissing")
    assert store.page(VHTO).row.title == "VHTO: schakel met de regio"


async def test_what_was_taken_back_cannot_be_taken_back_again(db: Path) -> None:
    write(db, two_titles)
    write(db, lambda store: store.undo())
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        await screen.press("h", "down", "u")
        assert "al teruggedraaid" in screen.text


async def test_enter_in_the_whole_history_goes_to_the_record(db: Path) -> None:
    write(db, lambda store: store.edit(TWENTE, {"profile": "groen"}))
    async with driven(db) as screen:
        await screen.press("H", "enter")
        assert screen.main.browser.pages.record == TWENTE


async def since(screen: Driver, *keys: str) -> None:
    await screen.press("S", *keys, "enter")
    await screen.until(lambda: "Even zoeken" not in screen.text)


async def test_what_changed_since_the_last_visit(db: Path) -> None:
    """By agreement: each field as a redline, with who, when and why."""
    async with driven(db) as screen:
        await screen.press("S")
        assert "uw vorige bezoek" not in screen.text
    write(db, two_titles)
    write(db, lambda store: store.note(VHTO, "gebeld"))
    async with driven(db, (120, 40)) as screen:
        await since(screen)
        assert "Sinds uw vorige bezoek" in screen.text
        lit = screen.line_with("OOST-2-TWE-04")
        assert lit.startswith("▌")
        assert "VHTO: schakel met alle scholen" in lit
        assert "VHTO: schakel met de regio alle scholen" in screen.text
        assert "Jan, " in screen.line_with("de regio alle scholen")
        assert "beter" in screen.line_with("beter").strip()
        assert "gebeld" in screen.line_with("aantekening")
        assert "Twente" in screen.lines[3]
        side = screen.app.screen.query_one("#period")
        beside = " ".join(" ".join(line[side.region.x :] for line in screen.lines).split())
        assert "v van uw vorige bezoek t tot nu" in beside
        assert "1 afspraak" in beside
        await screen.press("enter")
        assert screen.main.browser.pages.record == VHTO


async def test_what_changed_since_an_import_and_since_a_day(db: Path, colleague: Work) -> None:
    write(db, lambda store: store.edit(TWENTE, {"profile": "groen"}))
    file = colleague(lambda store: store.edit(VHTO, {"goal": "meer meisjes"}))
    write(db, lambda store: store.snapshots.import_(file))
    async with driven(db, (120, 40)) as screen:
        await since(screen, *file.stem.split("-")[0])
        assert "meer meisjes" in screen.text
        assert "groen" not in screen.text
        await screen.press("v", *"vandaag", "enter")
        await screen.until(lambda: "Regio's" in screen.text)
        assert "meer meisjes" in screen.text
        await screen.press("v", *"1 januari 2099", "enter")
        await screen.until(lambda: "Sindsdien is niets veranderd." in screen.text)


async def test_both_moments_are_chosen_in_words_and_all_is_copied(db: Path) -> None:
    write(db, lambda store: store.edit(VHTO, {"goal": "een"}))
    write(db, lambda store: store.snapshots.export(db.with_name("weg.json")))
    write(db, lambda store: store.edit(VHTO, {"goal": "twee", "condition": "ooit"}))
    write(db, lambda store: [store.edit(TWENTE, {"profile": f"{n}"}) for n in range(3)])
    async with driven(db, (80, 24)) as screen:
        await since(screen, *"1 januari 2014")
        assert "nieuw" in screen.text
        await screen.press("t", *"export", "enter")
        await screen.until(lambda: "tot de laatste export" in screen.text)
        await screen.until(lambda: "Even zoeken" not in screen.text)
        await screen.press("y")
        copied = screen.app.clipboard
        assert "ooit" not in copied
        await screen.press("v", *"export", "enter", "t", *"nu", "enter")
        await screen.until(lambda: "Sinds de laatste export" in screen.text)
        await screen.until(lambda: "Even zoeken" not in screen.text)
        await screen.press("y")
        copied = screen.app.clipboard
        assert "[-een-] {+twee+}" in copied
        assert "ooit" in copied
        assert "profiel" in copied  # also what does not show


async def test_a_meeting_is_offered_only_when_one_is_over(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("S")
        assert "het overleg" not in screen.text
    said = {"title": "Liaisonoverleg", "date": "2014-10-07", "phase": "closed"}
    write(db, lambda store: store.add("meetings", said))
    async with driven(db) as screen:
        await screen.press("S")
        assert "7 oktober 2014" in screen.line_with("het overleg: Liaisonoverleg")
