"""Actions on the screen: who does them, by when, and ticking them off."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven

TERM = {"phrase": "voor 1 juli 2027", "from": None, "to": "2027-06-30", "precision": "day",
        "nature": "once", "every": None, "trigger": None}  # fmt: skip


def act(db: Path, text: str, *, own: bool = False, kind: str = "action", **more: object) -> str:
    with closing(Store.open(db, "Anna")) as store:
        said = {"about": VHTO, "kind": kind, "text": text, **more}
        return store.add("entries", said, own=own)


def done(db: Path) -> dict[object, object]:
    with closing(Store.open(db)) as store:
        return {one["text"]: one["done"] for one in store.records("entries")}


def words(screen: Driver) -> str:
    return " ".join(screen.text.replace("▌", " ").split())


@pytest.mark.parametrize("size", [(80, 24), (160, 40)])
async def test_the_page_says_it_and_one_key_ticks_it_off(db: Path, size: tuple[int, int]) -> None:
    act(db, "Plan sturen", who="vhto", function="directeur", term=TERM)
    async with driven(db, size) as screen:
        screen.main.go_to(VHTO)
        await screen.press("0", "enter", "G")
        said = words(screen)
        assert (
            "Actie: Plan sturen VHTO, directeur · voor 1 juli 2027 · onze lezing: tot en met 30"
            in said
        )
        assert "nog niet gedaan" in said
        await screen.press("v")
        assert "✓ Actie bij TWE-04 is gedaan   u draait terug" in screen.text
        assert done(db) == {"Plan sturen": True}
        await screen.press("G")
        assert "nog niet gedaan" not in screen.text
        assert "✓" in screen.line_with("Actie: Plan sturen")
        await screen.press("u")
        assert done(db) == {"Plan sturen": None}
        await screen.press("v", "v")
        assert "Actie bij TWE-04 staat weer open" in screen.text
        assert done(db) == {"Plan sturen": False}


async def test_of_several_one_is_chosen(db: Path) -> None:
    for n, text in enumerate(("Bellen", "Sturen")):
        act(db, text, date=f"2027-0{n + 1}-01", term=TERM if n else None, own=n == 0)
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        await screen.press("v")
        assert "voor 1 juli 2027" in screen.line_with("Sturen")
        await screen.press(*"bel", "enter")
        assert done(db) == {"Bellen": True, "Sturen": None}
        await screen.press("v")
        assert "gedaan" in screen.line_with("Bellen")
        await screen.press("escape")


async def test_the_page_of_an_action_itself(db: Path) -> None:
    entry = act(db, "Plan sturen")
    async with driven(db) as screen:
        screen.main.go_to(entry)
        await screen.press("v")
        assert done(db) == {"Plan sturen": True}
        assert "ja" in screen.line_with("Gedaan")


async def test_where_there_is_none_it_says_so(db: Path) -> None:
    act(db, "Gebeld", kind="remark")
    async with driven(db) as screen:
        screen.main.go_to(VHTO)
        await screen.press("v")
        assert "hier is geen actie" in screen.text.casefold()


async def test_the_history_says_its_term(db: Path) -> None:
    act(db, "Plan sturen", term=TERM)
    async with driven(db, (120, 40)) as screen:
        await screen.press("H")
        assert "voor 1 juli 2027" in screen.text


async def test_the_reason_of_the_status_and_the_last_decision(db: Path) -> None:
    """On the page and in the copy; what is of the own organisation is not in the copy."""
    with closing(Store.open(db, "Anna")) as store:
        store.status(VHTO, "on_hold", "wacht op geld")
    act(db, "Oud besluit", kind="decision", date="2014-05-01")
    act(db, "Samen verder", kind="decision", date="2015-05-01")
    act(db, "Intern besluit", kind="decision", date="2016-05-01", own=True)
    act(db, "Plan sturen", who="vhto", term=TERM)
    act(db, "Intern plan", own=True)
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to(VHTO)
        assert "Waarom wacht op geld Anna, " in screen.words
        assert "Besluit Intern besluit 1 mei 2016" in screen.words
        await screen.press("y")
        copied = " ".join(screen.app.clipboard.split())
    assert "Waarom wacht op geld Anna, " in copied
    assert "Besluit Samen verder 1 mei 2015" in copied
    assert "Acties" in copied
    assert "Actie: Plan sturen VHTO · voor 1 juli 2027" in copied
    assert "Intern" not in copied


def test_the_reason_is_that_of_the_status_it_has_now(db: Path) -> None:
    with closing(Store.open(db, "Anna")) as store:
        assert store.page(VHTO).why is None
        store.status(VHTO, "lapsed", "gaat niet door")
        store.status(VHTO, "met", evidence="verslag van maart")
        why = store.page(VHTO).why
        assert why is not None
        assert (why.text, why.author) == ("verslag van maart", "Anna")
        store.status(VHTO, "open")
        assert store.page(VHTO).why is None
        store.undo()
        store.undo()
        why = store.page(VHTO).why
        assert why is not None
        assert why.text == "gaat niet door"
        store.edit(VHTO, {"related/repeats/oost-2-gel-01": True})
        assert store.page(VHTO).why is None  # its status is that of the other


def test_settling_a_conflict_gives_its_reason_or_leaves_that_of_the_status(
    db: Path, colleague: Callable[[Callable[[Store], object]], Path]
) -> None:
    theirs = colleague(lambda store: store.status(VHTO, "partly_met", "eerste helft is klaar"))
    with closing(Store.open(db, "Anna")) as store:
        store.status(VHTO, "on_hold")
        store.snapshots.import_(theirs)
        for reason, told in ((None, "eerste helft is klaar"), ("wij waren erbij",) * 2):
            store.resolve(VHTO, "status", "partly_met", reason)
            why = store.page(VHTO).why
            assert why is not None
            assert why.text == told
            if reason is None:
                store.undo()
        store.status(VHTO, "lapsed", "gaat niet door")
        why = store.page(VHTO).why
        assert why is not None
        assert why.text == "gaat niet door"


async def test_an_action_is_noted_with_who_and_when(db: Path) -> None:
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to(VHTO)
        await screen.press(
            "a", *"Sturen", "down", *"actie", "enter", *["down"] * 3, *"vhto", "enter"
        )
        await screen.press("down")
        await screen.type("voor 1 juli 2027")
        assert "tot en met 30 juni 2027" in screen.text
        await screen.press("escape", "a")  # what was typed comes back
        await screen.press("enter")
        await screen.press("down", "full_stop", "enter")
    with closing(Store.open(db)) as store:
        first, second = store.records("entries")
    for one in (first, second):
        assert (one["kind"], one["text"], one["who"], one["term"]) == (
            "action", "Sturen", "vhto", TERM
        )  # fmt: skip
    assert first["about"] != second["about"]
