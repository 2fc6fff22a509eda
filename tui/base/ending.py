"""When the terminal is closed, or the program is told to end, what was typed is kept first.

What the system has for it differs: Unix sends a signal, Windows calls a function in a thread of
its own and ends the program when that returns.
"""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any

CLOSED = (2, 5, 6)  # the window, the session or the computer, as Windows numbers them
PATIENCE = 4.0  # seconds; Windows ends the program after five, whatever it does


def listen(keep: Callable[[], None], leave: Callable[[int], None]) -> object:
    """``keep`` what was typed when the terminal is closed; ``leave`` with this exit code when
    another program asks for it. What comes back has to stay as long as that must work."""
    if sys.platform == "win32":
        import ctypes

        return on_windows(keep, ctypes.windll.kernel32, ctypes.WINFUNCTYPE)
    loop = asyncio.get_running_loop()

    def hung_up() -> None:
        try:
            keep()
        finally:  # nothing can be drawn any more, so there is nothing to leave in order
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGHUP)

    def told() -> None:
        try:
            keep()
        finally:
            leave(128 + signal.SIGTERM)

    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # by nohup, which wants it to go on
        loop.add_signal_handler(signal.SIGHUP, hung_up)
    loop.add_signal_handler(signal.SIGTERM, told)
    return loop


def on_windows(keep: Callable[[], None], kernel: Any, declared: Callable[..., Any]) -> object:
    """The same by ``kernel``, which is kernel32; ``declared`` makes the type of what it calls."""
    import ctypes

    loop = asyncio.get_running_loop()

    def called(event: int) -> bool:
        if event in CLOSED:
            kept = threading.Event()

            def keep_now() -> None:
                try:
                    keep()
                finally:
                    kept.set()

            loop.call_soon_threadsafe(keep_now)
            kept.wait(PATIENCE)
        return False

    handler = declared(ctypes.c_int, ctypes.c_uint)(called)
    kernel.SetConsoleCtrlHandler(handler, True)
    return handler
