"""Timing two things in turn, and printing their ratio beside its goal."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Ratio:
    """What is measured, its seconds, the seconds of what it is held against, and the goal."""

    what: str
    ours: float
    bare: float
    goal: float

    def __str__(self) -> str:
        ratio = self.ours / self.bare
        mark = " " if ratio <= self.goal else "!"
        return (
            f"{mark} {self.what:<58} {self.ours * 1000:>9.2f} ms {self.bare * 1000:>9.2f} ms"
            f" {ratio:>6.2f} x  (goal {self.goal})"
        )


def seconds(action: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def in_turn(ours: Callable[[], object], bare: Callable[[], object], rounds: int) -> list[float]:
    """The medians of the two, run A B A B … so that a drifting machine hits both alike."""
    ours()
    bare()
    pairs = [(seconds(ours), seconds(bare)) for _ in range(rounds)]
    return [median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)]
