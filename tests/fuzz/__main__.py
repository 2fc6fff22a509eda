"""Read spoilt bytes for a while: `python -m tests.fuzz [--seconds 60] [--seed N] [target …]`.

Prints what came of them; ends with 1, the seed and the bytes at the first that was not read as it
must be. Memory is bounded: what needs more than `ROOM` above the start ends as a finding.
"""

import argparse
import itertools
import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from random import Random, SystemRandom
from tempfile import TemporaryDirectory

from tests.fuzz.inputs import Input
from tests.fuzz.stores import compared, synced, taken
from tests.fuzz.targets import act, file, segment, stub

ROOM = 512 << 20  # bytes
TARGETS = {each.__name__: each for each in (act, stub, file, segment, taken, compared, synced)}
EACH = {"act": 40, "stub": 20, "file": 20, "segment": 20, "taken": 2, "compared": 2, "synced": 1}
"""How many in a round: some take longer."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--rounds", type=int, help="in the place of seconds")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(2**32))
    parser.add_argument("targets", nargs="*", choices=[[], *TARGETS])
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    _bound_memory()
    with TemporaryDirectory() as home:
        os.environ |= {"HOME": home, "XDG_CONFIG_HOME": home, "APPDATA": home}
        Input.folder = Path(home)
        ends = time.monotonic() + asked.seconds
        rounds = itertools.takewhile(
            lambda done: time.monotonic() < ends if asked.rounds is None else done < asked.rounds,
            itertools.count(),
        )
        return _go_on(asked.seed, asked.targets or list(TARGETS), rounds)


def _go_on(seed: int, targets: list[str], rounds: Iterable[int]) -> int:
    counts: Counter[tuple[str, str]] = Counter()
    number = 0
    turns = [name for name in targets for _ in range(EACH[name])]
    for _ in rounds:
        for name in turns:
            number += 1
            dice = Random(f"{seed} {name} {number}")
            try:
                counts[name, TARGETS[name](dice)] += 1
            except Exception:
                traceback.print_exc()
                print(f"seed {seed}, {name} {number}, bytes: {Input.data[:5000]!r}")
                return 1
    for (name, outcome), count in sorted(counts.items()):
        print(f"{count:>9}  {name}: {outcome}")
    print(f"{counts.total():>9}  in all, nothing found")
    return 0


def _bound_memory() -> None:
    """On Linux: no more than `ROOM` above what is in use now."""
    if sys.platform != "linux":
        return
    import resource

    now = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + ROOM, now + ROOM))


if __name__ == "__main__":
    sys.exit(main())
