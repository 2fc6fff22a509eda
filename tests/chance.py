"""Chance that falls the same way each time: a seed plays the same game again."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, tzinfo
from random import Random
from unittest.mock import patch

from storage.clock import now

START = datetime(2026, 11, 2, 9)


@contextmanager
def known(seed: str, days: int = 0) -> Iterator[None]:
    """While this lasts the ids that are made come from a seed, and the clock of those who write
    begins at ``START``, or so many days later; each look at it is a millisecond later."""
    dice, times = Random(seed), [START + timedelta(days)]

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Clock":
            times[0] += timedelta(milliseconds=1)
            return cls.fromisoformat(times[0].isoformat()).replace(tzinfo=tz)

    with (
        patch.object(secrets, "token_hex", lambda size=32: dice.randbytes(size).hex()),
        patch.dict(now.__globals__, datetime=Clock),
    ):
        yield
