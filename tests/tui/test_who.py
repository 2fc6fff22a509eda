"""Who writes: asked once, in place, without holding anyone up; and in the settings."""

from contextlib import closing
from pathlib import Path

from storage.identity import remembered
from storage.store import Store
from tests.tui.driving import VHTO, driven

LARGE = (120, 40)
ASKED = "Hoe heet u?"


def authors(db: Path) -> set[tuple[object, object]]:
    with closing(Store.open(db)) as store:
        return {(one["name"], one["organisation"]) for one in store.records("authors")}


async def test_asked_after_the_first_change_and_typing_goes_on(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        screen.main.go_to(VHTO)
        assert ASKED not in screen.text
        await screen.press("s", "down", "enter")
        assert ASKED in screen.text
        assert "is nu in uitvoering" in screen.text
        await screen.press("j", "k", "a", *"gebeld", "enter")  # nobody is held up
        assert ASKED not in screen.text
        await screen.press("N")
        assert "N Wie u bent" in screen.text
        await screen.press(*"Ann", "down", *"platf", "enter", "enter")
        assert "Bij wat u wijzigt staat nu: Ann" in screen.text
        await screen.press("u")
        assert "Teruggedraaid: aantekening, " in screen.text
    assert authors(db) == {("Ann", "platform")}
    with closing(Store.open(db)) as store:
        assert {act.author for act in store.history(VHTO) if not act.seed} == {"Ann"}


async def test_later_is_the_next_day(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        screen.main.go_to(VHTO)
        await screen.press("s", "down", "enter")
        assert ASKED in screen.text
        pane = screen.main.state.pane
        await screen.press("escape")
        assert ASKED not in screen.text
        assert screen.main.state.pane == pane
        await screen.press("a", *"x", "enter")
        assert ASKED not in screen.text
    async with driven(db, LARGE) as screen:
        await screen.press("a", *"x", "enter")
        assert ASKED not in screen.text
    remembered.first_told(db, "who", "gisteren")
    async with driven(db, LARGE) as screen:
        await screen.press("a", *"x", "enter")
        assert ASKED in screen.text
    assert authors(db) == {(None, None)}


async def test_not_asked_where_a_name_is_known_or_was_taken_away(db: Path) -> None:
    with closing(Store.open(db, by="Ann")) as store:
        store.note(VHTO, "een")
    async with driven(db, LARGE) as screen:
        await screen.press("a", *"x", "enter")
        assert ASKED not in screen.text
    with closing(Store.open(db)) as store:
        store.introduce(None)
    async with driven(db, LARGE) as screen:
        await screen.press("a", *"x", "enter")
        assert ASKED not in screen.text
    assert authors(db) == {(None, None)}


async def test_the_settings_show_it_and_lead_to_it(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        await screen.press("comma", *["down"] * 5)
        assert "Uw naam             onbekend" in screen.text
        await screen.press("backspace", "enter")
        await screen.until(lambda: "N Wie u bent" in screen.text)
        await screen.press(*"Ann", "enter")
        await screen.press("comma")
        assert "Uw naam             Ann" in screen.text


async def test_a_clone_is_told_in_one_line(db: Path) -> None:
    with closing(Store.open(db)) as store:
        store.note(VHTO, "een")
        store.connection.execute(
            "INSERT INTO acts (id, at, by, device, seq, void, erased, arrived, body)"
            " SELECT 'anders', at, by, device, seq, 1, 0, arrived, body FROM acts"
            " WHERE device <> 'seed' LIMIT 1"
        )
        store.connection.commit()
    async with driven(db, LARGE) as screen:
        await screen.until(lambda: "Twee laptops schrijven onder hetzelfde nummer" in screen.text)
