"""Two programs that have one file open."""

import sqlite3
import subprocess
import sys
from contextlib import closing

from storage.identity.device_identity import load
from storage.store import Store
from storage.tables import migrations
from tests.storage.small import BOOST, VHTO, Laptops


def test_what_another_process_writes_is_noticed(laptops: Laptops):
    ann = laptops.store("ann")
    regions, version = ann.lists.regions(), ann.version()
    assert ann.version() == version
    with closing(sqlite3.connect(laptops.path("ann"))) as reader:
        reader.execute("SELECT count(*) FROM acts").fetchone()
    assert ann.version() == version
    script = (
        "import sys; from pathlib import Path; from storage.store import Store;"
        "Store.open(Path(sys.argv[1]), 'bob').status(sys.argv[2], 'lapsed', 'zo is het')"
    )
    subprocess.run([sys.executable, "-c", script, laptops.path("ann"), VHTO], check=True)
    assert ann.version() != version
    assert ann.lists.regions()[0].count == regions[0].count - 1
    mine = ann.version()
    ann.edit(VHTO, {"title": "een"})
    assert ann.version() != mine
    assert [row.author for row in ann.history(VHTO) if not row.seed] == ["ann", "bob"]
    assert {row.device for row in ann.history(VHTO) if not row.seed} == {load(ann.path).device}


def test_two_that_write_at_once_wait_for_each_other(laptops: Laptops):
    first, second = laptops.store("ann"), Store.open(laptops.path("ann"), by="ann")
    for n in range(5):
        first.edit(VHTO, {"title": f"een {n}"})
        second.edit(BOOST, {"title": f"twee {n}"})
    second.close()
    seqs = [row.seq for row in first.history(None) if not row.seed]
    assert sorted(seqs) == list(range(1, 12))
    assert first.check() == []
    (version,) = first.connection.execute("PRAGMA user_version").fetchone()
    assert version == migrations.VERSION
