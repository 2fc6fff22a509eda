"""Read damaged copies of a file: `python -m tests.damage [--copies 2000] [--seed N] [--all]`.

Ends with 1 and the seed of the first copy on which something ended in an error of the program
itself; with ``--all`` it goes on, and counts where they came from.
"""

import argparse
import os
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import SystemRandom
from tempfile import TemporaryDirectory

from tests.damage.copies import Bench, Outcomes
from tests.damage.filled import fill

ROOT = Path(__file__).parents[2]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.damage")
    parser.add_argument("--copies", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(2**32))
    parser.add_argument("--only", type=int, help="the number of one copy")
    parser.add_argument("--odd", action="store_true", help="odd values in place of damage")
    parser.add_argument("--all", action="store_true", help="go on after an error")
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    with TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "APPDATA"):
            os.environ[name] = home
        folder = Path(home) / "werk"
        folder.mkdir()
        bench = Bench(fill(folder))
        copies = range(asked.copies) if asked.only is None else [asked.only]
        one = bench.odd if asked.odd else bench.one
        return _go_on(one, asked.seed, copies, to_the_end=asked.all)


def _told(error: Exception) -> str:
    """What went wrong, and where in the program."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if one.filename.startswith((f"{ROOT}/storage", f"{ROOT}/tui"))]
    where = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in ours[-1:-4:-1])
    return f"{type(error).__name__} {str(error)[:60]!r} {where}"


def _go_on(
    one: Callable[[str], Outcomes], seed: int, copies: "range | list[int]", *, to_the_end: bool
) -> int:
    counts: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for number in copies:
        if number and number % 100 == 0:
            print(f"{number} copies, {wrong.total()} of which wrong", flush=True)
        try:
            counts += one(f"{seed} {number}")
        except Exception as error:
            if not to_the_end:
                traceback.print_exc()
                print(f"seed {seed}, copy {number}")
                return 1
            wrong[_told(error)] += 1
            print(f"copy {number}: {_told(error)}", flush=True)
    for outcome, count in sorted(counts.items()):
        print(f"{count:>9}  {outcome}")
    for where, count in wrong.most_common():
        print(f"{count:>9}  {where}")
    print(f"{len(copies):>9}  copies, {wrong.total()} of which wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
