"""Settling conflicts: a proposal, another value, several alike, a contested deletion."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storage.store import Store
from tests.tui.driving import VHTO, driven
from tui.forms.parts.typing import Typing

Work = Callable[[Callable[[Store], object]], Path]
JET = "agreements/oost-2-twe-05"
BEFORE = "Het Platform zoekt een partner voor het eerste jaar."
FIRST = BEFORE.replace("een partner", "twee partners")
SECOND = BEFORE.replace("eerste", "tweede")
BOTH = FIRST.replace("eerste", "tweede")


@pytest.fixture
def disputed(db: Path, colleague: Work) -> Path:
    """A text that two colleagues changed after a third wrote it, and two titles."""
    written = colleague(lambda store: store.edit(VHTO, {"text": BEFORE}))

    def change(text: str, title: str) -> Callable[[Store], object]:
        def job(store: Store) -> None:
            store.snapshots.import_(written)
            store.edit(VHTO, {"text": text}, "na het overleg")
            store.edit(JET, {"title": title})

        return job

    files = [colleague(change(FIRST, "eerste")), colleague(change(SECOND, "tweede"))]
    store = Store.open(db, "Anna")
    for file in (written, *files):
        store.snapshots.import_(file)
    assert len(store.conflicts()) == 2
    store.close()
    return db


async def test_the_words_of_both_are_proposed_and_taken(disputed: Path) -> None:
    async with driven(disputed, (100, 30)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("c")
        assert BOTH in " ".join(screen.line_with("Voorstel").split())
        await screen.press("m")
        assert "conflict 1 van 1" in screen.text
        assert "Conflict in tekst van TWE-04 opgelost   u draait terug" in screen.text
        assert screen.main.store.record(VHTO)["text"] == BOTH
        await screen.press("u")
        assert "conflict 1 van 2" in screen.text or "conflict 2 van 2" in screen.text
        assert len(screen.main.store.conflicts()) == 2


async def test_a_third_value_is_typed_in_the_fields_own_form(disputed: Path) -> None:
    async with driven(disputed, (80, 24)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("c", "tab")
        await screen.type("zo is het")
        await screen.press("escape", "e")
        assert "Andere waarde voor tekst" in screen.text
        typing = screen.app.screen.query_one(Typing)
        assert typing.text == BOTH
        assert "zo is het" in screen.text
        await screen.type("!")
        await screen.press("enter")
        assert screen.main.store.record(VHTO)["text"] == f"{BOTH}!"
        (last, *_) = screen.main.store.history(VHTO)
        assert last.why == "zo is het"


async def test_a_third_value_can_be_left(disputed: Path) -> None:
    async with driven(disputed, (80, 24)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("c", "e", "x", "escape")
        assert "Twee waarden voor tekst" in screen.text
        assert len(screen.main.store.conflicts()) == 2
        await screen.press("escape")
        assert "Regio's" in screen.text


async def test_a_status_is_chosen_from_its_words(db: Path, colleague: Work) -> None:
    files = [
        colleague(lambda store, to=to: store.status(VHTO, to)) for to in ("on_hold", "in_progress")
    ]
    store = Store.open(db, "Anna")
    for file in files:
        store.snapshots.import_(file)
    store.close()
    async with driven(db, (80, 24)) as screen:
        await screen.press("c", "m")
        assert "geen voorstel" in screen.text
        await screen.press("e")
        await screen.type("openst")
        await screen.press("enter", "enter")
        assert screen.main.store.record(VHTO)["status"] == "open"
        assert screen.main.store.conflicts() == []


async def test_several_are_settled_alike_in_one_act(disputed: Path) -> None:
    async with driven(disputed, (100, 30)) as screen:
        await screen.press("c", "a")
        assert "Alle 2 conflicten met dezelfde keuze: die van Collega" in screen.text
        await screen.press("escape")
        assert len(screen.main.store.conflicts()) == 2
        await screen.press("a", "enter")
        assert "2 conflicten zo opgelost   u draait terug" in screen.text
        store = screen.main.store
        assert store.conflicts() == []
        second = store.record(JET)["title"] == "tweede"
        assert store.record(VHTO)["text"] == (SECOND if second else FIRST)
        await screen.press("u")
        assert len(store.conflicts()) == 2


async def test_a_conflict_is_copied(
    disputed: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    async with driven(disputed, (100, 30)) as screen:
        copied: list[str] = []
        monkeypatch.setattr(screen.app, "copy_to_clipboard", copied.append)
        screen.main.go_to(VHTO)
        await screen.press("c", "y")
        (text,) = copied
        for said in (FIRST, SECOND, BEFORE, BOTH, "na het overleg", "Collega"):
            assert said in text
        await screen.press("Y")
        assert "bewaard" in screen.text.lower() or "TWE-04 tekst" in screen.text


async def test_in_a_small_terminal_both_values_show_from_where_they_differ(disputed: Path) -> None:
    async with driven(disputed, (40, 12)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("c")
        first, second = (screen.main.app.screen.query_one(f"#value-{n}").region for n in (0, 1))
        assert first.bottom <= second.y
        assert screen.line_with("1 van ").split()[0] == "tekst"
        shown = screen.words
        assert "1 Collega" in shown
        assert "2 Collega" in shown
        assert "…" in shown
        await screen.press("2")
        assert len(screen.main.store.conflicts()) == 1


async def test_a_contested_deletion_is_shown_whole_and_chosen(db: Path, colleague: Work) -> None:
    files = [
        colleague(lambda store: store.delete(VHTO, "dubbel")),
        colleague(lambda store: store.edit(VHTO, {"title": "VHTO: anders"}, "zo heet het")),
    ]
    store = Store.open(db, "Anna")
    for file in files:
        store.snapshots.import_(file)
    store.close()
    async with driven(db, (120, 40)) as screen:
        await screen.press("c")
        for said in ("Laten bestaan", "VHTO: anders", "Trekker", "Verwijderd door", "Collega 1",
                     "dubbel", "Gewijzigd door", "Collega 2", "zo heet het"):  # fmt: skip
            assert said in screen.text, said
        assert "1 laat bestaan" in screen.lines[-1]
        await screen.press("e")
        assert "hier valt alleen te kiezen" in screen.text
        await screen.press("1")
        assert screen.main.store.record(VHTO)["life"] == "live"
        await screen.press("u")
        assert screen.main.store.record(VHTO)["life"] == "contested"
        await screen.press("c", "2")
        assert screen.main.store.record(VHTO)["life"] == "deleted"


async def test_conflicts_block_nothing(disputed: Path, tmp_path: Path) -> None:
    store = Store.open(disputed, "Anna")
    assert store.snapshots.export(tmp_path / "x.json")
    store.status(VHTO, "on_hold")
    store.close()
    async with driven(disputed, (80, 24)) as screen:
        await screen.press("down", "down", "slash", "escape")
        assert "≠ 2 " in screen.lines[0]
