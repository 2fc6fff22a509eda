"""Joining months and years that are over: few files, nothing written without end, nothing lost."""

import hashlib
from contextlib import closing
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest

from storage.exchange.folder_listing import listing
from storage.store import Store
from storage.views.exchange_folders import Synced
from tests.exchange.test_sync import held, segments
from tests.storage.small import VHTO, Laptops, ids


def sync(store: Store, place: Path, day: str) -> Synced:
    """Sync on a day."""
    with closing(Store(store.path, by=store.path.parent.name, today=date.fromisoformat(day))) as on:
        return on.exchange.sync(place)


def say(store: Store, place: Path, day: str) -> Synced:
    store.edit(VHTO, {"title": f"op {day}"})
    return sync(store, place, day)


def months(place: Path) -> list[str]:
    return [file.parent.name for file in segments(place)]


def test_a_month_is_joined_once_it_is_over_and_its_year_likewise(
    ann: Store, bob: Store, place: Path
):
    for day in ("2014-10-01", "2014-10-07", "2014-10-31"):
        assert say(ann, place, day).joined == 0
    assert months(place) == ["2014-10"] * 3
    assert say(ann, place, "2014-11-01").joined == 3
    assert months(place) == ["2014-10", "2014-11"]
    assert say(ann, place, "2014-12-31").joined == 0  # one file in November
    assert sync(ann, place, "2015-01-01").joined == 3
    assert months(place) == ["2014-12"]
    assert held(place) == ids(ann)
    assert sync(bob, place, "2015-01-02").new_acts == 6
    assert sync(ann, place, "2017-05-05").joined == 0
    assert ids(bob) == ids(ann)
    assert ann.check() == []


def test_nothing_is_written_more_than_three_times(ann: Store, place: Path):
    written: dict[str, set[str]] = {}
    for year in (2014, 2015):
        for month in (1, 2, 12):
            for day in (3, 17):
                say(ann, place, f"{year}-{month:02}-{day:02}")
                for file in segments(place):
                    for line in file.read_bytes().splitlines()[1:]:
                        written.setdefault(line.decode(), set()).add(file.name)
    assert max(map(len, written.values())) == 3
    assert months(place) == ["2014-12", "2015-01", "2015-02", "2015-12", "2015-12"]


def test_two_laptops_that_join_the_same_make_the_same_file(ann: Store, bob: Store, place: Path):
    say(ann, place, "2014-10-01")
    say(bob, place, "2014-10-02")
    sync(ann, place, "2014-10-03")
    before = [(file, file.read_bytes()) for file in segments(place)]
    sync(ann, place, "2014-11-01")
    first = [(file, file.read_bytes()) for file in segments(place)]
    assert len(first) == 1
    first[0][0].unlink()
    for file, data in before:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)
    sync(bob, place, "2014-11-09")
    assert [(file, file.read_bytes()) for file in segments(place)] == first


def test_what_a_synchroniser_brings_back_is_taken_away_again(ann: Store, place: Path):
    for day in ("2014-10-01", "2014-10-07"):
        say(ann, place, day)
    old = [(file, file.read_bytes()) for file in segments(place)]
    sync(ann, place, "2014-11-01")
    (joined,) = segments(place)
    for file, data in old:
        file.write_bytes(data)
    (place / "terug (conflict).jsonl").write_bytes(old[0][1])
    done = sync(ann, place, "2014-11-02")
    assert (done.written, segments(place)) == (0, [joined])
    assert not (place / "terug (conflict).jsonl").exists()


def test_an_old_file_stays_until_the_joined_one_is_whole(ann: Store, place: Path):
    for day in ("2014-10-01", "2014-10-07"):
        say(ann, place, day)
    old = {file: file.read_bytes() for file in segments(place)}
    sync(ann, place, "2014-11-01")
    (joined,) = segments(place)
    whole = joined.read_bytes()
    for file, data in old.items():
        file.write_bytes(data)
    joined.write_bytes(whole[:-9])  # half of it was brought
    sync(ann, place, "2014-11-02")
    assert joined.read_bytes() == whole  # it is made again from what is whole
    assert segments(place) == [joined]


