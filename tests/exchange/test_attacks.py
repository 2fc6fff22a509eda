"""What anyone who can write in a shared folder can lay there: nothing of it stops a laptop."""

import os
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from storage.exchange import folder_scan
from storage.store import Store
from tests.forged import act, put_segment, segment
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, value

LARGE = 30 << 30  # bytes that a sparse file claims to have


def test_others_write_while_a_folder_is_read(
    ann: Store, place: Path, monkeypatch: pytest.MonkeyPatch
):
    put_segment(place, ARRANGEMENT, [act(set=[[VHTO, "title", "van elders", []]])])
    hashing = folder_scan.file_hash
    wrote = []

    def meanwhile(file: object) -> str:
        with closing(Store.open(ann.path, by="eva")) as eva:
            eva.hurry(0)
            wrote.append(eva.edit(BOOST, {"title": "van eva"}))
        return hashing(file)  # type: ignore[arg-type]

    monkeypatch.setattr(folder_scan, "file_hash", meanwhile)
    assert ann.exchange.sync(place).new_acts == 1
    assert wrote
    assert value(ann, BOOST, "title") == "van eva"
    assert ann.check() == []


def test_a_file_that_claims_to_be_huge_is_told_by_its_first_line(
    ann: Store, place: Path, monkeypatch: pytest.MonkeyPatch
):
    for name, start in (
        ("leeg", b""),
        ("vreemd", segment("een-ander", [act()])[:-1]),
        ("nieuw", segment(ARRANGEMENT, [], version=2)),
    ):
        with (place / f"{name}.acts.jsonl").open("wb") as file:
            file.write(start)
            file.truncate(LARGE)
    monkeypatch.setattr(folder_scan, "file_hash", lambda _: pytest.fail("all of it is hashed"))
    found = ann.exchange.look_into(place).preview
    assert found.new_acts == 0
    assert len(ann.exchange.waiting(place).spoilt) == 3


def test_a_month_that_is_a_link_leads_nowhere(ann: Store, place: Path, tmp_path: Path):
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (elsewhere / ".x.1a2b3c4d.half").write_bytes(b"")
    os.utime(elsewhere / ".x.1a2b3c4d.half", (0, 0))
    month = place / f"{date.today():%Y-%m}"
    try:
        month.symlink_to(elsewhere, target_is_directory=True)
    except OSError as error:
        pytest.skip(f"no links here: {error}")
    put_segment(elsewhere, ARRANGEMENT, [act(set=[[VHTO, "title", "van elders", []]])], month=".")
    done = ann.exchange.sync(place)
    assert done.unwritten is not None
    assert (done.unwritten.key, done.unwritten.details["path"]) == ("link_in_folder", month)
    assert done.new_acts == 0
    assert len([*elsewhere.iterdir()]) == 2
    month.unlink()
    assert ann.exchange.sync(place).unwritten is None


def test_what_was_left_half_in_an_old_month_goes(ann: Store, place: Path):
    for month in ("2014-10", f"{date.today():%Y-%m}"):
        (place / month).mkdir(exist_ok=True)
        for name in (".oud.1a2b3c4d.half", ".nieuw.1a2b3c4d.half", ".van een ander"):
            (place / month / name).write_bytes(b"half")
            if "nieuw" not in name:
                os.utime(place / month / name, (0, 0))
    ann.exchange.sync(place)
    left = {one.name for one in place.rglob(".*")}
    assert left == {".nieuw.1a2b3c4d.half", ".van een ander"}
