"""A compiled catalogue of gettext, of which a text is read when it is said.

A command says some thirty of its thousands of texts: gettext's own reader, which makes all of
them, took a tenth of what a short command takes.
"""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

MAGIC = 0x950412DE  # in the order of bytes of the machine that compiled it, which reads it too
NUMBER = 4  # bytes


class Catalogue:
    """The texts of one language, by key."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        magic, _, self._count, keys, texts = memoryview(self._data)[: 5 * NUMBER].cast("I")
        if magic != MAGIC:
            raise ValueError(path)
        self._texts = self._table(texts)
        places = self._table(keys)
        # A key with a plural stands there twice, with a NUL between.
        self._found = {
            self._data[start : start + length].partition(b"\0")[0]: place
            for place, (length, start) in enumerate(zip(places[::2], places[1::2], strict=True))
        }

    def text(self, key: str) -> str | None:
        """The text under a key; the first where there are plurals."""
        forms = self._forms(key)
        return forms[0] if forms else None

    def plural(self, key: str, n: int) -> str | None:
        """The text under a key for so many things."""
        forms = self._forms(key)
        return forms[self._form_of(n)] if forms else None

    def _forms(self, key: str) -> list[str]:
        place = self._found.get(key.encode("utf-8", "surrogatepass"))
        if place is None:
            return []
        length, start = self._texts[2 * place : 2 * place + 2]
        return self._data[start : start + length].decode().split("\0")

    @cached_property
    def _form_of(self) -> Callable[[int], int]:
        """Which of the plurals is for so many things, as the head of the catalogue says."""
        from gettext import c2py

        (head,) = self._forms("")
        return c2py(head.partition("plural=")[2].partition(";")[0])

    def _table(self, start: int) -> memoryview:
        """The lengths and places of all keys, or of all texts."""
        return memoryview(self._data)[start : start + 2 * NUMBER * self._count].cast("I")
