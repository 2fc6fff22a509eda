"""Finding, from the first letter."""

from pathlib import Path

import pytest

from storage.store import Store
from storage.views.search_hit import Hit, Snippet
from tests.tui.driving import VHTO, driven
from tui.screens.search.rows import HitRow
from tui.widgets.row_list import RowList


async def test_find_and_go_there(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("slash")
        assert "Typ om te zoeken." in screen.text
        await screen.type("vhto")
        assert "Afspraken" in screen.text
        assert "VHTO: schakel met de regio" in screen.text
        assert " van " in screen.lines[0]
        await screen.press("enter")
        assert screen.main.panes.lists[3].key == VHTO
        assert screen.main.state.pane == 3


async def test_the_arrows_move_while_the_typing_goes_on(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("slash")
        await screen.type("platform")
        rows = screen.app.screen.query_one(RowList)
        first = rows.key
        await screen.press("down")
        assert rows.key != first
        second = rows.key
        await screen.type(" ")
        assert rows.key == second


async def test_the_best_hit_is_chosen_while_the_words_narrow(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("slash")
        for letter in "migratie":
            await screen.type(letter)
            rows = screen.app.screen.query_one(RowList)
            assert rows.key == next((row.key for row in rows.rows if row.key), None)


async def test_the_page_stands_beside_from_100_columns(db: Path) -> None:
    async with driven(db, (100, 30)) as screen:
        await screen.press("slash")
        await screen.type("migratie")
        assert "Trekker" in screen.text
        assert "Vindplaats" in screen.text


async def test_escape_restores_the_place(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("1", "end", "enter", "down")
        before = screen.text
        await screen.press("slash")
        await screen.type("monitor")
        await screen.press("escape")
        assert screen.text == before


async def test_a_region_that_was_found_is_chosen(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("slash")
        await screen.type("food valley")
        rows = screen.app.screen.query_one(RowList)
        assert rows.select("regions/food-valley")
        await screen.press("enter")
        assert screen.main.state.region == "food-valley"


async def test_what_is_filtered_away_is_found_all_the_same(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("1")
        screen.main.panes.lists[1].select("gelderland")
        await screen.press("enter", "slash")
        await screen.type("vhto")
        await screen.press("enter")
        assert "0 VHTO: schakel met de regio" in screen.text
        assert screen.main.state.region == "gelderland"
        await screen.press("escape")
        assert "0 VHTO" not in screen.text
        assert screen.main.state.pane == 3


async def test_nothing_found_is_one_sentence(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("slash")
        await screen.type("zzqq")
        assert "Niets gevonden voor “zzqq”." in screen.text
        await screen.press("enter")
        assert screen.app.screen.query(RowList)


async def test_a_note_that_was_found_leads_to_its_agreement(db: Path) -> None:
    store = Store.open(db)
    store.note(VHTO, "de banketbakker belde")
    store.close()
    async with driven(db) as screen:
        await screen.press("slash")
        await screen.type("banketbakker")
        assert "Aantekeningen" in screen.text
        await screen.press("enter")
        assert screen.main.panes.lists[3].key == VHTO


async def test_whatever_is_found_shows_its_page(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("slash")
        await screen.type("vhto")
        rows = screen.app.screen.query_one(RowList)
        await screen.press("down")
        assert rows.key == "organisations/vhto"
        assert "In verbinding met VHTO" in screen.text
        await screen.press("enter")
        assert len(screen.app.screen_stack) == 1


async def test_the_footer_says_where_escape_leads(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("slash")
        assert "↑↓" not in screen.lines[23]
        await screen.press("escape", "1", "end", "enter", "slash")
        await screen.type("vhto")
        assert "↑↓ kies  Enter open  Esc terug naar Twente" in screen.lines[23]


@pytest.mark.parametrize("width", [20, 31, 50])
def test_what_was_found_is_cut_where_a_word_ends(width: int) -> None:
    text = "…over techniek voor meisjes met een migratieachtergrond in de regio"
    snippet = Snippet("text", text, ((20, 27),))
    hit = Hit("agreements", "agreements/x", "A-1-B-2", "Techniek", snippet=snippet)
    second = "".join(span.text for span in HitRow(hit, lambda hit: None).draw(width)[1]).strip()
    assert second.endswith("…")
    assert text.startswith(second[:-1])
    assert text[len(second) - 1] == " "
