"""The document on the screen: attached, read at the place of a record, left for a record."""

from contextlib import closing
from pathlib import Path

import pytest
from textual.color import Color

from seed.document.beside import profile_of, read_document
from storage.store import Store
from tests.seed.agenda import agenda_file
from tests.tui.driving import VHTO, driven
from tests.tui.filling import Filling
from tui.draw.theme import DARK, colours

BETUWE = "afspraken-per-regio.betuwe"
ROLE = "afspraken-per-regio.rol-van-het-techniekpunt"

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
    store.documents.attach(store.arrangement, found.passages)
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
            store.documents.attach(
                store.arrangement, store.documents.passages(store.arrangement)[:3]
            )
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
        assert screen.main.browser.pages.agreement is not None
        assert screen.main.browser.pages.agreement.row.code == "OOST-2-TWE-05"
        await screen.press("left_square_bracket")
        assert screen.main.browser.pages.agreement.row.id == VHTO


async def test_moving_through_the_document(attached: Path) -> None:
    async with driven(attached) as screen:
        screen.main.go_to(VHTO)
        await screen.press("o", "G")
        assert screen.line_with("Zevende punt").startswith("▌")
        assert "Nog niet bepaald wat dit stuk geeft." in screen.text
        await screen.press("enter")
        assert "dit stuk gaf geen afspraak" in screen.words
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
        await screen.press("N")
        assert "Tweede punt" in screen.lines[screen.app.cursor_position.y]
        await screen.press("N")
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
        assert screen.main.store.documents.ids() == []
        await screen.press("enter")
        await screen.until(lambda: "Document gekoppeld: " in screen.text)
        assert screen.main.store.documents.ids() != []
        await screen.press("u")
        assert screen.main.store.documents.ids() == []


async def _scrolled(screen) -> bool:
    await screen.press("0", "G")
    return "Niet de letterlijke tekst." in screen.text


async def test_an_edition_tells_which_agreements_stand_elsewhere(
    attached: Path, document: Path
) -> None:
    store = Store.open(attached, "Anna")
    known = store.documents.passages(store.arrangement)
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
        assert screen.main.store.documents.ids() == []


