"""Windows as the screen meets it, imitated: no SIGWINCH, and pasted text with its line ends."""

import asyncio
import ctypes
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from textual.widgets import TextArea

from storage.store import Store
from tests.tui.driving import VHTO, driven
from tests.tui.filling import Filling
from tui.base.ending import CLOSED, on_windows

WITHOUT_SIGNALS = """
import signal
for name in ("SIGWINCH", "SIGTSTP", "SIGCONT", "SIGHUP", "SIGUSR1", "SIGPIPE"):
    delattr(signal, name)
import asyncio, sys
from pathlib import Path
from tui.app import ArrangementApp

async def main():
    app = ArrangementApp(Path(sys.argv[1]))
    async with app.run_test(size=(80, 24)) as pilot:
        while not app.main.ready:
            await pilot.pause(0.01)
        await pilot.resize_terminal(120, 40)
        await pilot.press("s", "down", "enter", "u", "slash", "v", "escape", "h", "escape")
        assert app.size == (120, 40)
asyncio.run(main())
"""


def test_the_screen_needs_no_signals(db: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_SIGNALS, str(db)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
async def test_pasted_text_is_kept_with_our_line_ends(db: Path, ends: str) -> None:
    async with driven(db) as screen:
        form = await Filling(screen).of(VHTO)
        for key, pasted in (("text", f"een{ends}twee{ends}"), ("title", f"VHTO: geplakt{ends}en")):
            await form.at(key)
            typing = screen.app.focused
            assert isinstance(typing, TextArea)
            typing.select_all()
            screen.app.post_message(events.Paste(pasted))
            await screen.pilot.pause()
        await screen.press("enter")
        assert "TWE-04 gewijzigd" in screen.text
    store = Store.open(db)
    assert store.record(VHTO)["text"] == "een\ntwee"
    assert str(store.record(VHTO)["title"]).startswith("VHTO: geplakt")
    assert "\r" not in str(store.record(VHTO))
    store.close()


class Kernel:
    """What Windows calls when a console is closed."""

    def SetConsoleCtrlHandler(self, handler: Callable[[int], int], add: bool) -> None:  # noqa: N802
        self.called = handler


async def test_what_is_typed_is_kept_before_a_console_that_is_closed_goes() -> None:
    kernel, kept = Kernel(), []
    held = on_windows(lambda: kept.append("typed"), kernel, ctypes.CFUNCTYPE)
    await asyncio.to_thread(kernel.called, 0)  # Ctrl+C is the screen's own
    assert kept == []
    for closed in CLOSED:
        await asyncio.to_thread(kernel.called, closed)  # from a thread of Windows' own
        assert kept.pop() == "typed"
    assert held is not None
