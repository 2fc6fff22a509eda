"""Print every ratio: `python -m tests.benchmarks [--table] [part …]`.

Parts: start screen others search store document past exchange folders faults meetings reports.
With `--table` each is also written to `docs/speed.md` as soon as it was measured: what was cut
short goes on with the parts that are left.
"""

import os
import platform
import sqlite3
import sys
import time
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks import (
    of_document,
    of_exchange,
    of_faults,
    of_folders,
    of_meetings,
    of_others,
    of_past,
    of_reports,
    of_screen,
    of_search,
    of_start,
    of_store,
)
from tests.benchmarks.ratios import Ratio

PARTS = {
    "start": of_start.ratios, "screen": of_screen.ratios, "others": of_others.ratios,
    "search": of_search.ratios, "store": of_store.ratios, "document": of_document.ratios,
    "past": of_past.ratios, "exchange": of_exchange.ratios, "folders": of_folders.ratios,
    "faults": of_faults.ratios, "meetings": of_meetings.ratios, "reports": of_reports.ratios,
}  # fmt: skip
TABLE = Path(__file__).parents[2] / "docs" / "speed.md"

HEAD = """# Speed

What the screen and the store take, held against something beside it in the same run: a file with
100 agreements, a bare program that does the least of it, or another Textual app. The ratio says
more than the figures, which are those of one machine. `!` is more than the goal.

Made by `python -m tests.benchmarks --table`: Python {python}, Textual {textual}, SQLite {sqlite},
{system} with {cores} cores; a terminal of 120 by 40, medians of several rounds.

Merging into many records is held against bare inserts and updates of the same rows too, in the same
two files: what 1,000 acts touch lies there on as many pages, each of which is read, kept for a
rollback and written. What grows with that no way of merging avoids; what grows more is ours.
"""
PARTED = "\n\n## "
COLUMNS = "| what | ratio | goal | takes | beside it |\n|---|---|---|---|---|"


def main() -> None:
    asked = [word for word in sys.argv[1:] if word != "--table"]
    begun = time.monotonic()
    for part in asked or PARTS:
        print(f"{part}, after {(time.monotonic() - begun) / 60:.1f} minutes", file=sys.stderr)
        found = []
        for ratio in PARTS[part]():
            print(ratio, flush=True)
            found.append(ratio)
        if "--table" in sys.argv and found:
            before = TABLE.read_text(encoding="utf-8") if TABLE.exists() else ""
            TABLE.write_text(with_part(before, part, found), encoding="utf-8")
    print(f"done in {(time.monotonic() - begun) / 60:.1f} minutes", file=sys.stderr)


def with_part(page: str, part: str, found: Sequence[Ratio]) -> str:
    """The page of all that was measured, with this part of it anew."""
    parts = dict(one.split("\n", 1) for one in page.strip().split(PARTED)[1:])
    measured = f"Measured on {date.today()}."
    parts[part.capitalize()] = "\n".join(["", measured, "", COLUMNS, *(one.line for one in found)])
    head = HEAD.format(
        python=platform.python_version(), textual=version("textual"),
        sqlite=sqlite3.sqlite_version, system=platform.system(), cores=os.cpu_count(),
    )  # fmt: skip
    kept = [part.capitalize() for part in PARTS if part.capitalize() in parts]
    return PARTED.join([head.strip(), *(f"{name}\n{parts[name]}" for name in kept)]) + "\n"


if __name__ == "__main__":
    main()
