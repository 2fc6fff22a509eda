"""The main screen: panes that narrow each other, and the agreement under them."""

from pathlib import Path

from tests.tui.driving import VHTO, driven
from tui.screens.main import MainScreen
from tui.screens.main.panes import PANES


async def test_every_pane_shows_at_once(db: Path) -> None:
    async with driven(db) as screen:
        assert "4 open" in screen.lines[0]
        assert "Regio's" in screen.text
        assert screen.line_with("2 Programma's").split()[:3] == ["2", "Programma's", "2"]
        assert "zonder programma" in screen.text  # which is none
        assert screen.line_with("3 Open").rstrip().endswith("1/6")
        assert "0 Monitor: hoe in te richten" in screen.text


async def test_choosing_a_region_narrows_and_backspace_takes_it_away(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("1", "end", "enter")
        assert "Open  Twente ✕" in screen.text
        assert screen.line_with("Van Twente zelf").rstrip().endswith("4")
        assert "Geldt via Landsdeel Oost" in screen.text
        assert screen.main.state.pane == 3
        assert "▸" in screen.line_with("Twente  ")
        await screen.press("backspace")
        assert "✕" not in screen.text
        assert screen.line_with("3 Open").rstrip().endswith("/6")


async def test_filters_of_the_query_language_narrow_all_lists(db: Path) -> None:
    """They stack, stay over a restart, and each can be taken away."""
    async with driven(db) as screen:
        whole = screen.main.panes.lists[3].rows.total
        await screen.press("colon")
        await screen.type("zonder:termijn")
        await screen.press("enter")
        without_term = screen.main.panes.lists[3].rows.total
        assert without_term < whole
        assert "zonder termijn" in screen.text
        await screen.press("colon")
        await screen.type("op iemand")
        await screen.press("enter")
        assert "wacht op iemand" in screen.text
        assert screen.main.panes.lists[3].rows.total < without_term
    async with driven(db) as screen:
        assert "zonder termijn" in screen.text
        await screen.press("backspace")
        assert "wacht op iemand" not in screen.text
        assert screen.main.panes.lists[3].rows.total == without_term
        await screen.press("colon", "enter")
        assert screen.main.panes.lists[3].rows.total == whole
        await screen.press("colon")
        await screen.type("vervallen")
        await screen.press("enter")
        assert "Geen afspraak komt door deze filters." in screen.text


async def test_a_programme_narrows_within_the_region(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("1", "end", "enter", "2", "g")
        jet_net = screen.main.panes.lists[2]
        assert jet_net.select("jet-net")
        await screen.press("enter")
        assert "Twente ✕  Jet-Net ✕" in screen.text
        assert screen.main.panes.lists[3].key == "agreements/oost-2-twe-05"
        await screen.press("backspace")
        assert "Open  Twente ✕" in screen.text
        assert "Jet-Net ✕" not in screen.text


async def test_a_region_without_agreements_says_so(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("1")
        assert screen.main.panes.lists[1].select("food-valley")
        await screen.press("enter")
        assert "Voor Food Valley is niets apart afgesproken." in screen.text
        assert "Geldt via Gelderland" in screen.text
        assert screen.main.panes.lists[3].key == "agreements/oost-2-gel-01"


async def test_a_region_is_read_from_its_beginning(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("3", "end", "1", "end", "enter")
        assert screen.line_with("Van Twente zelf")
        await screen.press("1")
        screen.main.panes.lists[1].select("food-valley")
        await screen.press("enter")
        assert "Voor Food Valley is niets apart afgesproken." in screen.text
        await screen.pilot.resize_terminal(20, 5)
        await screen.pilot.pause()
        await screen.pilot.resize_terminal(80, 24)
        await screen.pilot.pause()
        assert "Voor Food Valley is niets apart afgesproken." in screen.text


async def test_the_view_goes_round(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("t")
        assert "3 Afgerond" in screen.text
        assert "Hier is nog geen afspraak afgerond." in screen.text
        await screen.press("t")
        assert "3 Alles" in screen.text
        await screen.press("t")
        assert "3 Open" in screen.text


async def test_what_is_deleted_has_a_view_as_long_as_there_is_any(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("t", "t", "t")
        assert "3 Open" in screen.text
        await screen.press("d", "t", "t", "t")
        assert "3 Verwijderd" in screen.text
        assert "1/1" in screen.line_with("3 Verwijderd")
        await screen.press("t")
        assert "3 Open" in screen.text


async def test_tab_and_digits_go_to_panes(db: Path) -> None:
    async with driven(db) as screen:
        for key, pane in (("tab", 0), ("tab", 1), ("tab", 2), ("shift+tab", 1), ("0", 0), ("3", 3)):
            await screen.press(key)
            assert screen.main.state.pane == pane, key
            assert screen.app.focused is not None
            assert screen.app.focused.id == PANES[pane]


async def test_arrows_and_letters_move_the_highlight(db: Path) -> None:
    async with driven(db) as screen:
        rows = screen.main.panes.lists[3]
        first = rows.key
        await screen.press("j")
        second = rows.key
        assert second != first
        await screen.press("up")
        assert rows.key == first
        await screen.press("G")
        last = rows.key
        await screen.press("k", "pagedown")
        assert rows.key == last
        await screen.press("g")
        assert rows.key == first


async def test_escape_goes_back_and_never_quits(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("0", "enter")
        assert screen.main.panes.large
        assert "▌0 Monitor" in screen.lines[1]
        places = []
        for _ in range(6):
            await screen.press("escape")
            places.append(screen.main.state.pane)
        assert places == [0, 3, 3, 3, 3, 3]
        assert screen.app.is_running


async def test_escape_goes_from_pane_to_pane_where_one_shows_at_a_time(db: Path) -> None:
    async with driven(db, (50, 20)) as screen:
        await screen.press("0")
        places = []
        for _ in range(3):
            await screen.press("escape")
            places.append(screen.main.state.pane)
        assert places == [3, 1, 1]


async def test_going_back_shows_what_was_taken_back(db: Path) -> None:
    async with driven(db) as screen:
        screen.main.go_to("agreements/oost-2-twe-04")
        await screen.press("d", "home", "0", "u")
        assert "0 VHTO: schakel met de regio" in screen.text
        assert (
            screen.main.panes.lists[3].key
            == screen.main.browser.pages.record
            == "agreements/oost-2-twe-04"
        )


async def test_a_region_is_not_deleted_from_the_list_of_regions(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("1", "end", "d")
        assert "dat kan op de bladzijde (0)" in screen.text
        await screen.press("0", "d")
        assert "Twente verwijderd" in screen.text


async def test_the_page_says_what_who_and_where_we_stand(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to(VHTO)
        await screen.pilot.pause()
        text = screen.text
        assert "○ openstaand   vaste afspraak   doorlopend" in text
        assert "Trekker     Platform Bèta Techniek" in text
        assert "Met         VHTO" in text
        assert "Vindplaats  hoofdstuk 2, Twente, 2e punt" in text
        assert "is nodig voor" in text
        assert "Nog geen aantekeningen.  a maakt de eerste" in text


async def test_a_click_chooses_and_the_wheel_scrolls(db: Path) -> None:
    async with driven(db) as screen:
        line = next(n for n, text in enumerate(screen.lines) if "Overijssel" in text)
        await screen.pilot.click(offset=(6, line))
        await screen.pilot.pause()
        assert screen.main.state.region == "overijssel"
        rows = screen.main.panes.lists[3]
        before = rows.key
        await screen.wheel(rows)
        assert rows.key == before


async def test_a_key_that_cannot_be_used_says_why(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("c")
        assert "er zijn geen conflicten" in screen.text
        await screen.press("R")
        assert "dit is niet verwijderd" in screen.text


async def test_beside_the_page_from_150_columns(db: Path) -> None:
    async with driven(db, (160, 45)) as screen:
        assert "4 Buren" in screen.text
        assert "Logboek" in screen.text
        assert "in andere regio's" in screen.text


async def test_one_pane_at_a_time_below_60_columns(db: Path) -> None:
    async with driven(db, (50, 20)) as screen:
        assert "3 Open" in screen.text
        assert "Regio's" not in screen.text
        await screen.press("enter")
        assert "0 Monitor" in screen.text
        assert "3 Open" not in screen.text
        await screen.press("escape", "escape")
        assert "1 Regio's" in screen.text


async def test_a_terminal_that_is_too_small_says_so_and_comes_back(db: Path) -> None:
    async with driven(db) as screen:
        focused = screen.app.focused
        await screen.pilot.resize_terminal(20, 5)
        await screen.pilot.pause()
        assert screen.words == "Dit venster is te klein. Maak het groter."
        await screen.press("d")
        await screen.pilot.resize_terminal(80, 24)
        await screen.pilot.pause()
        assert "3 Open" in screen.text
        assert "1/6" in screen.text
        assert screen.app.focused is focused


async def test_english_on_request(db: Path) -> None:
    async with driven(db, lang="en") as screen:
        assert "1 Regions" in screen.text
        assert "standing" in screen.lines[0]


async def test_the_hardware_cursor_follows_the_focus(db: Path) -> None:
    async with driven(db) as screen:
        rows = screen.main.panes.lists[3]
        await screen.press("down")
        assert screen.app.cursor_position.y == rows.highlighted_lines.start
        assert screen.app.cursor_position.x == rows.region.x


def test_no_key_does_two_things() -> None:
    keys = [key for command in MainScreen.DOES for key in command.keys]
    assert len(keys) == len(set(keys))
