"""Play for a while: `python -m tests.play [--seconds 60] [--seed N] [screen|commands]`.

With ``--rounds`` it plays so many in the place of seconds. Prints how much was played; ends with
1, the seed and the shortest game at the first that did not go as it must.
"""

import argparse
import os
import sys
import traceback
from collections import Counter
from random import SystemRandom
from time import monotonic

from tests.play.rounds import play_on


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.play")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--rounds", type=int, help="in the place of seconds")
    parser.add_argument("--seed", type=int, default=int(os.environ.get("ARRANGEMENT_SEED", "0")))
    parser.add_argument("what", nargs="*", choices=[[], "screen", "commands"])
    asked = parser.parse_args()
    seed = asked.seed or SystemRandom().randrange(1, 2**32)
    ends = monotonic() + asked.seconds
    counts: Counter[str] = Counter()

    def more(done: int) -> bool:
        return monotonic() < ends if asked.rounds is None else done < asked.rounds

    try:
        play_on(asked.what or ["screen", "commands"], seed, more, counts)
    except Exception:
        traceback.print_exc()
        return 1
    finally:
        for what, count in sorted(counts.items()):
            print(f"{count:>9}  {what}")
    print("nothing found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
