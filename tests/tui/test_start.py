"""What the first frame costs: no data, and neither pydantic nor sqlite_utils."""

import asyncio
import subprocess
import sys
from pathlib import Path

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
slow = {"pydantic", "sqlite_utils"} & set(sys.modules)
sys.exit(f"imported: {slow}" if slow else 0)
"""


def test_browsing_imports_nothing_slow(db: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME, str(db)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


async def test_a_frame_stands_before_the_data(db: Path) -> None:
    app = ArrangementApp(db)
    gate = asyncio.Event()
    opened = app._open
    app._open = gate.set  # type: ignore[method-assign, assignment]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert gate.is_set()
        strips = app.screen._compositor.render_strips()
        text = "\n".join("".join(segment.text for segment in strip) for strip in strips)
        assert "Bezig met openen…" in text
        assert "1 Regio’s" in text
        await pilot.press("s", "slash", "t")
        assert len(app.screen_stack) == 1
        opened()
        while not app.main.ready:
            await pilot.pause(0.01)
