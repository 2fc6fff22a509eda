"""Two laptops and a folder: what comes in, what goes out, and what is remembered."""

import hashlib
import json
import os
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from storage.acts import act_from
from storage.exchange.folder_listing import listing
from storage.store import Store
from tests.faults.places import ordinary, somewhere
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, ids, refusal, value


def segments(place: Path) -> list[Path]:
    return sorted(place.rglob("*.acts.jsonl"))


def held(place: Path) -> set[str]:
    """The ids of the acts whose bytes stand in a folder."""
    lines = [line for one in segments(place) for line in one.read_bytes().splitlines()[1:]]
    return {act_from(line).id for line in lines}


def test_what_one_wrote_the_other_gets(ann: Store, bob: Store, place: Path):
    ann.edit(VHTO, {"title": "van ann"})
    first = ann.exchange.sync(place)
    assert (first.new_acts, first.written, first.segments) == (0, len(ids(ann)), 1)
    bob.edit(BOOST, {"title": "van bob"})
    second = bob.exchange.sync(place)
    assert second.new_acts == 2  # who ann is, and what she wrote
    assert second.senders == (("ann", 2),)
    assert second.written == 2
    assert ann.exchange.sync(place).senders == (("bob", 2),)
    assert (value(ann, BOOST, "title"), value(bob, VHTO, "title")) == ("van bob", "van ann")
    assert ids(ann) == ids(bob) == held(place)
    assert ann.check() == bob.check() == []


def test_a_conflict_comes_in_with_the_sync_that_brings_it(ann: Store, bob: Store, place: Path):
    for store in (ann, bob):
        store.edit(VHTO, {"title": f"van {store.path.parent.name}"})
    assert [one.exchange.sync(place).conflicts for one in (ann, bob, ann)] == [0, 1, 1]
    assert [one.exchange.sync(place).conflicts for one in (ann, bob, ann)] == [0, 0, 0]


def test_a_segment_is_named_by_its_bytes_and_begins_with_a_header(ann: Store, place: Path):
    ann.exchange.sync(place)
    (file,) = segments(place)
    assert file.name == f"{hashlib.sha256(file.read_bytes()).hexdigest()}.acts.jsonl"
    assert file.parent.name == f"{date.today():%Y-%m}"
    first, *acts, last = file.read_bytes().split(b"\n")
    header = json.loads(first)
    assert header["format"] == "arrangement-acts"
    assert (header["version"], header["arrangement"]) == (1, ARRANGEMENT)
    assert (header["erased"], header["replaces"]) == ([], [])
    assert header["count"] == len(acts)
    assert last == b""


def test_what_is_there_is_not_written_twice(ann: Store, bob: Store, place: Path):
    ann.exchange.sync(place)
    before = [(one, one.stat().st_mtime_ns) for one in segments(place)]
    for store in (ann, bob, ann):
        assert store.exchange.sync(place).written == 0
    assert [(one, one.stat().st_mtime_ns) for one in segments(place)] == before


def test_what_someone_took_away_is_written_again(ann: Store, bob: Store, place: Path):
    ann.exchange.sync(place)
    ann.edit(VHTO, {"title": "een"})
    ann.exchange.sync(place)
    bob.exchange.sync(place)
    segments(place)[0].unlink()
    assert bob.exchange.sync(place).written > 0
    assert held(place) == ids(ann) == ids(bob)


def test_own_remarks_stay_with_partners_and_go_where_only_colleagues_are(
    ann: Store, bob: Store, place: Path
):
    own = ann.note(VHTO, "van ons", own=True)
    ann.exchange.sync(place)
    assert b"van ons" not in b"".join(one.read_bytes() for one in segments(place))
    assert ann.exchange.sync(place, "internal").written == 1
    assert ann.exchange.sync(place).profile == "internal"  # remembered
    assert bob.exchange.sync(place).profile == "partners"
    assert value(bob, own, "text") == "van ons"  # whoever has the folder reads what is in it


def test_a_folder_is_never_public_and_knows_two_profiles(ann: Store, place: Path):
    assert refusal(ann.exchange.sync, place, "public").key == "public_folder"
    assert refusal(ann.exchange.sync, place, "iedereen").key == "unknown_value"
    assert segments(place) == []
    assert ann.exchange.folders() == ()


def test_folders_are_remembered_until_they_are_forgotten(ann: Store, place: Path, tmp_path: Path):
    other = tmp_path / "stick"
    other.mkdir()
    ann.exchange.sync(place)
    ann.exchange.sync(other, "internal")
    assert [(one.place, one.profile) for one in ann.exchange.folders()] == [
        (other, "internal"),
        (place, "partners"),
    ]
    ann.exchange.forget(other)
    assert [one.place for one in ann.exchange.folders()] == [place]
    assert refusal(ann.exchange.forget, other).key == "unknown_folder"
    assert ann.exchange.sync(other).profile == "partners"