def test_what_was_whole_once_is_read_again_before_it_counts(ann: Store, place: Path):
    for day in ("2014-10-01", "2014-10-07"):
        say(ann, place, day)
    old = {file: file.read_bytes() for file in segments(place)}
    sync(ann, place, "2014-11-01")
    (joined,) = segments(place)
    joined.write_bytes(joined.read_bytes().replace(b"VHTO", b"vhto"))  # behind the same times
    (seen,) = listing(place).files
    lie = "UPDATE folder_files SET stamp = ?, day = '2014-11-02'"
    ann.connection.execute(lie, (seen.stamp,))
    for file, data in old.items():
        file.write_bytes(data)
    assert sync(ann, place, "2014-11-02").spoilt == ()
    assert {file: file.read_bytes() for file in segments(place) if file != joined} == old


def test_of_two_that_hold_the_same_one_stays_on_every_laptop(ann: Store, bob: Store, place: Path):
    say(ann, place, "2014-10-01")
    bob.exchange.sync(place)
    (one,) = segments(place)
    twin = place / "2014-10" / "anders.acts.jsonl"
    twin.write_bytes(
        one.read_bytes().replace(b'"replaces":[]', b'"replaces":["' + b"0" * 64 + b'"]')
    )
    both = {one: one.read_bytes(), twin: twin.read_bytes()}
    left = []
    for store in (ann, bob):
        for file, data in both.items():
            file.write_bytes(data)
        assert sync(store, place, "2014-10-02").written == 0
        left.append(segments(place))
    lowest = min(both, key=lambda file: hashlib.sha256(both[file]).hexdigest())
    assert left == [[lowest], [lowest]]


def test_own_remarks_in_a_folder_for_colleagues_survive_joining_by_anyone(
    ann: Store, bob: Store, place: Path
):
    ann.note(VHTO, "van ons", own=True)
    ann.exchange.sync(place, "internal")
    sync(ann, place, "2014-10-01")
    for file in segments(place):
        (place / "2014-10").mkdir(exist_ok=True)
        file.rename(place / "2014-10" / file.name)
    say(bob, place, "2014-10-02")
    assert sync(bob, place, "2014-11-01").joined == 2
    assert b"van ons" in b"".join(file.read_bytes() for file in segments(place))


def test_what_is_too_large_is_not_joined(ann: Store, place: Path, monkeypatch: pytest.MonkeyPatch):
    for day in ("2014-10-01", "2014-10-07", "2014-10-08"):
        say(ann, place, day)
    large = max(file.stat().st_size for file in segments(place))
    monkeypatch.setattr("storage.exchange.compaction_plan.LARGEST", large)
    assert sync(ann, place, "2014-11-01").joined == 2
    assert len(segments(place)) == 2


def test_what_is_written_is_no_larger_than_one_segment_may_be(
    ann: Store, bob: Store, laptops: Laptops, place: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("storage.exchange.send.LARGEST", 1500)
    ann.edit(VHTO, {"text": "x" * 2000})
    done = ann.exchange.sync(place)
    assert done.segments == len(segments(place)) > 2
    assert bob.exchange.sync(place).new_acts == 2
    assert bob.exchange.sync(place).written == 0
    assert ids(ann) == ids(bob)


def test_a_stick_that_fails_while_it_is_tidied_gives_what_it_has(
    ann: Store, bob: Store, place: Path, monkeypatch: pytest.MonkeyPatch
):
    say(ann, place, "2014-10-01")
    with monkeypatch.context() as failing:
        failing.setattr("os.scandir", Mock(side_effect=OSError(5, "Input/output error")))
        done = bob.exchange.sync(place)
    assert done.new_acts == 2
    assert done.unwritten is not None
    assert done.unwritten.key == "cannot_write"
    assert bob.exchange.sync(place).unwritten is None
