"""From a key to what it paints, and opening, with many agreements against few."""

import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks import made
from tests.benchmarks.ratios import Ratio
from tests.benchmarks.terminal import Terminal

FEW, SIZES, ROUNDS = 100, (10_000, 100_000), 8
GOAL = 1.3


def ratios() -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        few = _measured(Path(folder), FEW)
        for size in SIZES:
            for what, found in _measured(Path(folder), size).items():
                unit = "MiB" if what == "peak memory" else "ms"
                yield Ratio(f"{what}, {size:,} against {FEW}", found, few[what], GOAL, unit)


def _measured(folder: Path, count: int) -> dict[str, float]:
    """What each thing takes in a file with so many agreements: seconds, or MiB."""
    path = folder / f"{count}.db"
    made.store(path, count).close()
    app = Terminal("-m", "tui", "--db", str(path), home=folder / str(count))
    found = {"start to the list": app.shows("Afspraak 0 over")}
    app.settle()
    found["a key down the list"] = median(_down(app))
    found["another view (t)"] = median(_views(app))
    found["a region (Enter in 1)"] = median(_regions(app))
    app.press("\x7f")  # Backspace: the filter goes
    app.settle()
    found["a letter typed in find"] = median(_letters(app))
    found["peak memory"] = app.peak_memory() / 1024
    app.press("\x1b")
    app.settle()
    app.close()
    return found


def _down(app: Terminal) -> Iterator[float]:
    app.press("3")
    app.settle()
    numbers = (n for n in itertools.count(0, made.REGIONS) if n % made.DONE != made.DONE - 1)
    for number in itertools.islice(numbers, 1, ROUNDS + 1):
        app.press("j")
        yield app.shows(f"school {number} met")
        app.settle()


def _views(app: Terminal) -> Iterator[float]:
    for shown in ("Afgerond", "Alles", "Open") * (ROUNDS // 3):
        app.press("t")
        yield app.shows(shown)
        app.settle()


def _regions(app: Terminal) -> Iterator[float]:
    for number in range(1, ROUNDS + 1):
        app.press("1")
        app.settle()
        app.press("j")
        app.settle()
        app.press("\r")
        yield app.shows(f"Van Regio {number} zelf")
        app.settle()


def _letters(app: Terminal) -> Iterator[float]:
    app.press("/")
    app.settle()
    for letter in "techniek"[:ROUNDS]:
        app.press(letter)
        yield app.still()
