"""A key while a meeting runs, in a file with many agreements against one with few."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

from storage.views.meeting import MeetingPlan, PlannedPoint
from tests.benchmarks import made
from tests.benchmarks.ratios import Ratio
from tests.benchmarks.terminal import Terminal

FEW, MANY, ROUNDS = 100, 10_000, 6
POINTS = 40  # agreements on the agenda, whatever there are in the file
GOAL = 1.3


def ratios(few: int = FEW, many: int = MANY, rounds: int = ROUNDS) -> Iterator[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        paths = {size: Path(folder) / f"{size}.db" for size in (few, many)}
        for size, path in paths.items():
            _with_meeting(path, size)
        apps = {size: _running(path) for size, path in paths.items()}
        in_turn = [*zip(*(_decided(apps[size], rounds) for size in (many, few)), strict=True)]
        for n, what in enumerate(("on to the next point", "a point talked of (b)")):
            ours, beside = (median(one[side][n] for one in in_turn) for side in (0, 1))
            yield Ratio(f"{what}, {many:,} agreements against {few}", ours, beside, GOAL)
        for app in apps.values():
            for _ in range(2):
                app.press("\x1b")
                app.settle()
            app.close()


def _decided(app: Terminal, rounds: int) -> Iterator[tuple[float, float]]:
    """Seconds from a key until the next point shows, and until it is told that it is decided."""
    for number in range(1, rounds + 1):
        app.press("n")
        shown = app.shows(f"school {number} met")
        app.settle()
        app.press("b")
        yield shown, app.shows(f"Afspraak {number} over techniek: besproken")
        app.settle()


def _with_meeting(path: Path, size: int) -> None:
    with closing(made.store(path, size)) as store:
        points = tuple(
            PlannedPoint(agreement=made.agreement(number).partition("/")[2], minutes=1)
            for number in range(min(POINTS, size))
        )
        facts = {"title": "Overleg", "date": "2014-12-04", "body": "organisatie-0"}
        meeting = store.meetings.prepare(MeetingPlan(facts, (), points, own=False))
        store.meetings.open(meeting)


def _running(path: Path) -> Terminal:
    app = Terminal("-m", "tui", "--db", str(path), "--by", "Ann", home=path.with_suffix(".home"))
    app.shows("Afspraak 0 over")
    app.settle()
    app.press("Z")
    app.settle()
    app.press("\r")
    app.shows("school 0 met")
    app.settle()
    return app
