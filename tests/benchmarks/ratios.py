"""Timing two things in turn, and printing their ratio beside its goal."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Literal


@dataclass(frozen=True)
class Ratio:
    """What is measured, its seconds (or MiB), those of what it is held against, and the goal, if
    there is one."""

    what: str
    ours: float
    bare: float
    goal: float | None
    unit: Literal["ms", "MiB"] = "ms"

    def __str__(self) -> str:
        return (
            f"{'!' if self.missed else ' '} {self.what:<62} {self._said(self.ours):>13}"
            f" {self._said(self.bare):>13} {self.ratio:>6.2f} x  (goal {self.goal or '-'})"
        )

    @property
    def ratio(self) -> float:
        return self.ours / self.bare

    @property
    def missed(self) -> bool:
        return self.goal is not None and self.ratio > self.goal

    @property
    def line(self) -> str:
        """The same as a row of a table in Markdown."""
        ratio = f"{self.ratio:.2f}{' !' if self.missed else ''}"
        return (
            f"| {self.what} | {ratio} | {self.goal or ''}"
            f" | {self._said(self.ours)} | {self._said(self.bare)} |"
        )

    def _said(self, value: float) -> str:
        return f"{value * 1000:.2f} ms" if self.unit == "ms" else f"{value:.1f} MiB"


def seconds(action: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def computed(action: Callable[[], object]) -> float:
    """How long the processor works on one call, whatever else it does: for what no disk is in."""
    start = time.thread_time()
    action()
    return time.thread_time() - start


def in_turn(ours: Callable[[], object], bare: Callable[[], object], rounds: int) -> list[float]:
    """The medians of the two, run A B A B … so that a drifting machine hits both alike."""
    ours()
    bare()
    pairs = [(seconds(ours), seconds(bare)) for _ in range(rounds)]
    return [median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)]
