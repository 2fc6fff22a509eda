"""Print every ratio: `python -m tests.benchmarks [part …]`, parts: store start screen."""

import sys

from tests.benchmarks import of_screen, of_start, of_store

PARTS = {"start": of_start.ratios, "screen": of_screen.ratios, "store": of_store.ratios}


def main() -> None:
    for part in sys.argv[1:] or PARTS:
        for ratio in PARTS[part]():
            print(ratio, flush=True)


if __name__ == "__main__":
    main()
