"""What differs between two files, or between a file and what is here."""

import json
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from storage.acts import digest, encode
from storage.progress import Stopped
from storage.store import Store
from storage.views.differences import ActCounts, Difference
from tests.storage.small import ARRANGEMENT, BOOST, PERSON, VHTO, edited, refusal, swap
from tests.storage.test_leaves import World, whole
from tests.worlds import Device, honest_worlds


def written(store: Store, name: str, profile: str = "partners", **how: set[str]) -> Path:
    path = store.path.with_name(name)
    store.snapshots.export(path, profile, **how)
    return path


def said(found: Difference) -> list[tuple[str, str, object, object]]:
    return [(one.record, one.field, one.before, one.value) for one in found.changes]


def test_a_file_and_what_is_here_now(ann: Store):
    before = written(ann, "toen.json.gz")
    ann.edit(VHTO, {"title": "van ann", "regions/twente": False})
    added = ann.add("regions", {"name": "Zwolle", "short": "ZWO"})
    ann.note(VHTO, "alleen voor ons", own=True)
    found = ann.snapshots.difference(before)
    assert (VHTO, "title", "VHTO: schakel", "van ann") in said(found)
    assert (VHTO, "regions", ["twente"], []) in said(found)
    assert (added, "life", None, "live") in said(found)
    assert (added, "name", None, "Zwolle") in said(found)
    assert not [one for one in found.changes if "own-" in one.record]  # not for partners
    assert found.acts == ActCounts(0, 3, 8)
    assert {one.record_title for one in found.changes} >= {"van ann", "Zwolle", "ann"}


def test_two_files_either_way(ann: Store, bob: Store):
    ann.edit(VHTO, {"title": "van ann"})
    bob.edit(VHTO, {"title": "van bob"})
    bob.delete(BOOST)
    a, b = written(ann, "a.json"), written(bob, "b.json")
    there, back = ann.snapshots.difference(a, b), ann.snapshots.difference(b, a)
    assert (VHTO, "title", "van ann", "van bob") in said(there)
    assert (VHTO, "title", "van bob", "van ann") in said(back)
    assert (BOOST, "life", "live", "deleted") in said(there)
    assert (there.acts, back.acts) == (ActCounts(2, 3, 8), ActCounts(3, 2, 8))
    assert [(one.record, one.field, one.title) for one in there.clashes] == [
        (VHTO, "title", "van bob")
    ]
    swap(ann, bob)
    assert {(one.record, one.field) for one in ann.conflicts()} == {(VHTO, "title")}
    same = ann.snapshots.difference(written(ann, "a.json"), written(bob, "b.json"))
    assert (said(same), same.clashes) == ([], ())  # what is in conflict already is no news


def test_a_conflict_that_both_settled_comes_back_when_both_take_that_back(ann: Store, bob: Store):
    ann.edit(VHTO, {"title": "een"})
    bob.edit(VHTO, {"title": "twee"})
    swap(ann, bob)
    for store in (ann, bob):
        store.resolve(VHTO, "title", "samen")
    swap(ann, bob)
    assert ann.conflicts() == bob.conflicts() == []
    for store in (ann, bob):
        store.undo()
        assert store.conflicts() == []
    found = ann.snapshots.difference(written(ann, "a.json"), written(bob, "b.json"))
    assert [(one.record, one.field) for one in found.clashes] == [(VHTO, "title")]
    assert found.acts == ActCounts(1, 1, 14)


def test_a_record_that_only_the_first_has_goes(ann: Store, bob: Store):
    ann.add("regions", {"name": "Zwolle", "short": "ZWO"})
    found = ann.snapshots.difference(written(ann, "a.json"), written(bob, "b.json"))
    assert [one[1:] for one in said(found) if one[0].startswith("regions/")] == [
        ("life", "live", None)
    ]


def test_internal_files_show_what_is_own(ann: Store):
    before = written(ann, "a.json", "internal")
    ann.note(VHTO, "alleen voor ons", own=True)
    assert "alleen voor ons" in {one.value for one in ann.snapshots.difference(before).changes}


def test_public_files_are_compared_as_anyone_sees_them(ann: Store):
    public = written(ann, "openbaar.json.gz", "public")
    assert said(ann.snapshots.difference(public)) == []
    ann.edit(VHTO, {"text": f"door {PERSON}"})
    ann.note(VHTO, "gebeld")
    now = ann.snapshots.difference(public)
    assert said(now) == [(VHTO, "text", None, "door [naam]")]
    assert (now.acts, now.clashes) == (None, ())
    assert said(ann.snapshots.difference(written(ann, "nu.json", "public"), public)) == [
        (VHTO, "text", "door [naam]", None)
    ]
    assert said(ann.snapshots.difference(written(ann, "heel.json"), public)) == [
        (VHTO, "text", "door [naam]", None)
    ]


def test_a_file_edited_by_hand_differs_by_its_records(ann: Store):
    path = written(ann, "a.json")
    path.write_bytes(edited(path.read_bytes(), VHTO, title="met de hand"))
    assert said(ann.snapshots.difference(path)) == [(VHTO, "title", "met de hand", "VHTO: schakel")]
    assert said(ann.snapshots.difference(written(ann, "b.json"), path)) == [
        (VHTO, "title", "VHTO: schakel", "met de hand")
    ]


