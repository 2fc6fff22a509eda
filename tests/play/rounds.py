"""Rounds of games, each with a seed of its own, until the time is up."""

from collections import Counter
from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from tests.play import commands, screen
from tests.play.games import GAMES
from tests.play.words import DESKS
from tests.play.worlds import Worlds


def play_for(what: Sequence[str], first: int, seconds: float, counts: Counter[str]) -> None:
    """Play rounds of each until the time is up. Raises what was found, after its seed was told."""
    worlds = Worlds()
    ends = monotonic() + seconds
    try:
        n = first
        while monotonic() < ends:
            for each in what:
                print(f"ARRANGEMENT_SEED={n} {each}", flush=True)
                ROUNDS[each](n, worlds, counts)
                counts[f"rounds of {each}"] += 1
            n += 1
    finally:
        worlds.close()


def _round(
    games: SearchStrategy[Any], play: Callable[[Any, Worlds, Counter[str]], None], count: int
) -> Callable[[int, Worlds, Counter[str]], None]:
    """Play so many games from a seed; the shortest one that does the same is told."""

    def round_(n: int, worlds: Worlds, counts: Counter[str]) -> None:
        @seed(n)
        @settings(
            max_examples=count, deadline=None, database=None, print_blob=False,
            report_multiple_bugs=False, phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )  # fmt: skip
        @given(games)
        def played(game: Any) -> None:
            play(game, worlds, counts)

        played()

    return round_


ROUNDS = {"screen": _round(GAMES, screen.play, 5), "commands": _round(DESKS, commands.play, 15)}
