"""What files take in memory does not grow with them."""

import sys
from pathlib import Path

import pytest

from storage.store import Store
from tests.benchmarks import made
from tests.benchmarks.of_exchange import run

FEW, MANY = 1000, 3000  # agreements: two and seven MB
SLACK = 8  # MiB; all of the larger file in memory is thirty


@pytest.mark.skipif(sys.platform != "linux", reason="reads memory as Linux tells it")
def test_a_file_five_times_as_large_takes_no_more_memory(tmp_path: Path) -> None:
    took: dict[str, list[float]] = {"export": [], "preview": [], "import": []}
    for count in (FEW, MANY):
        db, empty = tmp_path / f"{count}.db", tmp_path / f"empty-{count}.db"
        file = tmp_path / f"{count}.json.gz"
        made.store(db, count).close()
        Store.create(empty, made.ARRANGEMENT)
        for job, found in took.items():
            _, memory = run(job, db if job == "export" else empty, file)
            found.append(memory)
    assert {job: many for job, (few, many) in took.items() if many > few + SLACK} == {}
