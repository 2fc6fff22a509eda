"""Segments that are not whole, not ours, or not to be written: named, and nothing lost by them."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from storage.acts import act_from, make_act
from storage.exchange.segment_reader import verify
from storage.formats.segment_layout import segment
from storage.formats.verifier import Unfit
from storage.store import Store
from tests.exchange.test_sync import held, segments
from tests.storage.small import ARRANGEMENT, VHTO, ids, refusal, value
from tests.worlds import status


def one_of(*acts) -> bytes:
    return segment(ARRANGEMENT, [(act.id, act.data) for act in acts], ())


def unfit(data: bytes, file: Path) -> str | None:
    """Why nothing can be taken from a segment of these bytes; None where it can."""
    file.write_bytes(data)
    with file.open("rb") as opened:
        try:
            verify(opened, ARRANGEMENT, lambda _: set())
        except Unfit as why:
            return why.key
    return None


def test_one_that_is_cut_short_anywhere_is_spoilt(tmp_path: Path):
    whole = one_of(status("met"))
    found = {unfit(whole[:length], tmp_path / "x") for length in range(len(whole))}
    assert found == {"spoilt"}
    assert unfit(whole, tmp_path / "x") is None


def test_one_flipped_bit_is_seen_wherever_it_is(tmp_path: Path):
    whole = one_of(status("met"))
    for at in range(len(whole)):
        data = bytearray(whole)
        data[at] ^= 1 << at % 8
        why = unfit(bytes(data), tmp_path / "x")
        assert why in ("spoilt", "newer_snapshot", "wrong_arrangement"), at


def test_one_that_is_not_whole_yet_is_named_and_read_again(ann: Store, place: Path):
    whole, before = one_of(status("met")), ids(ann)
    file = place / "x.acts.jsonl"
    for length in (0, 40, len(whole) - 1):
        file.write_bytes(whole[:length])
        done = ann.exchange.sync(place)
        assert [(one.path, one.why.key) for one in done.spoilt] == [(file, "spoilt")]
        assert ids(ann) == before
    file.write_bytes(whole)
    done = ann.exchange.sync(place)
    assert (done.spoilt, done.new_acts) == ((), 1)


BAD = {
    "an act twice": lambda act: one_of(act, act),
    "no act": lambda act: one_of(act).replace(b'"seq":', b'"sec":'),
    "an empty line": lambda act: one_of(act).replace(b"\n", b"\n\n", 1),
    "a key more": lambda act: one_of(act).replace(b'{"acts', b'{"a":1,"acts', 1),
    "ends of Windows": lambda act: one_of(act).replace(b"\n", b"\r\n"),
    "true as a number": lambda act: one_of(act).replace(b'"version":1', b'"version":true'),
    "very deep": lambda act: b"[" * 100_000 + b"\n",
    "nothing": lambda act: b"",
}


@pytest.mark.parametrize("how", BAD)
def test_one_that_is_no_segment_is_refused_whole(ann: Store, place: Path, how: str):
    good = status("met")
    (place / "a.acts.jsonl").write_bytes(BAD[how](status("open")))
    (place / "b.acts.jsonl").write_bytes(one_of(good))
    before = ids(ann)
    done = ann.exchange.sync(place)
    assert [one.why.key for one in done.spoilt] == ["spoilt"]
    assert ids(ann) == before | {good.id}  # what is beside it goes on


def test_one_of_a_newer_version_says_so(ann: Store, place: Path):
    data = one_of(status("met")).replace(b'"version":1', b'"version":2', 1)
    (place / "x.acts.jsonl").write_bytes(data)
    assert [one.why.key for one in ann.exchange.sync(place).spoilt] == ["newer_snapshot"]


def test_one_of_another_arrangement_is_named_and_a_folder_of_another_refused(
    ann: Store, place: Path
):
    act = status("met")
    (place / "x.acts.jsonl").write_bytes(segment("noord", [(act.id, act.data)], ()))
    assert refusal(ann.exchange.sync, place).key == "wrong_arrangement"
    assert len(segments(place)) == 1
    assert ann.exchange.folders() == ()
    (place / "y.acts.jsonl").write_bytes(one_of(status("open")))
    done = ann.exchange.sync(place)
    assert [one.why.key for one in done.spoilt] == ["wrong_arrangement"]
    assert act.id not in ids(ann)


def test_acts_of_a_newer_version_travel_on(ann: Store, bob: Store, place: Path):
    body = make_act(at="2014-10-07T09:12:03.120Z", by="x", device="x", seq=1)
    data = body.data.replace(b'"v":1', b'"v":9,"what":{"ever":[1]}')
    newer = act_from(data)
    (place / "x.acts.jsonl").write_bytes(one_of(newer))
    ann.exchange.sync(place)
    (place / "x.acts.jsonl").unlink()
    ann.exchange.sync(place)
    bob.exchange.sync(place)
    assert newer.id in ids(ann) & ids(bob) & held(place)


def test_a_folder_that_cannot_be_written_gives_what_it_has(ann: Store, bob: Store, place: Path):
    ann.edit(VHTO, {"title": "van ann"})
    ann.exchange.sync(place)
    (file,) = segments(place)
    shutil.move(file, place / "anders.acts.jsonl")
    file.parent.rmdir()
    file.parent.write_bytes(b"een bestand waar een map hoort")
    bob.edit(VHTO, {"text": "van bob"})
    done = bob.exchange.sync(place)
    assert done.unwritten is not None
    assert done.unwritten.key == "cannot_write"
    assert (done.new_acts, done.written) == (2, 0)
    assert value(bob, VHTO, "title") == "van ann"
    file.parent.unlink()
    assert bob.exchange.sync(place).written == 2
    assert file.parent.name == f"{date.today():%Y-%m}"
