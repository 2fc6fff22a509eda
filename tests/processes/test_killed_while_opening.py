"""A file of an older version, and a program that is killed while it brings that up to date."""

import gzip
import os
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from storage.store import Store
from tests.processes.laptop import Laptop, Reaper

DATA = Path(__file__).parents[1] / "data"
KILLS = int(os.environ.get("ARRANGEMENT_KILLS", "8")) // 4
VERSIONS = sorted(file.stem for file in DATA.glob("v*.ids"))

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")


@pytest.mark.parametrize("version", VERSIONS)
def test_every_act_is_kept_and_it_opens_the_next_time(tmp_path: Path, version: str) -> None:
    laptop, reaper = Laptop(tmp_path, "Anna"), Reaper(Random(1))
    old = gzip.decompress((DATA / f"{version}.db.gz").read_bytes())
    expected = (DATA / f"{version}.ids").read_text().split()
    while sum(reaper.killed.values()) < KILLS:
        laptop.db.write_bytes(old)
        reaper.run(laptop, "list", "regions")
        with closing(Store.open(laptop.db)) as store:
            assert sorted(row.id for row in store.history(None)) == expected
            assert [one for one in store.check() if one.kind != "set_apart"] == []
        laptop.db.unlink()
