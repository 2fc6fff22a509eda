"""A release that the app brings and the file lacks: told in one line, shown and taken under X."""

from contextlib import closing
from pathlib import Path

import pytest

from seed import releases
from seed.loader import load
from seed.seed_acts import acts
from storage.store import Store
from tests.tui.conftest import ARRANGEMENT, WORLD
from tests.tui.driving import VHTO, driven
from tests.tui.test_exchanging import at_exchange

AT = "2026-12-01T00:00:00.000Z"
TITLE = "VHTO: de bron zegt het beter"


@pytest.fixture(autouse=True)
def newer(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The app brings a second release, in which VHTO has another title and a goal."""
    first = acts(load(WORLD))
    records = load(WORLD)
    for one in records:
        if one.id == VHTO:
            one.values.update(title=TITLE, goal="een [b]doel")
    lines = [act.data for act in (*first, *acts(records, AT, first))]
    monkeypatch.setattr(releases, "brought_lines", lambda id_: lines if id_ == ARRANGEMENT else [])


def record(path: Path) -> dict[str, object]:
    with closing(Store.open(path)) as store:
        return store.record(VHTO)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_one_line_tells_it_and_one_key_takes_it(db: Path, size: tuple[int, int]):
    with closing(Store.open(db, "Anna")) as store:
        store.edit(VHTO, {"title": "Van Anna"})
    async with driven(db, size) as screen:
        await screen.until(lambda: "X nieuwe uitgave" in screen.lines[0])
        await at_exchange(screen)
        assert "1 wijziging" in screen.line_with("▌  Uitgave van 1 december 2026")
        assert "o neem over" in screen.lines[-1]
        assert record(db)["goal"] is None
        await screen.press("o")
        await screen.until(lambda: "1 wijziging van de bron overgenomen" in screen.text)
        assert "Uitgave" not in screen.text
        await screen.press("escape")
        await screen.until(lambda: "nieuwe uitgave" not in screen.lines[0])
        screen.main.go_to(VHTO)
        await screen.press("0")
        assert "F neem over" in screen.line_with("bron heeft een andere waarde: titel")
        assert TITLE in screen.text
        assert (record(db)["title"], record(db)["goal"]) == ("Van Anna", "een [b]doel")
        await screen.press("F")
        assert record(db)["title"] == TITLE
        assert "zegt nu wat de bron zegt" in screen.text
        assert "andere waarde" not in screen.text
        await screen.press("F")
        assert "de bron heeft hier geen andere waarde" in screen.words.casefold()
        await screen.press("u")
        assert record(db)["title"] == "Van Anna"


async def test_what_it_changes_stands_beside_it(db: Path):
    async with driven(db, (120, 40)) as screen:
        await at_exchange(screen)
        assert "kwam mee met het programma" in screen.text
        assert "VHTO: schakel met de regio bron" in screen.line_with("titel")  # word by word
        assert "zegt het beter" in screen.text
        assert "een [b]doel" in screen.text


async def test_looking_is_no_change(db: Path):
    """What only looked took back what it did: nobody wrote, here or elsewhere."""
    async with driven(db) as screen:
        await at_exchange(screen)
        version = screen.main.store.version()
        screen.app.look()
        await screen.press("down", "up")
        assert screen.main.store.version() == version
        assert "bijgewerkt" not in screen.text
