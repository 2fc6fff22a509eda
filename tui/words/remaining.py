"""How far something long is, how long it still takes, and stopping it; knows no screen."""

import math
import time
from collections.abc import Callable

from storage.errors import Refused
from storage.progress import Stopped, Watch
from tui.locale import say, say_count

PATIENCE = 0.5  # seconds before anything is said
TICK = 0.2  # seconds between two looks at how far it is
ENOUGH = 0.02  # of the whole: before that the rate says nothing
WORSE = 1.5  # times what was told last: only then it is told that it takes longer
clock = time.monotonic


class Running:
    """Something that goes on beside the screen; the worker calls ``watch``, the screen the rest."""

    def __init__(self) -> None:
        self.part = ""
        self.share = 0.0
        self.stopping = False
        self._began = clock()
        self._told: int | None = None

    def watch(self, part: str, share: float) -> None:
        """The worker is so far. Raises Stopped where someone asked for that."""
        if self.stopping:
            raise Stopped
        self.part = part
        self.share = max(share, self.share)

    def stop(self) -> None:
        """The next step is the last."""
        self.stopping = True

    @property
    def slow(self) -> bool:
        """Whether it takes so long that something must be said."""
        return clock() - self._began >= PATIENCE

    def left(self) -> int | None:
        """About how many seconds are left, rounded up; it seldom goes up, so that it can be read.

        None while nothing can be said of it.
        """
        if self.share < ENOUGH:
            return self._told
        passed = clock() - self._began
        exact = passed * (1 - self.share) / self.share
        if self._told is None or exact < self._told or exact > WORSE * self._told:
            self._told = rounded(exact)
        return self._told


def outcome(
    job: Callable[[Watch], object], running: Running
) -> tuple[object, Refused | None, bool]:
    """Do it: what it brought, why it was refused, and whether someone stopped it."""
    try:
        return job(running.watch), None, False
    except Stopped:
        return None, None, True
    except Refused as refused:
        return None, refused, False
    except (OSError, MemoryError) as error:
        return None, Refused("other", what=error), False


def rounded(seconds: float) -> int:
    """Up to 5, 10, 20… 60 seconds; from there on the nearest minute."""
    if seconds <= 5:
        return 5
    if seconds <= 60:
        return math.ceil(seconds / 10) * 10
    return round(seconds / 60) * 60


def time_left(left: int) -> str:
    """ "nog ongeveer 20 seconden" for a rounded number of seconds."""
    if left <= 5:
        return say("progress.moments")
    if left < 60:
        return say_count("progress.seconds", left)
    return say_count("progress.minutes", left // 60)
