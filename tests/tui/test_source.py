"""The document on the screen: attached, read at the place of a record, left for a record."""

from contextlib import closing
from pathlib import Path

import pytest

from seed.document.beside import profile_of, read_document
from storage.store import Store
from tests.tui.driving import VHTO, driven

DOCUMENT = """\
Titel van het stuk

2014-2016

INLEIDING

Dit is de inleiding.

2. SAMENWERKING OP EN/OF WAT ER IS

Twente:

Een alinea over Twente, lang genoeg om over meer dan één regel van het scherm te lopen.

Rol van het Platform:

- Eerste punt over FORUM.
- Tweede punt over VHTO.
- Derde punt over het jaarplan.
- Vierde punt.
- Vijfde punt.
- Zesde punt.
- Zevende punt over niets.
"""
EDITION = DOCUMENT.replace("- Eerste punt", "- Nieuw punt.\n- Eerste punt")


@pytest.fixture
def document(home: Path) -> Path:
    path = home / "Downloads" / "arrangement.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(DOCUMENT, encoding="utf-8")
    return path


@pytest.fixture
def attached(db: Path, document: Path) -> Path:
    """The small arrangement with its document beside it."""
    store = Store.open(db, "Anna")
    found = read_document(store, document, profile_of(store))
    store.attach(store.arrangement, found.passages)
    store.close()
    return db


async def test_without_any_document_it_says_so_whatever_is_pressed(tmp_path: Path) -> None:
    Store.create(tmp_path / "new.db", "noord-2027")
    async with driven(tmp_path / "new.db") as screen:
        await screen.press("o")
        assert "Van het document is niets bekend." in screen.text
        await screen.press("down", "pagedown", "end", "up", "pageup", "enter", "tab", "n", "y")
        await screen.pilot.resize_terminal(120, 40)
        await screen.press("up")
        assert "Van het document is niets bekend." in screen.text


async def test_a_document_that_shrinks_while_it_is_read(attached: Path) -> None:
    async with driven(attached) as screen:
        await screen.press("o", "end")
        assert "Zevende punt" in screen.text
        with closing(Store.open(attached, "Bob")) as store:
            store.attach(store.arrangement, store.passages(store.arrangement)[:3])
        await screen.until(lambda: "Zevende punt" not in screen.text)
        assert "3/3" in screen.text


async def test_o_opens_the_document_at_the_place_of_the_agreement(attached: Path) -> None:
    async with driven(attached) as screen:
        screen.main.go_to(VHTO)
        await screen.press("o")
        assert "Bron   hoofdstuk 2, Twente" in screen.text
        line = screen.line_with("Tweede punt over VHTO")
        assert line.startswith("▌  2e punt")
        assert "Eerste punt over FORUM" in screen.text  # what stands around it
        assert "Derde punt" in screen.text
        below = screen.text.partition("Uit dit stuk")[2]
        assert "TWE-04" in below
        assert "TWE-05" not in below


async def test_a_block_leads_to_each_record_that_it_gave(attached: Path) -> None:
    async with driven(attached) as screen:
        store = screen.main.store
        store.edit(f"{VHTO[:-1]}5", {"also_at/2.twente.b2": True})
        screen.main.go_to(VHTO)
        await screen.press("o", "enter", "down", "enter")
        assert len(screen.app.screen_stack) == 1
        assert screen.main.page is not None
        assert screen.main.page.row.code == "OOST-2-TWE-05"
        await screen.press("left_square_bracket")
        assert screen.main.page.row.id == VHTO


async def test_moving_through_the_document(attached: Path) -> None:
    async with driven(attached) as screen:
        screen.main.go_to(VHTO)
        await screen.press("o", "G")
        assert screen.line_with("Zevende punt").startswith("▌")
        assert "Dit stuk gaf geen afspraak." in screen.text
        await screen.press("enter")
        assert "dit stuk gaf geen afspraak" in screen.lines[-2]
        await screen.press("g")
        assert screen.line_with("Titel van het stuk").startswith("▌")
        await screen.press("down", "down", "up", "pagedown", "escape")
        assert len(screen.app.screen_stack) == 1


