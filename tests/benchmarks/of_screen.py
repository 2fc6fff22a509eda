"""From a key to what it paints, with 100,000 agreements against 100."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks import made
from tests.benchmarks.ratios import Ratio
from tests.benchmarks.terminal import Terminal

MANY, FEW, KEYS = 100_000, 100, 25


def ratios() -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        many, few = (_keys(Path(folder) / f"{n}.db", n) for n in (MANY, FEW))
        yield Ratio(f"a key down the list of {MANY:,}, against of {FEW}", many, few, 1.3)


def _keys(path: Path, count: int) -> float:
    made.store(path, count).close()
    app = Terminal("-m", "tui", "--db", str(path))
    app.shows("Afspraak 0 over")
    app.press("3")
    app.settle()
    took = []
    for number in range(1, KEYS + 1):
        app.press("j")
        took.append(app.shows(f"school {number} met"))
        app.settle()
    app.close()
    return median(took)
