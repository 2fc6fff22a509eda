"""What the first frame costs: no data, neither pydantic nor sqlite_utils, and no text area."""

import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from storage.store import Store
from tests.tui.driving import PATIENCE, Driver
from tui.app import ArrangementApp

FIRST_FRAME = """
import asyncio, sys
from pathlib import Path
from tui.app import ArrangementApp

async def main():
    app = ArrangementApp(Path(sys.argv[1]))
    async with app.run_test(size=(80, 24)) as pilot:
        while not app.main.ready:
            await pilot.pause(0.01)
        await pilot.press("1", "end", "enter", "slash", "v", "escape", "h", "escape")
asyncio.run(main())
slow = {"pydantic", "sqlite_utils", "textual.widgets._text_area"} & {*sys.modules}
sys.exit(f"imported: {slow}" if slow else 0)
"""


def test_browsing_imports_nothing_slow(db: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME, str(db)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


async def test_a_frame_stands_before_the_data(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, opened = threading.Event(), Store.open

    def late(*args: Any) -> Store:
        gate.wait(PATIENCE)
        return opened(*args)

    monkeypatch.setattr(Store, "open", late)
    app = ArrangementApp(db)
    async with app.run_test(size=(80, 24)):
        screen = Driver(app)
        try:
            await screen.rest()
            assert "Bezig met openen…" in screen.text
            assert "1 Regio's" in screen.text
            await screen.pilot.press("s", "slash", "t")
            assert len(app.screen_stack) == 1
        finally:
            gate.set()
        await screen.until(lambda: screen.main.ready)
