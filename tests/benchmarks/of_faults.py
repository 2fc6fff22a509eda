"""Very many tiny acts, which no person makes but a file can hold: time and memory to take in.

The ratio is that of a million, with which `tests/faults` tries it when asked to.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from storage.store import Store
from tests.benchmarks import bare
from tests.benchmarks.of_exchange import MOST, run
from tests.benchmarks.ratios import Ratio, seconds
from tests.faults.tiny_acts import SHAPES, snapshot
from tests.storage.small import ARRANGEMENT, small

MANY = 200_000
TIMES = 6  # an act that says next to nothing still has to be read, hashed and known again


def ratios(many: int = MANY) -> Iterator[Ratio]:
    for name in ("say nothing", "each a record"):
        with tempfile.TemporaryDirectory() as folder:
            db, file = Path(folder) / "taken.db", Path(folder) / "in.json"
            snapshot(file, many, SHAPES[name])
            Store.create(db, ARRANGEMENT, small())
            took, memory = run("import", db, file)
            what = f"{many:,} acts ({name})"
            yield Ratio(f"import {what}, against bare inserts", took, _bare(db), TIMES)
            yield Ratio(f"memory above start, {what}", memory, MOST, 1, "MiB")


def _bare(db: Path) -> float:
    """Seconds to insert all rows of a file into an empty one."""
    rows = bare.rows_of(db)
    into = bare.empty_like(db, db.with_name("bare.db"))
    try:
        return seconds(lambda: bare.insert(into, rows))
    finally:
        into.close()
