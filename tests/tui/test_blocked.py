"""A compiled module that a policy blocks: saving says so, what was typed stays, reading goes on."""

import sys
from pathlib import Path

import pytest

from tests.tui.driving import VHTO, driven


@pytest.mark.parametrize("keys", [("s", "down", "enter"), ("a", "h", "o", "i", "enter")])
async def test_what_was_typed_stays(
    db: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    for name in ("storage.records.validation", "storage.editing.engine"):
        monkeypatch.setitem(sys.modules, name, None)
    before = db.read_bytes()
    async with driven(db, (120, 40)) as screen:
        screen.main.go_to(VHTO)
        await screen.press(*keys)
        assert "mag hier niet" in screen.words
        assert screen.main.form is not None
        await screen.press("escape", "0", "G")
        assert screen.main.form is None
    assert db.read_bytes() == before