async def test_the_next_place_of_an_agreement_that_stands_in_several(attached: Path) -> None:
    store = Store.open(attached, "Anna")
    store.edit(VHTO, {"also_at/2.twente.p1": True})
    store.close()
    async with driven(attached) as screen:
        screen.main.go_to(VHTO)
        await screen.press("o")
        assert screen.line_with("Een alinea over Twente").startswith("▌")
        assert screen.line_with("Tweede punt").startswith("▌")
        await screen.press("n")
        assert "Tweede punt" in screen.lines[screen.app.cursor_position.y]
        await screen.press("n")
        assert "Een alinea" in screen.lines[screen.app.cursor_position.y]


async def test_without_the_document_the_titles_stand_there(db: Path) -> None:
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        await screen.press("o")
        assert "niet gekoppeld: u ziet titels" in screen.text
        assert "2e punt" in screen.line_with("VHTO: schakel")


async def test_a_record_without_a_place_says_so(attached: Path) -> None:
    store = Store.open(attached, "Anna")
    added = store.add("agreements", {"title": "Zonder plaats", "kind": "request"})
    store.close()
    async with driven(attached) as screen:
        screen.main.go_to(added)
        await screen.press("o")
        assert "geen vindplaats" in screen.text


async def test_attaching_by_choosing_a_file(db: Path, document: Path) -> None:
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        assert "Niet de letterlijke tekst." in screen.text or await _scrolled(screen)
        await screen.press("O")
        await screen.until(lambda: "arrangement.txt" in screen.text)
        await screen.press("enter")
        await screen.until(lambda: "Vergeleken" in screen.text)
        assert "Er is nog niets gekoppeld." in screen.text
        assert screen.main.store.documents() == []
        await screen.press("enter")
        await screen.until(lambda: "Document gekoppeld: " in screen.text)
        assert screen.main.store.documents() != []
        await screen.press("u")
        assert screen.main.store.documents() == []


async def _scrolled(screen) -> bool:
    await screen.press("0", "G")
    return "Niet de letterlijke tekst." in screen.text


async def test_an_edition_tells_which_agreements_stand_elsewhere(
    attached: Path, document: Path
) -> None:
    store = Store.open(attached, "Anna")
    known = store.passages(store.arrangement)
    store.close()
    assert "2.twente.b2" in {one.locator for one in known}
    document.write_text(EDITION, encoding="utf-8")
    async with driven(attached, (100, 30)) as screen:
        await screen.press("O")
        await screen.until(lambda: "arrangement.txt" in screen.text)
        await screen.press("enter")
        await screen.until(lambda: "Vergeleken" in screen.text)
        assert "gewijzigd" in screen.line_with("Vergeleken")
        assert "Afspraken en meer waarvan de plek anders is" in screen.text
        assert "TWE-04" in screen.line_with("hoofdstuk 2, Twente, 2e punt: gewijzigd")


async def test_what_is_no_document_is_told_in_the_form(db: Path, home: Path) -> None:
    (home / "Downloads").mkdir(exist_ok=True)
    (home / "Downloads" / "kapot.docx").write_bytes(b"PK")
    async with driven(db) as screen:
        await screen.press("O")
        await screen.until(lambda: "kapot.docx" in screen.text)
        await screen.press("enter")
        await screen.until(lambda: "leesbaar" in screen.text)
        assert screen.main.store.documents() == []


async def test_coverage_shows_every_heading_and_the_reasons(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("C")
        assert "Dekking van het document" in screen.text
        assert "afspraken" in screen.line_with("  Twente")
        await screen.press("G")
        assert "kop" in screen.text
        await screen.press("escape")
        assert len(screen.app.screen_stack) == 1


async def test_beside_the_page_stands_what_the_document_says(attached: Path) -> None:
    async with driven(attached, (160, 45)) as screen:
        screen.main.go_to(VHTO)
        await screen.pilot.pause()
        assert "Tweede punt over VHTO" in screen.text
        assert "letterlijke tekst" not in screen.text


async def test_a_passage_is_found_and_opens_the_document(attached: Path) -> None:
    async with driven(attached, (100, 30)) as screen:
        await screen.press("slash")
        await screen.type("vijfde punt")
        assert "hoofdstuk 2, Twente, 5e punt" in screen.text
        await screen.press("enter")
        assert screen.line_with("Vijfde punt").startswith("▌")
        assert "Bron" in screen.text
