"""How far something long is, and being told to stop. It knows no clock and no screen."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
Watch = Callable[[str, float], None]
"""Told time and again what is being done (a key of the catalogues, ``progress.<key>``) and which
share of the whole is done, from 0 to 1. May raise Stopped."""
EVERY = 500  # things between two steps: some hundredths of a second, and nothing measurable


class Stopped(Exception):  # noqa: N818 - the word the user reads
    """Someone asked to stop; nothing was changed."""


def unwatched(_part: str, _share: float) -> None:
    """Nobody watches."""


class Progress:
    """Something long, or a part of it: from one share of the whole to another."""

    def __init__(
        self, watch: Watch = unwatched, name: str = "", start: float = 0.0, end: float = 1.0
    ) -> None:
        self._watch = watch
        self._name = name
        self._start = start
        self._end = end

    def part(self, start: float, end: float, name: str = "") -> "Progress":
        """A part of this, from one share of it to another."""
        if self._watch is unwatched:  # saving one act must not pay for it
            return self
        return Progress(self._watch, name or self._name, self._at(start), self._at(end))

    def step(self, done: float, total: float) -> None:
        """So much of this is done. Raises Stopped where it is to stop."""
        self._watch(self._name, self._at(done / total if total else 1.0))

    def _at(self, share: float) -> float:
        return min(self._start + share * (self._end - self._start), self._end)

    def over(self, items: Iterable[T], total: int) -> Iterator[T]:
        """The same items, with a step now and then."""
        return iter(items) if self._watch is unwatched else self._over(items, total)

    def _over(self, items: Iterable[T], total: int) -> Iterator[T]:
        done = 0
        rest = iter(items)
        self.step(done, total)
        while some := list(islice(rest, EVERY)):
            yield from some
            done += len(some)
            self.step(done, total)


ALONE = Progress()  # nobody watches, nobody stops it
