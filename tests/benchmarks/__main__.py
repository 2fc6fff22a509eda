"""Print every ratio: `python -m tests.benchmarks [--table] [part …]`.

Parts: start screen others search store document past exchange folders faults. With `--table` they
are also written to `docs/speed.md`.
"""

import os
import platform
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks import (
    of_document,
    of_exchange,
    of_faults,
    of_folders,
    of_others,
    of_past,
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
    "faults": of_faults.ratios,
}  # fmt: skip
TABLE = Path(__file__).parents[2] / "docs" / "speed.md"

HEAD = """# Speed

What the screen and the store take, held against something beside it in the same run: a file with
100 agreements, a bare program that does the least of it, or another Textual app. The ratio says
more than the figures, which are those of one machine. `!` is more than the goal.

Made by `python -m tests.benchmarks --table` on {date}: Python {python}, Textual {textual},
SQLite {sqlite}, {system} with {cores} cores; a terminal of 120 by 40, medians of several rounds.
"""
COLUMNS = "| what | ratio | goal | takes | beside it |\n|---|---|---|---|---|"


def main() -> None:
    asked = [word for word in sys.argv[1:] if word != "--table"]
    found: dict[str, list[Ratio]] = {}
    for part in asked or PARTS:
        found[part] = []
        for ratio in PARTS[part]():
            print(ratio, flush=True)
            found[part].append(ratio)
    if "--table" in sys.argv:
        TABLE.write_text(table(found), encoding="utf-8")


def table(found: dict[str, list[Ratio]]) -> str:
    """All that was measured, as a page."""
    import sqlite3

    head = HEAD.format(
        date=date.today(), python=platform.python_version(), textual=version("textual"),
        sqlite=sqlite3.sqlite_version, system=platform.system(), cores=os.cpu_count(),
    )  # fmt: skip
    parts = [
        "\n".join([f"## {part.capitalize()}", "", COLUMNS, *(one.line for one in ratios)])
        for part, ratios in found.items()
        if ratios
    ]
    return "\n\n".join([head.strip(), *parts]) + "\n"


if __name__ == "__main__":
    main()
