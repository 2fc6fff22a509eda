"""Pasted text is text, whatever stands in it.

Textual's parser takes an escape sequence inside a paste for one that was typed, and waits for the
end of a paste for ever. This goes before it: within a paste no escape character is passed on, and
a paste that falls silent has ended.
"""

import sys
from collections.abc import Iterable
from time import monotonic

from textual._xterm_parser import BRACKETED_PASTE_END as END
from textual._xterm_parser import BRACKETED_PASTE_START as START
from textual._xterm_parser import XTermParser
from textual.message import Message

ESCAPE = "\x1b"
SILENCE = 2.0
"""Seconds without a character after which a paste without an end counts as ended."""


class PasteParser(XTermParser):
    """What the terminal sends, as messages."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._inside = False
        self._passed = ""  # the last characters before a paste: its start may come in pieces
        self._held = ""  # the last characters in a paste that may begin its end
        self._heard = 0.0

    def feed(self, data: str) -> Iterable[Message]:
        self._heard = monotonic()
        if not data:  # Textual's sign that nothing more comes
            return super().feed(data)
        passed = []
        while data:
            piece, data = self._text(data) if self._inside else self._keys(data)
            passed.append(piece)
        found = "".join(passed)
        return super().feed(found) if found else ()

    def tick(self) -> Iterable[Message]:
        if self._inside and monotonic() - self._heard > SILENCE:
            held, self._held = self._held, ""
            self._inside = False
            yield from super().feed(held.replace(ESCAPE, "") + END)
        yield from super().tick()

    def _keys(self, data: str) -> tuple[str, str]:
        """What stands before a paste, and the rest."""
        seen = self._passed + data
        _, start, rest = seen.partition(START)
        self._inside = bool(start)
        self._passed = "" if start else seen[1 - len(START) :]
        return data.removesuffix(rest), rest

    def _text(self, data: str) -> tuple[str, str]:
        """What stands in a paste, and the rest after it."""
        text, end, rest = (self._held + data).partition(END)
        self._inside = not end
        self._held = "" if end else _begun(text)
        return text.removesuffix(self._held).replace(ESCAPE, "") + end, rest


def _begun(text: str) -> str:
    """What ends a text and may begin the end of the paste."""
    return next((END[:n] for n in range(len(END) - 1, 0, -1) if text.endswith(END[:n])), "")


def install() -> None:
    """Let the driver of this platform read through it."""
    if sys.platform == "win32":
        from textual.drivers import win32 as reader
    else:
        from textual.drivers import linux_driver as reader
    reader.XTermParser = PasteParser  # type: ignore[attr-defined]