@pytest.mark.parametrize(
    "name",
    ["x (conflict van Jan).jsonl", "X.ACTS.JSONL", "x.sync-conflict-20261128.acts.jsonl", "noot"],
)
def test_segments_are_read_by_content_whatever_their_name(
    ann: Store, bob: Store, place: Path, name: str
):
    ann.edit(VHTO, {"title": "van ann"})
    ann.exchange.sync(place)
    (file,) = segments(place)
    (place / "diep" / "er").mkdir(parents=True)
    file.rename(place / "diep" / "er" / name)
    assert bob.exchange.sync(place).new_acts == 2
    assert bob.exchange.sync(place).written == 0


def test_what_others_keep_there_is_passed_over(ann: Store, bob: Store, place: Path):
    ann.edit(VHTO, {"title": "van ann"})
    ann.exchange.sync(place)
    (file,) = segments(place)
    names = [
        ".syncthing.x.acts.jsonl.tmp", "~x.acts.jsonl.tmp", "x.acts.jsonl.part", "desktop.ini",
        ".stversions/x.acts.jsonl", ".stfolder/x", "#recycle/x.acts.jsonl", "notulen.docx",
        "$RECYCLE.BIN/x.acts.jsonl", "lees mij.jsonl",
    ]  # fmt: skip
    for name in names:
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_bytes(file.read_bytes()[:400] if "x.acts" in name else b"{}\n")
    assert bob.exchange.sync(place).spoilt == ()


def test_a_file_that_changes_behind_the_same_times_is_read_again_the_next_day(
    ann: Store, bob: Store, place: Path
):
    ann.exchange.sync(place)
    bob.exchange.sync(place)
    (file,) = segments(place)
    file.write_bytes(file.read_bytes().replace(b"VHTO", b"vhto"))
    (seen,) = listing(place).files  # no clock can be made to lie here; the ledger can
    lie = "UPDATE folder_files SET stamp = ?, day = ?"
    bob.connection.execute(lie, (seen.stamp, f"{date.today()}"))
    assert bob.exchange.sync(place).spoilt == ()
    with closing(Store(bob.path, today=date.today() + timedelta(1))) as later:
        done = later.exchange.sync(place)
    assert [one.path for one in done.spoilt] == [file]
    assert done.written == len(ids(bob))  # what it held is put there anew


def test_other_files_are_opened_once_and_again_when_someone_wrote_in_them(
    ann: Store, place: Path, monkeypatch: pytest.MonkeyPatch
):
    (file := place / "notulen.docx").write_bytes(b"PK")
    os.utime(file, (0, 0))
    monkeypatch.setattr("storage.exchange.ledger.SETTLED", -1)  # no need to wait for a stick
    assert ann.exchange.sync(place).spoilt == ()
    opened, real = list[Path](), Path.open

    def spied(path: Path, *how: object, **more: object) -> object:
        opened.append(path)
        return real(path, *how, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", spied)
    ann.exchange.sync(place)
    assert file not in opened
    file.write_bytes(b"PK2")
    ann.exchange.sync(place)
    assert file in opened


def test_a_history_tells_through_which_folder_a_change_came(
    ann: Store, bob: Store, place: Path, monkeypatch: pytest.MonkeyPatch
):
    ann.edit(VHTO, {"title": "van ann"})
    ann.exchange.sync(place)
    (place / "onder").mkdir()
    monkeypatch.chdir(place / "onder")
    bob.exchange.sync(Path(".."))
    assert bob.history(VHTO)[0].file == "wisselmap"
    assert [one.place for one in bob.exchange.folders()] == [place]


def test_a_sync_counts_as_sent(ann: Store, place: Path):
    ann.edit(VHTO, {"title": "een"})

    def unsent() -> int:
        with closing(Store(ann.path, today=date.today() + timedelta(30))) as later:
            return later.totals().unsent

    assert unsent() == 30
    ann.exchange.sync(place)
    assert unsent() == 0


def test_a_folder_that_is_not_there_is_refused_and_not_made(ann: Store, place: Path):
    assert refusal(ann.exchange.sync, place / "weg").key == "no_folder"
    assert not (place / "weg").exists()
    assert ann.exchange.folders() == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights otherwise")
def test_a_folder_that_may_not_even_be_looked_at_is_refused(ann: Store):
    with somewhere() as here:
        (inside := here / "dicht" / "map").mkdir(parents=True)
        inside.parent.chmod(0)
        with ordinary():
            found = [
                refusal(ask, inside).key
                for ask in (ann.exchange.sync, ann.exchange.waiting, ann.exchange.look_into)
            ]
        inside.parent.chmod(0o755)
    assert found == ["cannot_read"] * 3


def test_a_name_that_no_folder_has_is_refused(ann: Store, place: Path):
    assert refusal(ann.exchange.sync, place / "a\0b").key == "cannot_read"
    (file := place / "bestand").write_bytes(b"")
    assert refusal(ann.exchange.sync, file).key == "no_folder"
