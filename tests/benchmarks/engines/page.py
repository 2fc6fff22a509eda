"""The page with the comparison, with ratios and what they mean."""

import os
import platform
import sqlite3
from collections.abc import Mapping
from datetime import date
from importlib.metadata import version

Measured = Mapping[str, Mapping[str, float]]

HEAD = """# Beside other engines

What two laptops need to agree, held against the engines that could carry this instead: Loro {loro}
and pycrdt {pycrdt} (Yjs), each from its Python package, doing the same edits in the same run.
{many:,} records of 8 fields; 1,000 edits on each side, 100 of them true conflicts. The
engines take turns, each step in a process of its own: the best of five rounds, and one for a whole
file. A number beside a figure is how many times ours it is: below 1 the other engine does better.

Made by `python -m tests.benchmarks.engines --table` (after `pip install loro pycrdt`) on {date}:
Python {python}, SQLite {sqlite}, {system} with {cores} cores and a load of {load:.0f}.

| what | ours | Loro | pycrdt |
|---|---|---|---|
"""

ROWS = (
    ("conflicts that a user can see, of 100", "visible", "count"),
    ("file of the other taken in, merged and safe on disk", "first", "s"),
    ("the same from a closed file: opened, merged and safe", "closed", "s"),
    ("the next file, in the same session", "next", "s"),
    ("most memory while merging, opening included", "merge peak", "MiB"),
    ("a whole file taken in and safe on disk", "full", "s"),
    ("and every record read once", "read", "s"),
    ("most memory while taking it in, and reading it", "full peak", "MiB"),
    ("size on disk", "disk", "MB"),
    ("a whole file to send", "sent whole", "MB"),
    ("a file with 1,000 edits to send", "sent", "MB"),
)
UNITS = {"s": "{:.2f} s", "MiB": "{:.0f} MiB", "MB": "{:.2f} MB", "count": "{:.0f}"}

TAIL = """
## With a tenth of the records

| what | ours | Loro | pycrdt |
|---|---|---|---|
{small}

Merging takes ours {growth:.2f} times as long in {many:,} records as in {few:,}, Loro
{growth_loro:.2f} times, pycrdt {growth_pycrdt:.2f} times.

## What the figures say

- **Conflicts.** Both other engines keep one of the two values and give no way, from Python, to
  learn that there was another: after the merge everything that is to be had of a field in conflict,
  its value and that of its record, holds the words of one side. Ours keeps both and shows them
  until a person chooses.
- **Safe on disk** is, for ours, one transaction with `synchronous=EXTRA`, search index and lists
  included. The others keep a document in memory; the quickest way to make a change safe is to
  append the update to a file and flush it, and that is what stands here. Writing Loro's document
  anew takes {whole_loro:.2f} s more, pycrdt's {whole_pycrdt:.2f} s.
- **The first file and the next.** After opening, Loro works out once how what was done here stands
  to what comes in, which takes longer the more records there are; from then on it is done in
  hundredths of a second, as pycrdt is at once. Ours does the same each time. It reads and writes
  only the records that change; in a larger file these lie on more pages.
- **Opening.** Ours reads what is asked for. Loro decodes what is asked for and pycrdt reads the
  whole document; both hold it in memory as long as they are open, and have no search, no lists and
  no history by field beside it.
- **A whole file** is where they win: ours checks every act and fills its tables and its search
  index, once on every laptop.
- The first change of a day copies our file beside it, which takes {copy:.2f} s here; it is not in
  the figures above. Our file on disk holds the tables, the search index and who said what when.
"""


def page(many: int, few: Measured, all_: Measured) -> str:
    """The page, for as many records and a tenth of them."""
    head = HEAD.format(
        many=many, date=date.today(), python=platform.python_version(), loro=version("loro"),
        pycrdt=version("pycrdt"), sqlite=sqlite3.sqlite_version, system=platform.system(),
        cores=os.cpu_count(), load=os.getloadavg()[2],
    )  # fmt: skip
    growth = {engine: all_[engine]["first"] / few[engine]["first"] for engine in all_}
    tail = TAIL.format(
        many=many, few=many // 10, small="\n".join(_rows(few)), growth=growth["ours"],
        growth_loro=growth["loro"], growth_pycrdt=growth["pycrdt"],
        whole_loro=all_["loro"]["whole"], whole_pycrdt=all_["pycrdt"]["whole"],
        copy=all_["ours"]["copy"],
    )  # fmt: skip
    return head + "\n".join(_rows(all_)) + "\n" + tail


def _rows(measured: Measured) -> list[str]:
    found = []
    for what, key, unit in ROWS:
        cells = [_value(measured[engine], key) for engine in measured]
        said = [UNITS[unit].format(cell) for cell in cells]
        if unit != "count":
            beside = zip(said[1:], cells[1:], strict=True)
            said[1:] = [f"{text} ({cell / cells[0]:.2f})" for text, cell in beside]
        found.append(f"| {what} | {' | '.join(said)} |")
    return found


def _value(one: Mapping[str, float], key: str) -> float:
    if key == "closed":
        return one["open"] + one["first"]
    if key == "read" and "read" not in one:  # once it is in the tables all of it can be read
        return one["full"]
    return one[key] / 1e6 if key in ("disk", "sent", "sent whole") else one[key]
