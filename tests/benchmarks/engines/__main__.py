"""Measure, and print the table: `python -m tests.benchmarks.engines [--table] [RECORDS]`.

Needs the other engines (`pip install -e .[engines]`) and at least 20,000 records. With `--table`
the page `docs/engines.md` is written as well.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.engines.page import page

RECORDS = 100_000
STEPS = {"merge": 5, "full": 1}
"""Which are measured, and how often."""
ENGINES = ("ours", "loro", "pycrdt")
PAGE = Path(__file__).parents[3] / "docs" / "engines.md"
Measured = dict[str, dict[str, float]]


def main() -> None:
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    many = numbers[0] if numbers else RECORDS
    text = page(many, measured(many // 10), measured(many))
    print(text)
    if "--table" in sys.argv:
        PAGE.write_text(text, encoding="utf-8")


def measured(many: int) -> Measured:
    """By engine, the best of what each step measures, its peak memory as "step peak"."""
    with tempfile.TemporaryDirectory() as folder:
        for engine in ENGINES:
            (Path(folder) / engine).mkdir()
            _child(folder, engine, "prepare", many)
        measures = [
            {engine: _child(folder, engine, step, many) for engine in ENGINES}
            for step, rounds in STEPS.items()
            for _ in range(rounds)
        ]
    found: Measured = {}
    for engine in ENGINES:
        keys = {key for one in measures for key in one[engine]}
        found[engine] = {
            key: min(one[engine][key] for one in measures if key in one[engine]) for key in keys
        }
    return found


def _child(folder: str, engine: str, step: str, many: int) -> dict[str, float]:
    module, place = "tests.benchmarks.engines.child", Path(folder) / engine
    command = [sys.executable, "-m", module, engine, step, str(place), str(many)]
    env = {**os.environ, "HOME": str(place), "XDG_CONFIG_HOME": str(place)}
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=env)
    found = json.loads(done.stdout)
    found[f"{step} peak"] = found.pop("peak")
    return found


if __name__ == "__main__":
    main()
