"""Starting the screen and running a command, beside bare programs of the same kind."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from seed.releases import ARRANGEMENT, oost
from storage.store import Store
from tests.benchmarks.ratios import Ratio, in_turn
from tests.benchmarks.terminal import Terminal, as_installed

ROUNDS = 9
BARE_COMMAND = "import click, sqlite3"


def ratios(rounds: int = ROUNDS) -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "oost.db"
        Store.create(path, ARRANGEMENT, oost())
        yield from _screen(path, rounds)
        yield from _commands(path, rounds)


def _screen(path: Path, rounds: int) -> Iterator[Ratio]:
    ours, bare, our_memory, bare_memory = [], [], [], []
    for _ in range(rounds):
        app = Terminal("-m", "tui", "--db", str(path))
        ours.append(app.shows("Vindplaats"))
        our_memory.append(app.peak_memory())
        app.close()
        other = Terminal("-m", "tests.benchmarks.bare_app")
        bare.append(other.shows("klaar"))
        bare_memory.append(other.peak_memory())
        other.close()
    yield Ratio("start to the first full frame with data", median(ours), median(bare), 1.5)
    yield Ratio(
        "peak memory of that",
        median(our_memory) / 1024,
        median(bare_memory) / 1024,
        1.6,
        "MiB",
    )


def _commands(path: Path, rounds: int) -> Iterator[Ratio]:
    for words in (("show", "TWE-04"), ("search", "vhto")):
        ours, bare = in_turn(
            lambda words=words: _run("-m", "tui", "--db", str(path), *words),
            lambda: _run("-c", BARE_COMMAND),
            rounds,
        )
        yield Ratio(f"command {words[0]}, against importing click and sqlite3", ours, bare, 2)


def _run(*arguments: str) -> None:
    subprocess.run(
        [sys.executable, *arguments], check=True, capture_output=True, env=as_installed()
    )