def test_records_only_say_nothing_of_what_they_leave_out(ann: Store):
    path = ann.path.with_name("hand.json")
    new = {"id": "regions/zwolle", "name": "Zwolle"}
    records = {"agreements": [{"id": VHTO, "goal": "beter"}], "regions": [new]}
    path.write_text(json.dumps({"records": records}), "utf-8")
    assert said(ann.snapshots.difference(written(ann, "a.json"), path)) == [
        (VHTO, "goal", None, "beter"),
        ("regions/zwolle", "life", None, "live"), ("regions/zwolle", "name", None, "Zwolle"),
    ]  # fmt: skip
    assert said(ann.snapshots.difference(path)) == [
        (VHTO, "goal", "beter", None), ("regions/zwolle", "life", "live", None)
    ]  # fmt: skip


def test_a_part_is_what_it_would_change(ann: Store, bob: Store):
    act = bob.edit(VHTO, {"title": "van bob"})
    part = written(bob, "deel.json", only={act})
    assert said(ann.snapshots.difference(written(ann, "a.json"), part)) == [
        (VHTO, "title", "VHTO: schakel", "van bob")
    ]
    assert said(ann.snapshots.difference(part)) == [(VHTO, "title", "van bob", "VHTO: schakel")]


def test_what_is_no_file_is_refused_and_it_can_be_stopped(ann: Store, tmp_path: Path):
    whole = written(ann, "a.json")
    (tmp_path / "raar.json").write_bytes(b"{}")
    assert refusal(ann.snapshots.difference, whole, tmp_path / "raar.json").key == "foreign_json"
    assert refusal(ann.snapshots.difference, tmp_path / "nergens.json").key == "no_file"
    spoilt = json.loads(ann.snapshots.make("public")) | {"count": "geen"}
    (tmp_path / "raar.json").write_text(json.dumps(spoilt), "utf-8")
    assert refusal(ann.snapshots.difference, tmp_path / "raar.json").key == "spoilt"

    def stop(name: str, share: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        ann.snapshots.difference(whole, watch=stop)


@pytest.mark.parametrize(
    ("records", "key"),
    [
        ({"agreements": [{"title": "zonder id"}]}, "invalid_value"),
        ({"agreements": [{"id": ["x"]}]}, "invalid_value"),
        ({"agreements": [{"id": VHTO}, {"id": VHTO}]}, "double_id"),
        ({"afspraken": [{"id": "afspraken/x"}]}, "unknown_type"),
    ],
)
def test_records_by_hand_that_are_none_are_refused(ann: Store, records: dict, key: str):
    by_hand = ann.path.with_name("hand.json")
    by_hand.write_text(json.dumps({"records": records}))
    assert refusal(ann.snapshots.difference, written(ann, "a.json"), by_hand).key == key


@settings(max_examples=25, deadline=None)
@given(honest_worlds(most=16))
def test_files_side_by_side_differ_as_they_do_all_at_once(devices: list[Device]):
    """A file as it is written is read piece by piece, the same in another layout as a whole."""
    with TemporaryDirectory() as folder:
        found = []
        paths = [Path(folder) / f"{n}.json" for n in range(2)]
        for device, path in zip(devices[1:], paths, strict=True):
            db = path.with_suffix(".db")
            Store.create(db, ARRANGEMENT, ())
            bodies, stubs = device.counts
            path.write_bytes(whole(World([*bodies.values()], [*stubs.values()], [], [])))
            with closing(Store.open(db)) as store:
                store.snapshots.import_(path)
                store.snapshots.export(path, "internal", force=True)
        with closing(Store.open(paths[0].with_suffix(".db"))) as store:
            found.append(store.snapshots.difference(*paths))
            found.append(store.snapshots.difference(paths[1]))
            for path in paths:
                path.write_text(json.dumps(json.loads(path.read_bytes()), indent=1), "utf-8")
            assert found[0] == store.snapshots.difference(*paths)
            assert found[1] == store.snapshots.difference(paths[1])


def test_records_that_are_none_are_not_read(ann: Store):
    """Whoever can work out a digest can write other records beside the same acts."""
    right, path = written(ann, "b.json"), written(ann, "a.json")
    for record in (b'{"title":"zonder id"}', b"{", b'{"id":3}'):
        path.write_bytes(forged(right.read_bytes(), record))
        assert (
            said(ann.snapshots.difference(path, right))
            == said(ann.snapshots.difference(right, path))
            == []
        )


def forged(data: bytes, record: bytes) -> bytes:
    """A snapshot with this in the place of a record, and the digest that fits."""
    lines = data.split(b"\n")
    at = next(n for n, line in enumerate(lines) if n and VHTO.encode() in line)
    lines[at] = record + b","
    text = b"".join(lines[1 : lines.index(b',"acts":[')]).removeprefix(b',"records":')
    head = json.loads(lines[0] + b"}") | {"records_digest": digest(text)}
    order = json.loads(data.split(b"\n")[0] + b"}")
    lines[0] = b"{" + b",".join(encode(key) + b":" + encode(head[key]) for key in order)
    return b"\n".join(lines)
