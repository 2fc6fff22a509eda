"""Spoilt files of which the valid acts are taken in, and looking before taking in."""

import json
from contextlib import closing

import pytest

from storage.store import Store
from tests.storage.small import (
    ARRANGEMENT,
    BOOST,
    VHTO,
    Laptops,
    edited,
    look,
    refusal,
    send,
    take,
    value,
)


def test_skip_bad_takes_the_valid_acts_and_sets_the_rest_apart(ann: Store, bob: Store):
    bob.edit(VHTO, {"title": "van bob"})
    bob.edit(BOOST, {"title": "ook van bob"})
    lines = bob.snapshots.make().split(b"\n")
    (at,) = (n for n, line in enumerate(lines) if b"ook van bob" in line and b'"set":[' in line)
    lines[at] = lines[at].replace(b'"seq":3', b'"seq":-3')
    data = b"\n".join(lines)
    assert refusal(take, ann, data).key == "spoilt"
    done = take(ann, data, skip_bad=True)
    assert (done.new_acts, done.set_apart) == (2, 1)
    assert value(ann, VHTO, "title") == "van bob"
    assert [one.kind for one in ann.check()] == ["set_apart"]
    row = ann.connection.execute("SELECT file, line, reason, data FROM quarantine").fetchone()
    assert row == ("binnen.json", at + 1, "lacks seq", lines[at])
    cut = bob.snapshots.make()[:-400]
    assert take(ann, cut, skip_bad=True).set_apart == 1
    send(bob, ann)
    assert value(ann, BOOST, "title") == "ook van bob"  # what was set apart bars no valid act


@pytest.mark.parametrize("indent", [None, 1])
def test_skip_bad_takes_the_valid_acts_of_another_layout(
    ann: Store, bob: Store, indent: int | None
):
    bob.edit(VHTO, {"title": "van bob"})
    bob.edit(BOOST, {"title": "ook van bob"})
    document = json.loads(bob.snapshots.make())
    (bad,) = (one for one in document["acts"] if "ook van bob" in json.dumps(one))
    bad["seq"] = -3
    data = json.dumps(document, indent=indent)
    assert refusal(take, ann, data).key == "spoilt"
    done = take(ann, data, skip_bad=True)
    assert (done.new_acts, done.set_apart) == (2, 1)
    assert value(ann, VHTO, "title") == "van bob"
    line, reason, kept = ann.connection.execute(
        "SELECT line, reason, data FROM quarantine"
    ).fetchone()
    assert (line, reason, json.loads(kept)) == (0, "lacks seq", bad)


def test_a_file_that_lacks_whole_lines_is_not_taken_for_whole(ann: Store, bob: Store):
    bob.edit(VHTO, {"title": "van bob"})
    bob.edit(BOOST, {"title": "ook van bob"})
    lines = bob.snapshots.make().split(b"\n")
    (at,) = (n for n, line in enumerate(lines) if b"ook van bob" in line and b'"set":[' in line)
    data = b"\n".join(lines[:at]) + b"\n"
    done = take(ann, data, skip_bad=True)
    assert (done.new_acts, done.set_apart) == (2, 1)
    assert [one.kind for one in ann.check()] == ["set_apart"]


def test_skip_bad_says_that_nothing_can_be_saved_before_the_first_act(ann: Store, bob: Store):
    data = bob.snapshots.make()
    before = ann.path.read_bytes()
    for cut in (data[: data.index(b'"acts":') - 5], data[: data.index(b'"records"') - 5]):
        assert refusal(take, ann, cut).key == "spoilt"
        assert refusal(take, ann, cut, skip_bad=True).key == "nothing_saved"
    assert ann.path.read_bytes() == before


def test_skip_bad_still_refuses_another_arrangement_or_a_newer_file(ann: Store, bob: Store):
    data = bob.snapshots.make()[:-20]
    for change, key in (
        ((ARRANGEMENT.encode(), b"zuid-2014"), "wrong_arrangement"),
        ((b'"version":1', b'"version":2'), "newer_snapshot"),
        ((b"arrangement-snapshot", b"iets-anders"), "foreign_json"),
    ):
        before = ann.path.read_bytes()
        assert refusal(take, ann, data.replace(*change), skip_bad=True).key == key
        assert ann.path.read_bytes() == before


def test_a_preview_writes_nothing(laptops: Laptops, ann: Store, bob: Store):
    ann.edit(VHTO, {"title": "van ann"})
    bob.edit(VHTO, {"title": "van bob"})
    before = ann.path.read_bytes()
    seen = look(ann, bob.snapshots.make())
    assert (seen.new_acts, seen.senders, seen.conflicts) == (2, (("bob", 2),), 1)
    assert ann.path.read_bytes() == before
    with closing(laptops.store("eva")) as eva:
        look(eva, edited(bob.snapshots.make(), VHTO, title="met de hand"))
        assert refusal(eva.undo).key == "nothing_to_undo"
    ann.edit(BOOST, {"title": "na het kijken"})
    assert ann.history(BOOST)[0].seq == 3
