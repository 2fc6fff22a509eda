"""Two windows on one file: what one changes, the other is told before saving."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tests.tui.filling import Filling
from tui import app

SIZES = [(80, 24), (120, 40)]


def bob(db: Path, job: Callable[[Store], object]) -> None:
    """Another window on the file, in which Bob writes."""
    with closing(Store.open(db, by="Bob")) as store:
        job(store)


def conflicts(db: Path) -> dict[str, set[object]]:
    with closing(Store.open(db)) as store:
        return {one.field: {claim.value for claim in one.claims} for one in store.conflicts()}


def form_text(screen: Driver) -> str:
    """What the form shows, without the lists beside it, as one line."""
    lines = [line[30 if len(line) >= 110 else 0 :] for line in screen.lines]
    return " ".join(" ".join(lines).replace("▌", " ").split())


async def noticed(screen: Driver) -> None:
    """What happens within a second."""
    screen.app.look()
    await screen.pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_at_the_field_and_before_saving(db: Path, size: tuple[int, int]) -> None:
    async with driven(db, size) as screen:
        form = await Filling(screen).of(VHTO)
        await form.put("title", "Mijn titel")
        bob(db, lambda store: store.edit(VHTO, {"title": "Die van Bob"}))
        await noticed(screen)
        words = form_text(screen)
        assert "intussen gewijzigd door Bob: VHTO: schakel met de regio → Die van Bob." in words
        assert "Enter bewaart het uwe" in words
        assert "Mijn titel" in screen.text
        await screen.press("enter")
        assert not form.open
    assert conflicts(db) == {"title": {"Mijn titel", "Die van Bob"}}


async def test_enter_before_anything_was_noticed_tells_it_first(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "POLL", 600)
    async with driven(db, (120, 40)) as screen:
        form = await Filling(screen).of(VHTO)
        await form.put("title", "Mijn titel")
        await form.at("goal")
        bob(db, lambda store: store.edit(VHTO, {"title": "Die van Bob"}))
        await screen.press("enter")
        assert form.open
        assert form.form.answer.key == "title"
        assert "intussen gewijzigd door Bob" in screen.text
        await screen.press("enter")
        assert not form.open
    assert conflicts(db) == {"title": {"Mijn titel", "Die van Bob"}}


async def test_f7_takes_the_other_value(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        form = await Filling(screen).of(VHTO)
        await form.put("title", "Mijn titel")
        bob(db, lambda store: store.edit(VHTO, {"title": "Die van Bob"}))
        await noticed(screen)
        assert "F7 neem die waarde" in screen.lines[-1]
        await screen.press("f7")
        assert form.form.answer.text == "Die van Bob"
        assert "F7" not in screen.lines[-1]
        await form.put("goal", "doel")
        await screen.press("enter")
        assert not form.open
    assert conflicts(db) == {}
    with closing(Store.open(db)) as store:
        assert store.record(VHTO)["title"] == "Die van Bob"
        assert store.record(VHTO)["goal"] == "doel"


async def test_where_nothing_was_typed_the_new_value_shows(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        form = await Filling(screen).of(VHTO)
        await form.put("goal", "mijn doel")
        bob(db, lambda store: store.edit(
            VHTO, {"title": "Die van Bob", "regions/gelderland": True, "goal": None}
        ))  # fmt: skip
        await noticed(screen)
        assert "Die van Bob" in screen.text
        await form.at("regions")
        assert "Gelderland ✕   Twente ✕" in screen.text
        await form.put("title", "Verder op die van Bob")
        await screen.press("enter")
        assert not form.open
    assert conflicts(db) == {}
    with closing(Store.open(db)) as store:
        record = store.record(VHTO)
    assert (record["title"], record["goal"]) == ("Verder op die van Bob", "mijn doel")
    assert record["regions"] == ["gelderland", "twente"]


async def test_what_is_put_in_a_set_here_and_there_are_both_in(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        form = await Filling(screen).of(VHTO)
        await form.put("regions", "gelder")
        await screen.press("enter")
        bob(db, lambda store: store.edit(VHTO, {"regions/twente": False, "goal": "doel"}))
        await noticed(screen)
        assert "intussen weggehaald door Bob: Twente" in form_text(screen)
        await screen.press("enter")
    with closing(Store.open(db)) as store:
        assert store.record(VHTO)["regions"] == ["gelderland"]


async def test_a_status_that_changed_underneath(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "POLL", 600)
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        await screen.press("s", "down", "down")
        await screen.type("loopt")
        bob(db, lambda store: store.status(VHTO, "on_hold"))
        await screen.press("enter")
        assert screen.main.form is not None
        words = form_text(screen)
        assert "intussen gewijzigd door Bob: openstaand → aangehouden." in words
        await screen.press("enter")
        assert screen.main.form is None
    assert conflicts(db) == {"status": {"partly_met", "on_hold"}}


async def test_a_signal_that_changed_underneath(db: Path) -> None:
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        await screen.press("z", "up", "up")
        bob(db, lambda store: store.edit(VHTO, {"signal": {"colour": "red", "reason": "geld"}}))
        await noticed(screen)
        assert "intussen gewijzigd door Bob: niets → rood: geld" in form_text(screen)


async def test_a_note_stands_beside_what_changed(db: Path) -> None:
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        await screen.press("a")
        await screen.type("gebeld")
        bob(db, lambda store: store.note(VHTO, "ook gebeld"))
        await noticed(screen)
        await screen.press("enter")
    with closing(Store.open(db)) as store:
        assert {one.text for one in store.page(VHTO).entries} == {"gebeld", "ook gebeld"}
    assert conflicts(db) == {}


@pytest.mark.parametrize("keys", [("e", *"half"), ("a", *"half"), ("s", "down", *"half")])
async def test_deleted_underneath_keeps_what_was_typed(db: Path, keys: tuple[str, ...]) -> None:
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to(VHTO)
        await screen.press(*keys)
        bob(db, lambda store: store.delete(VHTO))
        await noticed(screen)
        assert "Intussen verwijderd door Bob." in screen.text
        await screen.press("enter")
        assert screen.main.form is not None
        await screen.press("escape")
        screen.main.go_to(VHTO)
        await screen.press("0", "R", keys[0])
        assert "half" in screen.text


async def test_two_windows_see_each_other_within_a_second(db: Path) -> None:
    async with driven(db) as one:
        async with driven(db) as other:
            other.main.go_to(VHTO)
            await other.press("s", "down", "enter")
            assert "is nu in uitvoering" in other.text
        one.main.go_to(VHTO)
        await one.until(lambda: "◐ in uitvoering" in one.text)
