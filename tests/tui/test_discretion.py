"""What was typed shows where it is read, and nowhere else: others look along on a beamer."""

from pathlib import Path

from storage.store import Store
from tests.tui.driving import VHTO, Driver, driven
from tui.widgets.footer import Footer
from tui.widgets.header import HeaderLine
from tui.widgets.toast import Toast

SECRET = "geheim"


def around(screen: Driver) -> str:
    """What the screen says around its panes: header, toast, footer."""
    on = screen.app.screen
    toast = on.query_one(Toast)
    header = screen.lines[on.query_one(HeaderLine).region.y]
    hints = "  ".join(f"{hint.key} {hint.word}" for hint in on.query_one(Footer).hints)
    return "\n".join([header, hints, toast.text if toast.display else ""])


async def test_a_note_is_told_without_its_text(db: Path) -> None:
    """Kept, repeated, taken back, done again, found in the history and copied."""
    async with driven(db, (160, 40)) as screen:
        await screen.press("a", *SECRET, "down", "down", "down", *"ja", "enter", "enter")
        said = [around(screen)]
        await screen.press("down")
        assert ". herhaal: opmerking" in around(screen)
        said.append(around(screen))
        await screen.press("u")
        assert "Teruggedraaid: aantekening, GEL-01" in around(screen)
        said.append(around(screen))
        await screen.press("ctrl+r")
        said.append(around(screen))
        await screen.press("H", "down", "down", "y")
        assert "aantekening, GEL-01" in around(screen)
        said.append(around(screen))
        await screen.press("Y")
        said.append(around(screen))
        await screen.press("escape", "f2")
        assert SECRET not in screen.text
    assert Store.open(db).records("entries")[0]["id"].startswith("entries/own-")  # type: ignore[union-attr]
    assert not [one for one in said if SECRET in one]


async def test_a_note_on_several_is_told_without_its_text(db: Path) -> None:
    async with driven(db, (160, 40)) as screen:
        await screen.press("space", "space", "a", *SECRET, "enter")
        assert "opmerking   in 2 afspraken" in screen.text
        await screen.press("enter")
        assert "2 afspraken gewijzigd: opmerking" in around(screen)
        assert SECRET not in around(screen)


async def test_a_term_is_told_without_its_words(db: Path) -> None:
    async with driven(db, (160, 40)) as screen:
        screen.main.go_to(VHTO)
        await screen.press("I", *SECRET, "enter")
        assert "TWE-04: termijn gewijzigd" in around(screen)
        assert ". herhaal: termijn" in around(screen)
        assert SECRET not in around(screen)


async def test_what_came_since_a_day_is_named_without_its_text(db: Path) -> None:
    store = Store.open(db, "Anna")
    store.note(VHTO, SECRET)
    store.close()
    async with driven(db, (160, 40)) as screen:
        await screen.press("S", *"1-1-2014", "enter")
        await screen.until(lambda: SECRET in screen.text)
        await screen.press("y")
        assert "gekopieerd" in around(screen)
        assert SECRET not in around(screen)
