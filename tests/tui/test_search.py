"""Finding, from the first letter."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any, ClassVar

import pytest

from storage.reader import Reader
from storage.records.ids import tail_of
from storage.search.filter_names import FILTERS
from storage.search.query import Query
from storage.store import Store
from storage.views.change import Change
from storage.views.search_hit import COUNTED, Found, Hit, Note, Snippet
from tests.tui.driving import LOOK, PATIENCE, VHTO, driven
from tui.screens.search.rows import HitRow
from tui.screens.search.seeker import MOST, SHOWN, Answered, AskedQuery, Seeker
from tui.screens.search.told_line import told_line
from tui.user import settings
from tui.widgets.row_list import RowList

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT count(*) FROM n"


async def test_find_and_go_there(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("slash")
        assert "Typ om te zoeken." in screen.text
        await screen.type("schakel")
        assert "1 afspraak" in screen.text
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
        await screen.type("schakel")
        assert "/ schakel" in screen.lines[0]
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
        assert "Probeer minder of andere woorden." in screen.text
        await screen.press("enter")
        assert "er is niets gevonden" in screen.text
        assert screen.app.screen.query(RowList)


async def test_a_note_that_was_found_leads_to_its_agreement(db: Path) -> None:
    store = Store.open(db)
    store.note(VHTO, "de banketbakker belde")
    store.close()
    async with driven(db) as screen:
        await screen.press("slash")
        await screen.type("banketbakker")
        assert "1 aantekening" in screen.text
        await screen.press("enter")
        assert screen.main.panes.lists[3].key == VHTO


async def test_whatever_is_found_shows_its_page(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("slash")
        await screen.type("vhto")
        rows = screen.app.screen.query_one(RowList)
        assert rows.key == "organisations/vhto"
        assert "In verbinding met VHTO" in screen.text
        await screen.press("enter")
        assert len(screen.app.screen_stack) == 1


async def test_the_footer_says_where_escape_leads(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("1", "end", "enter", "slash")
        await screen.type("vhto")
        assert "↑↓ kies  Enter open  F4 bewaar  Esc terug naar Twente" in screen.lines[23]


@pytest.mark.parametrize("width", [20, 31, 50])
def test_what_was_found_is_cut_where_a_word_ends(width: int) -> None:
    text = "…over techniek voor meisjes met een migratieachtergrond in de regio"
    snippet = Snippet("text", text, ((20, 27),))
    hit = Hit("agreements", "agreements/x", "A-1-B-2", "Techniek", snippet=snippet)
    second = "".join(span.text for span in HitRow(hit, lambda hit: None).draw(width)[1]).strip()
    said = second.removeprefix("tekst").strip()
    assert "meisjes" in said
    assert said.startswith("…")
    assert said.endswith("…")
    at = text.index(said[1:-1])
    assert text[at - 1] in " …"
    assert text[at + len(said) - 2] == " "


def test_words_found_in_another_form_say_so_at_the_hit() -> None:
    note = Note("abbreviation", "BBL", "beroepsbegeleidende leerweg")
    found = Hit("agreements", "agreements/x", "A-1-B-2", "Leerplekken", notes=(note,))
    lines = HitRow(found, lambda hit: None).draw(60)
    assert "BBL → beroepsbegeleidende leerweg" in "".join(span.text for span in lines[-1])


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        ((), ""),
        ((Note("stem", "fondsen", "fonds"),), ""),
        (
            (Note("corrected", "technik", "techniek"),),
            "gezocht op techniek, want “technik” komt niet voor   F7 toch letterlijk",
        ),
        (
            (Note("dropped", "zzqq", ""),),
            "weggelaten: “zzqq”, dat komt niet voor   F7 toch letterlijk",
        ),
    ],
)
def test_what_was_made_of_the_words_is_one_line(notes: tuple[Note, ...], told: str) -> None:
    hit = Hit("agreements", "agreements/x", "A-1-B-2", "Techniek")
    line = told_line(Found((hit,), 1, notes), literal=False)
    assert "".join(span.text for span in line) == told


async def test_a_filter_becomes_a_chip_as_soon_as_it_is_complete(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("slash")
        await screen.type('vhto regio:"food valley')
        assert '/ vhto regio:"food valley' in screen.lines[0]
        await screen.type('" ')
        assert screen.lines[0].startswith(" /  regio Food Valley ✕  vhto ")
        await screen.press("home", "left", "delete")
        assert screen.lines[0].startswith(" / vhto ")


async def test_what_cannot_be_read_is_one_sentence(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("slash")
        await screen.type("regoi:twente")
        assert "△ Het filter regoi: bestaat niet. Bedoelt u regio:?" in screen.lines[1]
        await screen.press("backspace")
        await screen.type('"vhto')
        assert len(screen.app.screen_stack) == 2


async def test_enter_waits_for_the_answer_to_what_was_typed_last(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("slash")
        await screen.press(*"twe-04", "enter")
        assert screen.main.panes.lists[3].key == VHTO


def test_what_was_asked_before_is_cut_off(db: Path) -> None:
    """What goes on is interrupted, and only what was asked last is told."""
    told: list[str] = []

    class Slow(Reader):
        def search(self, asked: str | Query, limit: int, *, literal: bool = False) -> Found:
            if asked == "a":
                self.connection.execute(ENDLESS)
            return Found()

    class Host:
        threads: ClassVar[list[Thread]] = []

        def run_worker(self, work: Callable[[], None], **_: object) -> None:
            self.threads.append(Thread(target=work))
            self.threads[-1].start()

        def post_message(self, message: Answered) -> None:
            told.append(message.question.text)

    host: Any = Host()
    seeker = Seeker(host, partial(Slow, db), closes=True)
    seeker.ask(AskedQuery("a"))
    ends = monotonic() + PATIENCE
    while host.threads[0].is_alive() and monotonic() < ends:
        seeker.ask(AskedQuery("ab"))
        host.threads[0].join(LOOK)
    for thread in host.threads:
        thread.join(PATIENCE)
    seeker.close()
    assert {*told} == {"ab"}


async def test_escape_goes_from_a_hit_exactly_back_to_where_one_was(db: Path) -> None:
    async with driven(db, (100, 40)) as screen:
        await screen.press("1", "end", "enter", "t", "t", "down", "0", "enter", "down")
        before, place = screen.text, screen.main.state.place
        await screen.press("slash", "home", "backspace")
        await screen.type("food valley")
        await screen.press("enter")
        assert screen.text != before
        await screen.press("right_curly_bracket", "escape")
        assert screen.main.state.place == place
        await screen.until(lambda: screen.text == before)


async def test_from_hit_to_hit_without_the_list(db: Path) -> None:
    async with driven(db, (100, 30)) as screen:
        await screen.press("slash")
        await screen.type("techniek")
        rows = screen.app.screen.query_one(RowList)
        hits = [row.key for row in rows.rows if row.key]
        await screen.press("enter")
        assert f"treffer 1 van {len(hits)}" in screen.lines[-1]
        await screen.press("right_curly_bracket")
        assert f"treffer 2 van {len(hits)}" in screen.lines[-1]
        assert screen.main.browser.pages.record == hits[1]
        await screen.press("left_curly_bracket", "left_curly_bracket")
        assert f"treffer {len(hits)} van {len(hits)}" in screen.lines[-1]


async def test_without_a_search_there_is_no_next_hit(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("right_curly_bracket")
        assert "er is nog niets gezocht" in screen.text.lower()


async def test_a_query_is_saved_and_offered_when_nothing_is_typed(db: Path) -> None:
    async with driven(db, (100, 30)) as screen:
        await screen.press("slash")
        await screen.type("monitor")
        await screen.press("f4")
        await screen.type("Onze monitor")
        await screen.press("enter")
        assert "Onze monitor toegevoegd" in screen.text
        await screen.press("slash")
        assert "Onze monitor" in screen.line_with("monitor")
        await screen.press("enter")
        assert screen.lines[1].startswith(" / monitor")
        await screen.press("escape", "f2")
        await screen.type("onze mon")
        await screen.press("enter")
        assert screen.lines[1].startswith(" / monitor")


async def test_a_saved_query_can_have_a_key_on_this_laptop(db: Path) -> None:
    with closing(Store.open(db, "Anna")) as store:
        change = Change(new="searches", sets={"name": "Onze monitor", "query": "monitor"})
        (saved,) = store.apply(change).added
    command = f"saved_{tail_of(saved).replace('-', '_')}"
    settings.save(settings.Settings(keys={command: ("7",)}))
    async with driven(db) as screen:
        await screen.press("7")
        assert screen.lines[0].startswith(" / monitor")
        await screen.press("escape", "comma")
        rows = screen.app.screen.query_one(RowList)
        assert rows.select(f"key/{command}")
        assert "Onze monitor" in screen.line_with("7")


async def test_what_everyone_asks_is_named_in_the_palette(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("f2")
        await screen.type("wacht op iets")
        await screen.press("enter")
        assert screen.lines[0].startswith(" /  wacht ✕")
        await screen.press("escape", "escape", "f2")
        await screen.type("signaal oranje")
        assert "Zoek: open, oranje of rood" in screen.text


async def test_words_that_a_filter_says_are_offered_as_filters(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("slash")
        await screen.type("wat is te laat in twente")
        assert screen.lines[1].startswith("   Tab te:laat regio:Twente")
        await screen.press("tab")
        assert screen.lines[0].startswith(" /  te laat ✕   regio Twente ✕ ")


@pytest.mark.parametrize("key", ["tab", "right"])
async def test_a_filter_is_completed_while_it_is_typed(db: Path, key: str) -> None:
    async with driven(db) as screen:
        await screen.press("slash")
        await screen.type("vhto reg")
        assert screen.lines[1].startswith("   Tab regio:")
        await screen.press(key)
        assert screen.lines[0].startswith(" / vhto regio:")
        await screen.type("food")
        assert screen.lines[1].startswith("   Tab Food Valley")
        await screen.press(key)
        assert screen.lines[0].startswith(" /  regio Food Valley ✕  vhto ")
        await screen.press(key)
        assert screen.lines[0].startswith(" /  regio Food Valley ✕  vhto ")


async def test_filters_of_search_narrow_the_list_and_are_the_same_chips_there(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("slash")
        await screen.type("regio:twente zonder:termijn ")
        found = {hit.id for hit in screen.app.screen.found.hits if hit.type == "agreements"}
        await screen.press("f6")
        assert "Twente ✕  zonder termijn ✕" in screen.lines[1]
        assert set(screen.main.panes.lists[3].rows.ids()) >= found
        await screen.press("backspace")
        assert "Twente ✕" in screen.lines[1]
        assert "zonder termijn" not in screen.lines[1]
        await screen.press("left_square_bracket")
        assert "Twente ✕  zonder termijn ✕" in screen.lines[1]


async def test_how_many_there_are_is_said_as_far_as_they_are_counted(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hit = Hit("agreements", VHTO, "A-1-B-2", "Techniek")

    def search(self: Reader, asked: str, limit: int, *, literal: bool = False) -> Found:
        return Found((hit,), COUNTED if asked == "x" else 7)

    monkeypatch.setattr(Reader, "search", search)
    async with driven(db) as screen:
        await screen.press("slash", "x")
        assert "200 van 2.000 of meer" in screen.lines[0]
        await screen.press("x")
        assert screen.lines[0].rstrip().endswith("7 van 7")


async def test_the_reason_of_a_change_leads_to_what_was_changed(db: Path) -> None:
    with closing(Store.open(db, "Anna")) as store:
        store.apply(Change((VHTO,), sets={"status": "on_hold"}, reason="banketbakker akkoord"))
    async with driven(db, (100, 30)) as screen:
        await screen.press("slash")
        await screen.type("banketbakker")
        assert "reden" in screen.line_with("VHTO: schakel met de regio")
        await screen.press("enter")
        assert screen.main.browser.pages.record == VHTO


async def test_a_saved_query_that_was_found_is_asked(db: Path) -> None:
    with closing(Store.open(db, "Anna")) as store:
        store.apply(Change(new="searches", sets={"name": "Kermis", "query": "zonder:termijn"}))
    async with driven(db) as screen:
        await screen.press("slash")
        await screen.type("kermis")
        await screen.press("enter")
        assert screen.lines[0].startswith(" /  zonder termijn ✕")


async def test_what_shows_is_found_first_and_all_that_is_listed_when_nobody_types_on(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = []

    def search(self: Reader, asked: str, limit: int, *, literal: bool = False) -> Found:
        limits.extend([limit] if asked == "x" else [])
        hits = [Hit("passages", f"passages/x.{n}", None, f"{n}") for n in range(60)]
        return Found(tuple(hits[:limit]), 60)

    monkeypatch.setattr(Reader, "search", search)
    async with driven(db) as screen:
        await screen.press("slash", "x")
        assert limits == [SHOWN, MOST]
        assert "60 passages" in screen.text


async def test_help_explains_every_filter(db: Path) -> None:
    async with driven(db, (100, 60)) as screen:
        await screen.press("slash", "f1", "G")
        for one in FILTERS[-3:]:
            assert f"{one.nl}:" in screen.text
        assert "wat sindsdien gewijzigd is" in screen.text


async def test_what_someone_else_writes_meanwhile_is_found(db: Path) -> None:
    async with driven(db, (100, 30)) as screen:
        await screen.press("slash")
        await screen.type("banketbakker")
        assert "Niets gevonden" in screen.text
        with closing(Store.open(db, "Bob")) as store:
            store.note(VHTO, "de banketbakker belde")
        screen.app.look()
        await screen.until(lambda: "1 aantekening" in screen.text)
