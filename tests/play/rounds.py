"""What found something before, and then rounds of games, each with a seed of its own."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from tests.play import commands, screen
from tests.play.found import FOUND
from tests.play.games import GAMES
from tests.play.words import DESKS
from tests.play.worlds import Worlds


def play_on(
    what: Sequence[str], first: int, more: Callable[[int], bool], counts: Counter[str]
) -> None:
    """Play rounds of each, as long as ``more`` says after so many that there must be another.
    Raises what was found, after its seed was told."""
    worlds = Worlds()
    try:
        for each in what:
            for game in FOUND[each]:
                PLAYS[each](game, worlds, counts)
        n = first
        while more(n - first):
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


PLAYS: dict[str, Callable[[Any, Worlds, Counter[str]], None]] = {
    "screen": screen.play, "commands": commands.play,
}  # fmt: skip
ROUNDS = {"screen": _round(GAMES, screen.play, 5), "commands": _round(DESKS, commands.play, 15)}
