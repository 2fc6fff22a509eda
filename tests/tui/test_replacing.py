"""Quick keys: what is typed or chosen comes in the place of what stood there."""

from contextlib import closing
from pathlib import Path

import pytest

from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tests.tui.filling import Filling
from tests.tui.test_filling import record

SUMMER = {"phrase": "voor de zomer van 2014", "from": None, "to": "2014-06-30",
          "precision": "season", "nature": "once", "every": None, "trigger": None}  # fmt: skip


@pytest.fixture
def db(db: Path) -> Path:
    """VHTO has a term, an amber signal, and two who lead."""
    with closing(Store.open(db, "Jan")) as store:
        store.edit(VHTO, {
            "term": SUMMER, "signal": {"colour": "amber", "reason": "geen geld"},
            "parties/lead/regio-twente": True,
        })  # fmt: skip
    return db


def leads(db: Path) -> list[str]:
    parties = record(db)["parties"]
    assert isinstance(parties, list)
    return [one["organisation"] for one in parties if one["role"] == "lead"]


async def pressed(db: Path, *keys: str, size: tuple[int, int] = (100, 30)) -> None:
    async with driven(db, size) as screen:
        screen.main.go_to(VHTO)
        await screen.press(*keys, "enter")
        assert screen.main.form is None


@pytest.mark.parametrize("opens", [("I",), ("0", "E", "i")], ids=["I", "E i"])
async def test_a_term_that_is_typed_is_the_term(db: Path, opens: tuple[str, ...]) -> None:
    await pressed(db, *opens, *"voor 1 juli 2027")
    term = record(db)["term"]
    assert isinstance(term, dict)
    assert (term["phrase"], term["to"]) == ("voor 1 juli 2027", "2027-06-30")


async def test_an_arrow_goes_on_in_the_term_that_stands_there(db: Path) -> None:
    await pressed(db, "I", "end", "backspace", "5")
    term = record(db)["term"]
    assert isinstance(term, dict)
    assert (term["phrase"], term["to"]) == ("voor de zomer van 2015", "2015-06-30")


@pytest.mark.parametrize("key", ["ctrl+u", "ctrl+a"])
async def test_a_whole_field_is_cleared_or_selected_wherever_the_cursor_stands(
    db: Path, key: str
) -> None:
    with closing(Store.open(db)) as store:
        store.edit(VHTO, {"title": "een titel van meer regels " * 6})
    async with driven(db, (80, 24)) as screen:
        form = await Filling(screen).of(VHTO)
        await form.at("title")
        await screen.press("home", key, *"kort")
        await form.save()
    assert record(db)["title"] == "kort"


async def test_left_alone_nothing_changes(db: Path) -> None:
    for keys in (("I",), ("L",), ("z",)):
        before = record(db)
        await pressed(db, *keys)
        assert record(db) == before


async def test_who_is_chosen_leads_in_the_place_of_who_did(db: Path) -> None:
    await pressed(db, "L", *"vhto", "enter")
    assert leads(db) == ["vhto"]


async def test_who_is_chosen_after_that_leads_too(db: Path) -> None:
    await pressed(db, "L", *"vhto", "enter", *"platform", "enter")
    assert sorted(leads(db)) == ["platform", "vhto"]


async def test_backspace_takes_one_away_and_the_others_stay(db: Path) -> None:
    await pressed(db, "L", "backspace", *"vhto", "enter")
    assert len(leads(db)) == 2
    assert "vhto" in leads(db)


async def test_a_reason_for_another_colour_is_another_reason(db: Path) -> None:
    await pressed(db, "z", "down", *"te laat")
    assert record(db)["signal"] == {"colour": "red", "reason": "te laat"}


async def test_what_will_be_replaced_is_said(db: Path) -> None:
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        for key, told, typed in (
            ("I", "typen vervangt dit", ("v",)),
            ("L", "vervangt deze", (*"vhto", "enter")),
        ):
            await screen.press(key)
            assert told in screen.words
            await screen.press(*typed)
            assert told not in screen.words
            await screen.press("escape")


async def test_a_long_text_goes_on_where_it_ends(db: Path) -> None:
    before = str(record(db)["text"])
    await pressed(db, "0", "E", "e", *" En meer.")
    assert record(db)["text"] == f"{before} En meer."


async def test_what_was_typed_and_left_goes_on_too(db: Path) -> None:
    async with driven(db) as screen:
        await half(screen, "voor 1 juli", "escape")
        await half(screen, " 2027", "enter")
    term = record(db)["term"]
    assert isinstance(term, dict)
    assert term["phrase"] == "voor 1 juli 2027"


async def half(screen: Driver, words: str, ends: str) -> None:
    screen.main.go_to(VHTO)
    await screen.press("I")
    await screen.type(words)
    await screen.press(ends)
