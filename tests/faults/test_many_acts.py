"""Very many very small acts, in a process that may not take much memory.

ARRANGEMENT_ACTS says how many; a million were tried, CI has fewer.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.tiny_acts import SHAPES, Say, segment, snapshot
from tests.storage.small import Laptops

COUNT = int(os.environ.get("ARRANGEMENT_ACTS", "4000"))
ROOM = 96 << 20
"""Bytes of addresses beside those in use before. A million acts as objects take ten times that."""
CHILD = """
import resource, sys
from operator import attrgetter
from pathlib import Path
import storage.exchange.sync, storage.snapshot.importer
from storage.store import Store
from tui.locale import system_reason

store = Store.open(Path(sys.argv[1]), by="ann")
with open("/proc/self/statm") as own:
    now = int(own.read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (now + int(sys.argv[4]),) * 2)
try:
    done = attrgetter(sys.argv[2])(store)(Path(sys.argv[3]))
    print(done.new_acts)
except MemoryError as error:
    print(system_reason(error))
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits are Linux's")


def taken(laptops: Laptops, what: str, place: Path, room: int = ROOM) -> str:
    """What a process of its own says of it."""
    path = laptops.path("ann")
    laptops.store("ann").close()
    command = [sys.executable, "-c", CHILD, str(path), what, str(place), str(room)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path.cwd())
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("say", SHAPES.values(), ids=SHAPES)
def test_they_come_in_with_a_file(laptops: Laptops, tmp_path: Path, say: Say) -> None:
    snapshot(tmp_path / "in.json", COUNT, say)
    assert taken(laptops, "snapshots.import_", tmp_path / "in.json") == str(COUNT)
    assert laptops.store("ann").check() == []


def test_they_come_in_with_a_folder(laptops: Laptops, tmp_path: Path) -> None:
    segment(tmp_path / "2014-10" / "veel.acts.jsonl", COUNT, SHAPES["each a record"])
    assert taken(laptops, "exchange.sync", tmp_path) == str(COUNT)
    assert laptops.store("ann").check() == []


def test_too_little_memory_is_told_and_changes_nothing(laptops: Laptops, tmp_path: Path) -> None:
    snapshot(tmp_path / "in.json", COUNT, SHAPES["all on one field"])
    laptops.store("ann").close()
    before = laptops.path("ann").read_bytes()
    told = taken(laptops, "snapshots.import_", tmp_path / "in.json", 1 << 20)
    assert told == "er is te weinig geheugen"
    assert laptops.path("ann").read_bytes() == before
    assert laptops.store("ann").check() == []
