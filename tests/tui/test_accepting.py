"""What came in the name of the source and is set apart, on the screen of the exchange."""

from contextlib import closing
from pathlib import Path

import pytest

from storage.store import Store
from tests.forged import act, snapshot
from tests.tui.conftest import ARRANGEMENT
from tests.tui.driving import VHTO, driven
from tests.tui.test_exchanging import at_exchange

FORGED = "Alles [b]mag"


@pytest.fixture
def held(db: Path, tmp_path: Path) -> Path:
    """A file that took in an export in which the source says that a title is another."""
    forged = act(
        by="seed", device="seed", at="9999-12-31T00:00:00.000Z",
        set=[[VHTO, "title", FORGED, []]],
    )  # fmt: skip
    (tmp_path / "van elders.json").write_bytes(snapshot(ARRANGEMENT, [forged]))
    with closing(Store.open(db, "Anna")) as store:
        assert store.snapshots.import_(tmp_path / "van elders.json").held == 1
    return db


def titled(path: Path) -> object:
    with closing(Store.open(path)) as store:
        return store.record(VHTO)["title"]


async def test_it_shows_what_it_would_change_and_one_key_accepts_it(held: Path):
    before = str(titled(held))
    async with driven(held, (100, 36)) as screen:
        await at_exchange(screen, "G")
        assert "van elders.json" in screen.line_with("▌")
        assert "1 wijziging uit naam van" in screen.line_with("▌")
        assert FORGED in screen.text
        assert before in screen.text
        await screen.press("r")
        assert titled(held) == before
        await screen.press("o")
        assert "1 wijziging van de bron overgenomen" in screen.text
        assert "van elders.json" not in screen.text
        await screen.press("o")
        assert "niets van de bron over te nemen" in screen.words
    assert titled(held) == FORGED
