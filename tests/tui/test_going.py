"""Back and forward, jump labels, bookmarks, following lines, sizes: moving without a mouse."""

from pathlib import Path
from threading import Event

import pytest

from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tui.app import ArrangementApp
from tui.screens.main.jump import labels
from tui.screens.main.problem_count import ProblemsCounted
from tui.user import state
from tui.user.trail import Trail, TrailStop


async def choose_twente(screen: Driver) -> None:
    await screen.press("1", "end", "enter")


async def test_back_and_forward_go_through_where_one_was(db: Path) -> None:
    async with driven(db) as screen:
        first = screen.main.panes.lists[3].key
        await choose_twente(screen)
        await screen.press("j", "j", "t", "left_square_bracket")
        assert "✕" not in screen.line_with("3 Open")
        assert screen.main.panes.lists[3].key == first
        await screen.press("right_square_bracket")
        assert "Alles  Twente ✕" in screen.text or "Afgerond  Twente ✕" in screen.text
        await screen.press("right_square_bracket")
        assert "daar is geen plek om naartoe te gaan" in screen.text


async def test_what_was_deleted_is_passed_over_once_nothing_is_deleted_any_more(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("3", "d", "t", "t", "t")
        assert "3 Verwijderd" in screen.text
        await screen.press("u", "q")
    async with driven(db) as screen:
        assert "3 Verwijderd" in screen.text
        await screen.press("t")
        assert "3 Open" in screen.text
        await screen.press("t", "t", "t")
        assert "3 Open" in screen.text


async def test_escape_comes_back_from_what_was_found(db: Path) -> None:
    async with driven(db) as screen:
        await choose_twente(screen)
        screen.main.go_to("agreements/oost-2-gel-01")
        await screen.pilot.pause()
        assert "0 Monitor: hoe in te richten" in screen.text
        assert "Open  Twente ✕" in screen.text
        await screen.press("escape")
        assert "0 Monitor" not in screen.text
        assert screen.main.state.pane == 3


async def test_a_letter_jumps_to_what_is_in_sight(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("f")
        gutter = screen.line_with("Twente  ")[1]
        assert gutter.isalpha()
        assert "springt ernaartoe" in screen.lines[-1]
        await screen.press(gutter)
        assert "Open  Twente ✕" in screen.text
        assert screen.line_with("Twente  ")[1] == "▸"


async def test_how_to_jump_stays_told_while_problems_are_counted(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("f")
        screen.main.post_message(ProblemsCounted(0, 0, None))
        await screen.rest()
        assert "springt ernaartoe" in screen.lines[-1]


async def test_another_key_leaves_the_letters(db: Path) -> None:
    async with driven(db) as screen:
        before = screen.text
        await screen.press("f")
        assert screen.text != before
        await screen.press("escape")
        assert screen.text == before


@pytest.mark.parametrize("count", [0, 1, 26, 27, 169, 676])
def test_labels_are_all_different_and_equally_long(count: int) -> None:
    found = labels(count)
    assert len(found) == len(set(found)) == count
    assert len({len(label) for label in found}) <= 1


async def test_a_bookmark_is_kept_and_gone_to(db: Path) -> None:
    async with driven(db) as screen:
        await screen.press("B")
        assert "er zijn nog geen bladwijzers" in screen.text
        await screen.press("G", "b")
        marked = screen.main.panes.lists[3].key
    async with driven(db) as screen:
        await screen.press("g", "B")
        assert "naar welke bladwijzer?" in screen.text
        await screen.press("enter")
        assert screen.main.browser.pages.record == marked
        await screen.press("b", "B")
        assert "er zijn nog geen bladwijzers" in screen.text


async def test_sizes_are_kept_per_file(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        sidebar, sheet = (screen.main.query_one(name) for name in ("#sidebar", "#sheet"))
        width, height = sidebar.size.width, sheet.size.height
        await screen.press("greater_than_sign", "greater_than_sign", "plus")
        assert sidebar.size.width == width + 4
        assert sheet.size.height < height
    async with driven(db, (120, 40)) as screen:
        sidebar, sheet = (screen.main.query_one(name) for name in ("#sidebar", "#sheet"))
        assert sidebar.size.width == width + 4
        await screen.press("equals_sign")
        assert sidebar.size.width == width
        assert sheet.size.height == height


@pytest.mark.parametrize(
    ("size", "sizes"),
    [((80, 24), "plus"), ((80, 24), "minus"), ((100, 30), "plus"), ((76, 20), "minus")],
)
async def test_what_is_typed_in_a_form_shows_whatever_the_sizes(
    db: Path, size: tuple[int, int], sizes: str
) -> None:
    async with driven(db, size) as screen:
        screen.main.go_to(VHTO)
        await screen.press("3", *[sizes] * 7)
        sheet = screen.main.query_one("#sheet")
        chosen = sheet.size.height
        for keys in (("s", "down"), ("z", "down"), ("a",), ("V",), ("I",), ("L",), ("e",)):
            await screen.press(*keys, *"qxz")
            assert "qxz" in screen.text, keys
            assert screen.main.panes.large or sheet.size.height >= screen.main.size.height // 2 - 2
            await screen.press("escape", "escape")
            assert screen.main.form is None
            assert sheet.size.height == chosen


async def test_a_sidebar_of_a_wider_terminal_leaves_room_for_the_rest(db: Path) -> None:
    state.save(db, state.ScreenState(sidebar=60))
    async with driven(db, (80, 24)) as screen:
        assert screen.main.query_one("#desk").size.width >= 40
        assert screen.main.state.sidebar == 60


async def test_sizes_need_panes_side_by_side(db: Path) -> None:
    async with driven(db, (50, 20)) as screen:
        await screen.press("greater_than_sign")
        assert "dit venster te smal" in screen.words


async def test_source_and_logbook_can_be_gone_to_where_they_show(db: Path) -> None:
    async with driven(db, (160, 45)) as screen:
        await screen.press("5")
        assert screen.app.focused is not None
        assert screen.app.focused.id == "log"
        await screen.press("tab")
        assert screen.app.focused.id == "regions"
        await screen.press("4")
        await screen.pilot.resize_terminal(80, 24)
        await screen.pilot.pause()
        assert screen.app.focused is not None
        assert screen.app.focused.id == "page"
        await screen.press("4")
        assert "dit venster te smal" in screen.text


async def test_welcome_shows_once(db: Path, home: Path) -> None:
    (home / "config" / "arrangement" / "screen").rmdir()
    async with driven(db) as screen:
        assert "Welkom. Enter opent" in screen.text
        await screen.press("j")
        assert "Welkom." in screen.text  # moving is no reason to go
        lines = [line for line in screen.lines if line.startswith("▌  ") and "Enter" in line]
        assert lines
        await screen.press("enter")
        assert "Welkom." not in screen.text
        assert screen.main.state.pane == 0
    async with driven(db) as screen:
        assert "Welkom." not in screen.text


async def test_enter_before_the_file_is_open_waits_for_it(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_open, opens = Event(), Store.open.__func__  # type: ignore[attr-defined]

    def held(*args: object) -> Store:
        may_open.wait()
        return opens(Store, *args)  # type: ignore[no-any-return]

    monkeypatch.setattr(Store, "open", held)
    app = ArrangementApp(db, "nl")
    async with app.run_test(size=(80, 24)):
        screen = Driver(app)
        await screen.pilot.press("enter")
        may_open.set()
        await screen.until(lambda: app.main.ready and app.main.state.pane == 0)
        assert "gaat nog open" not in screen.text


async def test_a_click_on_a_chip_takes_the_filter_away(db: Path) -> None:
    async with driven(db) as screen:
        await choose_twente(screen)
        line = screen.line_with("Open  Twente ✕")
        await screen.pilot.click(offset=(line.index("✕"), screen.lines.index(line)))
        await screen.pilot.pause()
        assert "Twente ✕" not in screen.text


def test_a_trail_forgets_what_was_ahead() -> None:
    trail = Trail()
    a, b, c = (TrailStop(region=name) for name in "abc")
    trail.leave(a)
    assert trail.back(b) == a
    assert trail.forward(a) == b
    assert trail.back(b) == a
    trail.leave(a)
    assert trail.forward(c) is None
    assert trail.back(c) == a
    assert trail.back(a) is None


def test_habits_that_make_no_sense_are_left(db: Path) -> None:
    for wrong in ({"sidebar": 5}, {"marks": [1]}, {"heads": "x"}, {"pane": 9}, {"about": 3}):
        state.save(db, state.ScreenState(**wrong))  # type: ignore[arg-type]
        assert state.load(db) == state.ScreenState()


async def test_a_place_that_has_gone_is_left(db: Path) -> None:
    kept = state.ScreenState(pane=0, about="regions/weg", agreement=VHTO)
    state.save(db, kept)
    async with driven(db) as screen:
        assert "0 VHTO" in screen.text


@pytest.mark.parametrize(
    "keys", [("1", "end", "up"), ("2", "end", "up"), ("1", "end", "0"), ("2", "down", "3", "end")]
)
async def test_the_bars_stand_there_again_after_each_restart(
    db: Path, keys: tuple[str, ...]
) -> None:
    async with driven(db) as screen:
        await screen.press(*keys)
        left = screen.text
    for _ in range(2):
        async with driven(db) as screen:
            assert screen.text == left


async def test_a_region_that_stands_there_twice_is_chosen_in_the_same_place_again(
    db: Path,
) -> None:
    async with driven(db) as screen:
        await screen.press("1", "down", "down", "down", "down", "down", "enter")
        assert "Open  Stedendriehoek ✕" in screen.text
        chosen = screen.lines.index(screen.line_with("▸"))
        assert chosen > 6
    async with driven(db) as screen:
        assert "Open  Stedendriehoek ✕" in screen.text
        assert screen.lines.index(screen.line_with("▸")) == chosen


async def test_a_file_opens_on_the_same_lines_and_as_large(db: Path) -> None:
    async with driven(db, (80, 12)) as screen:
        screen.main.go_to("regions/twente")
        await screen.press("0", "enter", *["pagedown"] * 2)
        before = screen.lines[1:-1]
        assert screen.main.panes.page.top
        assert screen.main.panes.large
        await screen.pilot.press("q")
    async with driven(db, (80, 12)) as screen:
        await screen.until(lambda: screen.lines[1:-1] == before)


async def test_standing_roles_are_those_of_the_region_that_the_list_is_narrowed_to(
    db: Path,
) -> None:
    async with driven(db, (120, 40)) as screen:
        await screen.press("D")
        whole = screen.text
        await screen.press("escape", "1", "home", "down", "down", "enter", "D")
        assert "Food Valley" in screen.lines[2]
        assert "VHTO: schakel met de regio" in whole
        assert "VHTO: schakel met de regio" not in screen.text
