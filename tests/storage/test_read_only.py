"""A file that may only be read, and one that a crash left in the middle of a write."""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from storage.backups.backup import restore_backup
from storage.identity.device_identity import load, save
from storage.store import Store
from storage.tables.database import journal_of
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, Laptops, refusal, value

_AS_SOMEONE_ELSE = """
import os, sys
from pathlib import Path
import storage.editing.engine, storage.snapshot.importer
from storage.errors import Refused
from storage.store import Store
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
store = Store.open(Path(sys.argv[1]))
print(store.record(sys.argv[2])["title"])
for write in (lambda: store.edit(sys.argv[2], {"title": "twee"}), store.undo):
    try:
        write()
    except Refused as refused:
        print(refused.key)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="file modes do not bind here")
def test_a_read_only_file_is_read_and_not_written(template: Path):
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        file = Path(shutil.copy(template, folder / "klein.db"))
        file.chmod(0o444)
        folder.chmod(0o555)
        before = file.read_bytes()
        ran = subprocess.run(
            [sys.executable, "-c", _AS_SOMEONE_ELSE, str(file), VHTO],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        folder.chmod(0o755)
        if "PermissionError" in ran.stderr:
            pytest.skip(f"cannot become someone else: {ran.stderr.splitlines()[-1]}")
        assert ran.stdout.splitlines() == ["VHTO: schakel", "read_only", "nothing_to_undo"]
        assert file.read_bytes() == before


_CUT_SHORT = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE acts SET body = 'onzin'")
connection.execute("UPDATE texts SET title = 'onzin'")
os._exit(9)  # the power fails
"""


def cut_short(path: Path) -> None:
    """Leave a journal behind, and pages that were written already."""
    whole = path.read_bytes()
    subprocess.run([sys.executable, "-c", _CUT_SHORT, str(path)], check=False)
    assert journal_of(path).exists()
    assert path.read_bytes() != whole


def test_a_write_that_was_cut_short_is_taken_back(laptops: Laptops):
    with closing(laptops.store("ann")) as ann:
        ann.edit(VHTO, {"title": "een"})
    cut_short(laptops.path("ann"))
    with closing(laptops.store("ann")) as ann:
        assert value(ann, VHTO, "title") == "een"
        assert ann.check() == []
    assert not journal_of(laptops.path("ann")).exists()


def test_the_journal_of_a_file_that_is_gone_spoils_no_new_one(laptops: Laptops):
    laptops.store("ann").close()
    path = laptops.path("ann")
    cut_short(path)
    path.unlink()
    refused = refusal(Store.create, path, ARRANGEMENT)
    assert (refused.key, refused.details["path"]) == ("file_exists", journal_of(path))


def test_a_backup_over_a_write_that_was_cut_short(laptops: Laptops, tmp_path: Path):
    with closing(laptops.store("ann")) as ann:
        ann.edit(VHTO, {"title": "een"})
        ann.backup(tmp_path / "reserve.db")
        ann.edit(VHTO, {"title": "twee"})
    cut_short(laptops.path("ann"))
    kept = restore_backup(tmp_path / "reserve.db", laptops.path("ann"))
    with closing(laptops.store("ann")) as ann, closing(Store.open(kept)) as old:
        assert (value(ann, VHTO, "title"), value(old, VHTO, "title")) == ("een", "twee")
        assert ann.check() == old.check() == []


class Crash(BaseException):
    """What no one catches."""


def test_a_crash_between_the_configuration_and_the_commit_gives_a_new_device(
    laptops: Laptops,
):
    with closing(laptops.store("ann")) as ann:
        ann.edit(VHTO, {"title": "een"})
    path = laptops.path("ann")
    before = load(path)
    ann = laptops.store("ann")
    with pytest.raises(Crash), ann.journal.writing() as pen:  # noqa: PT012 - both belong to it
        pen.say([(VHTO, "title", "half")])
        written = load(path)
        assert written not in (None, before)
        raise Crash
    ann.close()
    save(path, written)  # what is refused is taken back there, a crash leaves it
    with closing(laptops.store("ann")) as ann:
        assert value(ann, VHTO, "title") == "een"
        ann.edit(BOOST, {"title": "daarna"})
        assert load(path).device != before.device
        assert not [p for p in ann.problems.all() if p.kind == "clone"]
        assert ann.check() == []


def test_a_full_disk_says_so_and_keeps_what_was_there(ann: Store):
    ann.edit(VHTO, {"title": "een"})
    (pages,) = ann.connection.execute("PRAGMA page_count").fetchone()
    ann.connection.execute(f"PRAGMA max_page_count = {pages}")
    assert refusal(ann.edit, VHTO, {"text": "x" * 50_000}).key == "full"
    ann.connection.execute("PRAGMA max_page_count = 1000000")
    ann.edit(VHTO, {"title": "twee"})
    assert [row.seq for row in ann.history(VHTO) if not row.seed] == [3, 2]
    assert ann.check() == []