async def test_coverage_shows_every_heading_and_the_reasons(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("C")
        assert "Dekking van het document" in screen.text
        assert "1 afspraak " in screen.line_with("  Twente")
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


@pytest.fixture
def river(tmp_path: Path, home: Path) -> Path:
    """Another landsdeel, whose Word document lies among the downloads."""
    (home / "Downloads").mkdir(parents=True, exist_ok=True)
    (home / "Downloads" / "agenda.docx").write_bytes(agenda_file())
    Store.create(tmp_path / "rivier.db", "rivierenland-1234")
    with closing(Store.open(tmp_path / "rivier.db", "Anna")) as store:
        store.add("regions", {"name": "Betuwe", "short": "BET"})
    return tmp_path / "rivier.db"


@pytest.fixture
def river_attached(river: Path, home: Path) -> Path:
    with closing(Store.open(river, "Anna")) as store:
        found = read_document(store, home / "Downloads" / "agenda.docx", profile_of(store))
        store.documents.attach(found.document, found.passages)
    return river


async def test_before_attaching_it_is_divided_otherwise(river: Path) -> None:
    async with driven(river) as screen:
        await screen.press("O")
        await screen.until(lambda: "agenda.docx" in screen.text)
        await screen.press("enter")
        await screen.until(lambda: "Hoofdstukken en koppen" in screen.text)
        assert "Rol van het Techniekpunt" in screen.text
        assert "Geld en mensen" not in screen.text
        await screen.press("f6", *["down"] * 16, "left", "left", "left")
        assert screen.line_with("Geld en mensen").startswith("▌•")
        assert "hoofdstuk" in screen.line_with("Geld en mensen")
        await screen.press("left")
        assert "oger dan een hoofdstuk is er niet" in screen.words
        await screen.press("enter")
        assert screen.line_with("Geld en mensen").rstrip().endswith("3")
        assert screen.main.store.documents.ids() == []
        await screen.press("enter")
        await screen.until(lambda: "Document gekoppeld: " in screen.text)
        places = [one.locator for one in screen.main.store.documents.passages("rivierenland-1234")]
        assert "geld-en-mensen.b1" in places


async def test_divided_otherwise_afterwards_what_stands_there_goes_along(
    river_attached: Path,
) -> None:
    with closing(Store.open(river_attached, "Anna")) as store:
        place = {"document": "rivierenland-1234", "locator": f"{ROLE}.b2"}
        added = store.add("agreements", {"title": "Fonds", "kind": "opportunity", "source": place})
    async with driven(river_attached) as screen:
        screen.main.go_to(added)
        await screen.press("o", *["up"] * 2)
        assert screen.line_with("Geld en mensen").startswith("▌")
        await screen.press("d", "left", "left", "left", "enter")
        assert "Anders ingedeeld; 1 afspraak" in screen.text
        assert "Geld en mensen" in screen.lines[1]
        await screen.press("escape")
        record = screen.main.store.record(added)
        assert record["source"] == place | {"locator": "geld-en-mensen.b1"}
        await screen.press("u")  # the division with all that went along
        assert "Teruggedraaid: document en indeling" in screen.text
        assert screen.main.store.record(added)["source"] == place
        await screen.press("o")
        assert "Geld en mensen" not in screen.lines[1]


async def test_a_division_that_is_the_arrangements_own_stays(attached: Path) -> None:
    async with driven(attached) as screen:
        await screen.press("o", "d")
        assert "zoals het arrangement" in screen.words


async def test_an_agreement_is_made_of_the_passage_that_one_reads(river_attached: Path) -> None:
    async with driven(river_attached, (120, 40)) as screen:
        await screen.press("o", "o", "o", "o")
        assert "De regio Betuwe organiseert" in screen.line_with("▌")
        await screen.press("n")
        assert "vaste afspraak" in screen.text
        await screen.type("Techniekdag")
        await screen.press("enter")
        assert "toegevoegd" in screen.text
        assert screen.line_with("2e punt").startswith("▌")  # the next that is open
        (made,) = screen.main.store.records("agreements")
        assert made["source"] == {"document": "rivierenland-1234", "locator": f"{BETUWE}.b1"}
        assert str(made["text"]).startswith("De regio Betuwe organiseert")
        (region,) = screen.main.store.records("regions")
        assert made["regions"] == [str(region["id"]).partition("/")[2]]
        await screen.press("u")
        assert screen.main.store.documents.placed("rivierenland-1234") == {}


async def test_what_is_typed_comes_in_the_place_of_the_passages_text(river_attached: Path) -> None:
    async with driven(river_attached, (120, 40)) as screen:
        await screen.press("o", "o", "o", "o", "n")
        await screen.type("Techniekdag")
        await screen.press("down")
        await screen.type("Kort.")
        await screen.press("enter")
        (made,) = screen.main.store.records("agreements")
        assert made["text"] == "Kort."


async def test_leaving_the_form_goes_back_and_keeps_what_was_typed(river_attached: Path) -> None:
    async with driven(river_attached, (120, 40)) as screen:
        await screen.press("o", "o", "o", "o", "n", "escape")
        assert screen.line_with("De regio Betuwe organiseert").startswith("▌")
        assert "concept" not in screen.text  # nothing was typed
        await screen.press("n")
        await screen.type("Techniek")
        await screen.press("escape", "n")
        assert "Techniek" in screen.line_with("Titel")
        assert screen.main.store.records("agreements") == []


async def test_a_passage_is_left_empty_with_the_reason_and_that_is_taken_back(
    river_attached: Path,
) -> None:
    async with driven(river_attached) as screen:
        await screen.press("o", "o", "l")
        assert "Bewust leeg: Waarom deze agenda, 1e alinea" in screen.text
        await screen.press("enter")
        assert "Geef een reden" in screen.text or "reden" in screen.text
        await screen.type("aanleiding zelf")
        await screen.press("enter")
        assert "bewust leeg" in screen.text
        await screen.press("l", "enter")  # the same reason
        document = "rivierenland-1234"
        assert {*screen.main.store.documents.left_empty(document).values()} == {"aanleiding zelf"}
        assert len(screen.main.store.documents.left_empty(document)) == 2
        await screen.press("u")
        assert len(screen.main.store.documents.left_empty(document)) == 1
        await screen.press("g", "down", "down")
        assert "Bewust leeg: aanleiding zelf" in screen.text
        await screen.press("l", "backspace", "enter")
        assert screen.main.store.documents.left_empty(document) == {}


async def test_an_agreement_that_exists_is_linked_to_the_passage(river_attached: Path) -> None:
    with closing(Store.open(river_attached, "Anna")) as store:
        added = store.add("agreements", {"title": "Techniekdag", "kind": "commitment"})
    async with driven(river_attached) as screen:
        await screen.press("o", "o", "o", "o", "v")
        await screen.type("techn")
        await screen.press("enter", "enter")
        assert "staat nu ook bij" in screen.words
        source = screen.main.store.record(added)["source"]
        assert source == {"document": "rivierenland-1234", "locator": f"{BETUWE}.b1"}


async def test_coverage_is_work_that_one_finishes(river_attached: Path) -> None:
    async with driven(river_attached, (120, 40)) as screen:
        await screen.press("C", "o")
        assert "8 van 25 stukken zijn bepaald" in screen.text
        await screen.press("n")
        await screen.type("Vakmensen")
        await screen.press("enter")
        assert "1 afspraak " in screen.text
        assert "1 afspraken" not in screen.text
        assert "1 open" in screen.lines[0]
        await screen.press("u")
        assert "1 open" not in screen.lines[0]
        assert "Bedrijven in het" in screen.line_with("▌")  # the one that is open again
        await screen.press("n")
        assert "1 open" not in screen.lines[0]
        await screen.type("Vakmensen")
        await screen.press("enter", "l")
        await screen.type("aanleiding")
        await screen.press("enter")
        for _ in range(15):
            await screen.press("l", "enter")
        assert "25 van 25 stukken zijn bepaald" in screen.text
        assert "?" not in "".join(screen.lines[4:-1])
        await screen.press("o")
        assert "alles is bepaald" in screen.text
        await screen.press("g", "down", "enter")
        assert screen.line_with("Waarom deze agenda").startswith("   Bron") or (
            screen.line_with("Waarom deze agenda").startswith("▌")
        )


async def test_a_place_is_chosen_from_the_passages(river_attached: Path) -> None:
    with closing(Store.open(river_attached, "Anna")) as store:
        added = store.add("agreements", {"title": "Techniekdag", "kind": "commitment"})
    async with driven(river_attached, (120, 60)) as screen:
        form = await Filling(screen).of(added)
        await form.put("source", "maakplaats")
        await screen.press("enter", "enter")
        source = screen.main.store.record(added)["source"]
        assert source == {
            "document": "rivierenland-1234",
            "locator": "afspraken-per-regio.bommelerwaard.b1",
        }
        form = await Filling(screen).of(added)
        await form.put("source", f"{BETUWE}.b9")
        await screen.press("enter")
        assert form.open
        assert "Betuwe, 1e punt" in screen.words
        await form.put("source", f"{BETUWE}.b2")
        await screen.press("enter")
        assert not form.open


async def test_what_was_typed_of_a_passage_is_gone_on_with_from_the_drafts(
    river_attached: Path,
) -> None:
    async with driven(river_attached, (120, 40)) as screen:
        await screen.press("o", "o", "o", "o", "n")
        await screen.type("Techniek")
        await screen.press("escape", "v")
        await screen.press("escape", "escape", "f2")
        await screen.type("concept")
        await screen.press("enter", "enter")
        assert "Techniek" in screen.line_with("Titel")
        assert "De regio Betuwe organiseert" in screen.text
        await screen.press("enter")
        assert screen.line_with("2e punt").startswith("▌")
        (made,) = screen.main.store.records("agreements")
        assert made["title"] == "Techniek"


async def test_in_the_past_nothing_is_decided(river_attached: Path) -> None:
    async with driven(river_attached) as screen:
        await screen.press("T")
        await screen.until(lambda: screen.main.browser.travel.on)
        await screen.press("tab", "3", "C", "n")
        await screen.until(lambda: "zo stond het toen" in screen.words.casefold())
        assert screen.main.form is None


async def test_a_passage_that_was_found_is_read_in_the_document_with_the_words_marked(
    attached: Path,
) -> None:
    async with driven(attached) as screen:
        await screen.press("slash")
        await screen.type("zesde")
        await screen.press("enter")
        line = next(n for n, line in enumerate(screen.lines) if "Zesde punt." in line)
        mark = Color.parse(colours(DARK)["mark"]).rich_color.triplet
        marked = [
            segment.text
            for segment in screen.strips[line]
            if segment.style and segment.style.bgcolor and segment.style.bgcolor.triplet == mark
        ]
        assert marked == ["Zesde"]
        await screen.press("right_curly_bracket")
        assert "Zesde punt." in screen.text  # the only hit is the next one too
        await screen.press("escape")
        assert screen.app.screen is screen.main
