"""From a key to what it paints, and opening, with many agreements against few."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks import made
from tests.benchmarks.ratios import Ratio
from tests.benchmarks.terminal import Terminal

FEW, SIZES, ROUNDS = 100, (10_000, 100_000), 6
STARTS = 3
GOAL = 1.3

Sizes = dict[int, Sequence[float]]
Action = Callable[[Terminal, int, int], Iterator[float]]


def ratios(
    few: int = FEW, sizes: Sequence[int] = SIZES, starts: int = STARTS, rounds: int = ROUNDS
) -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        paths = {size: Path(folder) / f"{size}.db" for size in (few, *sizes)}
        for size, path in paths.items():
            made.store(path, size).close()
        measured = _measured(paths, few, starts, rounds)
    for size in sizes:
        for what, found in measured.items():
            unit = "MiB" if what == "peak memory" else "ms"
            ours, beside = median(found[size]), median(found[few])
            yield Ratio(f"{what}, {size:,} against {few}", ours, beside, GOAL, unit)


def _measured(paths: dict[int, Path], few: int, count: int, rounds: int) -> dict[str, Sizes]:
    """What each thing takes by the size of the file, in seconds or MiB; the files take turns, so
    that a drifting machine hits all alike."""
    starts: dict[int, list[float]] = {size: [] for size in paths}
    for _ in range(count):
        apps = {size: _opened(path, starts[size]) for size, path in paths.items()}
        if len(starts[few]) < count:
            _close(apps)
    found: dict[str, Sizes] = {"start to the list": starts}
    for what, action in ACTIONS.items():
        took = list(zip(*(action(app, size, rounds) for size, app in apps.items()), strict=True))
        found[what] = dict(zip(apps, zip(*took, strict=True), strict=True))
    found["peak memory"] = {size: [app.peak_memory() / 1024] for size, app in apps.items()}
    for app in apps.values():
        app.press("\x1b")
        app.settle()
    _close(apps)
    return found


def _opened(path: Path, took: list[float]) -> Terminal:
    home = path.with_suffix(f".{len(took)}")
    app = Terminal("-m", "tui", "--db", str(path), home=home)
    took.append(app.shows("Afspraak 0 over"))
    app.settle()
    return app


def _close(apps: dict[int, Terminal]) -> None:
    for app in apps.values():
        app.close()


def _down(app: Terminal, _: int, rounds: int) -> Iterator[float]:
    app.press("3")
    app.settle()
    for n in range(1, rounds + 1):
        app.press("j")
        yield app.shows(f"school {n * made.REGIONS} met")
        app.settle()


def _views(app: Terminal, _: int, rounds: int) -> Iterator[float]:
    for shown in ("Afgerond", "Alles", "Open") * max(rounds // 3, 1):
        app.press("t")
        yield app.shows(shown)
        app.settle()


def _regions(app: Terminal, _: int, rounds: int) -> Iterator[float]:
    for number in range(1, rounds + 1):
        app.press("1")
        app.settle()
        app.press("j")
        app.settle()
        app.press("\r")
        yield app.shows(f"Van Regio {number} zelf")
        app.settle()
    app.press("\x7f")  # Backspace: the filter goes
    app.settle()


ACTIONS: dict[str, Action] = {
    "a key down the list": _down,
    "another view (t)": _views,
    "a region (Enter in 1)": _regions,
}
