"""How long changes of this device have been nowhere else."""

import json
import shutil
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from storage.identity.remembered import first_told
from storage.store import Store
from tests.storage.small import BOOST, VHTO, Laptops, send


def unsent(path: Path, days: int) -> int:
    """What the header would say, so many days from now."""
    with closing(Store(path, today=date.today() + timedelta(days))) as store:
        return store.totals().unsent


def memory_of(path: Path) -> Path:
    (found,) = path.parent.parent.rglob("care/*.json")
    return found


@pytest.fixture
def ann(ann: Store) -> Store:
    ann.edit(VHTO, {"title": "een"})
    return ann


def test_from_two_weeks_on_it_is_told(ann: Store):
    assert [unsent(ann.path, days) for days in (0, 13, 14, 23)] == [0, 0, 14, 23]


def test_nothing_changed_here_is_nothing_to_send(laptops: Laptops, bob: Store):
    laptops.store("eva")
    bob.edit(VHTO, {"title": "van bob"})
    send(bob, eva := laptops.store("eva"))
    assert unsent(eva.path, 99) == 0


@pytest.mark.parametrize("profile", ["partners", "internal"])
def test_an_export_carries_what_there_is_and_later_changes_wait(ann: Store, profile: str):
    ann.snapshots.export(ann.path.with_name("uit.json"), profile)
    assert unsent(ann.path, 99) == 0
    ann.edit(VHTO, {"title": "twee"})
    assert unsent(ann.path, 99) == 99


def test_a_public_file_and_one_that_fails_carry_nothing(ann: Store):
    ann.snapshots.export(ann.path.with_name("uit.json"), "public")
    with pytest.raises(Exception, match="no_folder"):
        ann.snapshots.export(ann.path / "nergens" / "uit.json")
    assert unsent(ann.path, 99) == 99


def test_a_small_file_carries_only_what_is_in_it(ann: Store):
    first = ann.path.with_name("een.json")
    ann.snapshots.export(first)
    before = {row.id for row in ann.history(None)}
    ann.edit(VHTO, {"title": "twee"})
    ann.edit(BOOST, {"title": "drie"})
    new = [row.id for row in ann.history(None) if row.id not in before]
    ann.snapshots.export(ann.path.with_name("uit.json"), only={new[0]})  # the last of two
    assert unsent(ann.path, 99) == 99
    ann.snapshots.export(ann.path.with_name("uit.json"), only=ann.snapshots.lacking(first))
    assert unsent(ann.path, 99) == 0


def test_own_remarks_need_not_go(ann: Store):
    ann.snapshots.export(ann.path.with_name("uit.json"))
    ann.add("entries", {"about": VHTO, "kind": "remark", "text": "van ons"}, own=True)
    assert unsent(ann.path, 99) == 0


def test_a_copy_elsewhere_has_said_nothing_yet(ann: Store, tmp_path: Path):
    copy = Path(shutil.copy(ann.path, tmp_path / "kopie.db"))
    assert unsent(copy, 99) == 0


SPOILT = ["", "[]", "{", "[" * 9999, '{"sent": 1, "told": {}}', '{"sent": {"x": "y"}, "told": {}}']


@pytest.mark.parametrize("text", SPOILT)
def test_a_memory_that_cannot_be_read_has_sent_nothing(ann: Store, text: str):
    ann.snapshots.export(ann.path.with_name("uit.json"))
    memory_of(ann.path).write_text(text)
    assert unsent(ann.path, 99) == 99
    ann.snapshots.export(ann.path.with_name("uit.json"))
    assert unsent(ann.path, 99) == 0


def test_a_memory_that_cannot_be_written_stops_no_export(ann: Store):
    folder = ann.path.parent.parent / "home" / "config" / "arrangement"
    (folder / "care").write_text("een bestand waar een map hoort")
    ann.snapshots.export(file := ann.path.with_name("uit.json"))
    assert json.loads(file.read_bytes())["count"] > 0


def test_what_was_told_is_told_again_only_of_something_else(tmp_path: Path):
    file = tmp_path / "x.db"
    told = [first_told(file, "synced", name) for name in ("OneDrive", "OneDrive", "Dropbox")]
    assert told == [True, False, True]
    assert first_told(tmp_path / "y.db", "synced", "Dropbox")
