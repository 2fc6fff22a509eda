"""Something that happens in the middle of something long, at each of its moments in turn."""

from collections.abc import Callable

from storage.errors import Refused
from tui import locale


class At:
    """A watch that lets something happen at its nth step, and counts its steps."""

    def __init__(self, n: int, happens: Callable[[], object]) -> None:
        self._n = n
        self._happens = happens
        self.steps = 0

    def __call__(self, _part: str, _share: float) -> None:
        if self.steps == self._n:
            self._happens()
        self.steps += 1


def told(refused: Refused) -> str:
    return locale.refusal(refused.key, refused.details)


def at_every_step(watched: Callable[[At], object], happens: Callable[[], object]) -> list[str]:
    """Do it again and again, with something happening at its first step, its second…; gives the
    sentences with which it was refused."""
    found: list[str] = []
    n = 0
    while True:
        at = At(n, happens)
        try:
            watched(at)
        except Refused as error:
            found.append(told(error))
        if at.steps <= n:
            return found
        n += 1
