"""Forms on a field in conflict: what else stands there is said, and saving chooses nothing."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tests.tui.filling import Filling

Work = Callable[[Callable[[Store], object]], Path]
TERM = {"from": None, "to": None, "precision": "none", "nature": "once", "every": None,
        "trigger": None}  # fmt: skip


@pytest.fixture
def torn(db: Path, colleague: Work) -> Path:
    """The file, with a colleague's other title, region, status, signal, trekker and term."""

    def say(word: str, *, inside: bool) -> Callable[[Store], object]:
        return lambda store: store.edit(VHTO, {
            "title": f"VHTO: {word}", "regions/gelderland": inside, "parties/lead/vhto": inside,
            "status": "on_hold" if inside else "in_progress", "term": {**TERM, "phrase": word},
            "signal": {"colour": "red" if inside else "green", "reason": word},
        })  # fmt: skip

    theirs = colleague(say("van de collega", inside=True))
    with closing(Store.open(db, "Anna")) as store:
        store.edit(VHTO, {"regions/gelderland": True, "parties/lead/vhto": True})
        say("van Anna", inside=False)(store)
        store.snapshots.import_(theirs)
        assert len(store.conflicts()) == 6
    return db


def words(screen: Driver) -> str:
    lines = [line[30:] for line in screen.lines]
    return " ".join(" ".join(lines).replace("▌", " ").split())


def values(db: Path, field: str) -> set[object]:
    with closing(Store.open(db)) as store:
        (found,) = [one for one in store.conflicts() if one.field == field]
        return {str(claim.value) for claim in found.claims}


async def test_the_whole_form_says_it_at_each_line_and_settles_nothing(torn: Path) -> None:
    async with driven(torn, (120, 60)) as screen:
        form = await Filling(screen).of(VHTO)
        said = words(screen)
        assert "2 Collega 1" in said  # the title is asked: its values are numbered
        assert "VHTO: van de collega" in said
        assert "anders: met Gelderland Collega 1, " in said
        assert "anders: aangehouden Collega 1, " in said
        assert "≠ Status" in said
        assert "≠ 6" in screen.line_with("Wijzig ")
        await form.put("title", "VHTO: van mij")
        await screen.press("enter")
        assert not form.open
        assert "≠ 6 conflicten" in screen.text
    assert values(torn, "title") == {"VHTO: van mij", "VHTO: van de collega"}


async def test_beginning_again_says_it_again(torn: Path) -> None:
    async with driven(torn, (120, 60)) as screen:
        form = await Filling(screen).of(VHTO)
        await form.put("title", "VHTO: van mij")
        await screen.press("f5")
        assert "2 Collega 1" in words(screen)


@pytest.mark.parametrize(
    ("number", "value"), [("1", "VHTO: van Anna"), ("2", "VHTO: van de collega")]
)
async def test_a_value_is_chosen_in_the_form_and_settles_that_field_alone(
    torn: Path, number: str, value: str
) -> None:
    async with driven(torn, (120, 60)) as screen:
        await Filling(screen).of(VHTO)
        await screen.press(number)
        assert "≠ 5" in screen.line_with("Wijzig ")
        assert value in screen.line_with("• Titel")
        await screen.press("down", "down", "enter")
        assert screen.main.form is None
        assert "≠ 5 conflicten" in screen.text
    with closing(Store.open(torn)) as store:
        assert store.record(VHTO)["title"] == value
        assert "title" not in [one.field for one in store.conflicts()]


async def test_a_value_of_ones_own_settles_and_an_element_and_a_choice_do(torn: Path) -> None:
    async with driven(torn, (120, 60)) as screen:
        form = await Filling(screen).of(VHTO)
        await screen.press("3", *" en wij")
        await form.at("status")
        await screen.press("2")
        await form.at("regions")
        assert "met Gelderland" in screen.text
        await screen.press("2")
        await form.at("term.phrase")
        await screen.press("1")
        await screen.press("enter")
        assert screen.main.form is None
    with closing(Store.open(torn)) as store:
        record = store.record(VHTO)
        assert record["title"] == "VHTO: van Anna en wij"
        assert record["status"] == "on_hold"
        assert "gelderland" in record["regions"]  # type: ignore[operator]
        assert {one.field for one in store.conflicts()} == {"signal", "parties/lead/vhto"}


async def test_what_was_chosen_is_open_again_after_beginning_again(torn: Path) -> None:
    async with driven(torn, (120, 60)) as screen:
        await Filling(screen).of(VHTO)
        await screen.press("2", "f5")
        assert "≠ 6" in screen.line_with("Wijzig ")
        await screen.press("enter")
    assert values(torn, "title") == {"VHTO: van Anna", "VHTO: van de collega"}


@pytest.mark.parametrize(
    ("field", "keys", "told", "left"),
    [
        ("title", ("0", "E", "t", *"xx", "enter"), "VHTO: van de collega ", "van de collega"),
        ("status", ("s", "up", "enter"), "aangehouden ", "on_hold"),
        ("signal", ("z", "down", "z", "enter"), "rood: van de collega ", "red"),
        ("term", ("I", "x", "enter"), "van de collega ", "van de collega"),
        ("parties/lead/vhto", ("L", *"vhto", "enter", "enter"), "met ", "True"),
    ],
)
async def test_a_small_form_says_it_and_leaves_it(
    torn: Path, field: str, keys: tuple[str, ...], told: str, left: str
) -> None:
    async with driven(torn, (120, 40)) as screen:
        screen.main.go_to(VHTO)
        *before, last = keys
        await screen.press(*before)
        said = words(screen)
        assert f"er staat ook: {told}" in said or f"anders: {told}" in said
        assert "Collega 1, " in said
        await screen.press(last)
        assert screen.main.form is None
    if field == "parties/lead/vhto":  # the same was said: that agrees, and no choice is left
        with closing(Store.open(torn)) as store:
            assert "vhto" in str(store.record(VHTO)["parties"])
        return
    assert any(left in str(one) for one in values(torn, field))


async def test_of_several_marked_what_is_in_conflict_is_left_out(torn: Path) -> None:
    async with driven(torn, (120, 40)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("M", "s", "down", "down", "down", "down", "enter")
        row = screen.line_with("conflict: kies eerst een waarde")
        assert "TWE-04" in row
        await screen.press("enter")
    assert values(torn, "status") == {"on_hold", "in_progress"}


async def test_the_last_change_once_more_is_refused_there(torn: Path) -> None:
    async with driven(torn, (120, 40)) as screen:
        await screen.press("s", "down", "enter")
        screen.main.go_to(VHTO)
        await screen.press("full_stop")
        assert "(conflict)" in screen.text
    assert values(torn, "status") == {"on_hold", "in_progress"}
