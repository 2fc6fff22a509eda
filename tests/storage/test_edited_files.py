"""Files that someone edited by hand, files with records only, and spoilt ones taken in part."""

import json

import pytest

from storage.store import Store
from tests.storage.small import (
    ARRANGEMENT,
    BOOST,
    VHTO,
    edited,
    look,
    refusal,
    swap,
    take,
    value,
)


def test_a_file_edited_by_hand_is_taken_in_when_asked(ann: Store, bob: Store):
    bob.edit(BOOST, {"title": "van bob"})
    data = edited(
        bob.snapshots.make(), VHTO, title="met de hand", regions=[], also_at=["2.zwolle.b4"]
    )
    before = ann.path.read_bytes()
    seen = look(ann, data)
    assert [(change.field, change.before, change.value) for change in seen.edits] == [
        ("title", "VHTO: schakel", "met de hand"),
        ("regions", ["twente"], []),
        ("also_at", [], ["2.zwolle.b4"]),
    ]
    assert refusal(take, ann, data).key == "edited_by_hand"
    assert ann.path.read_bytes() == before
    done = take(ann, data, edits=True)
    told = [(one.record, one.field, one.before, one.value) for one in done.edits]
    assert (done.new_acts, told) == (
        2,
        [(one.record, one.field, one.before, one.value) for one in seen.edits],
    )
    assert value(ann, VHTO, "title") == "met de hand"
    assert value(ann, BOOST, "title") == "van bob"
    assert ann.history(VHTO)[0].author == "ann"
    ann.undo()
    assert (value(ann, VHTO, "title"), value(ann, VHTO, "regions")) == ("VHTO: schakel", ["twente"])
    assert ann.check() == []


def test_an_edit_by_hand_stands_on_what_the_file_knew(ann: Store, bob: Store):
    """Someone took the file home; meanwhile the same field was changed here: a true conflict."""
    home = edited(ann.snapshots.make(), VHTO, title="thuis")
    ann.edit(VHTO, {"title": "hier", "text": "nieuw"})
    take(ann, home, edits=True)
    assert {claim.value for claim in ann.conflicts()[0].claims} == {"thuis", "hier"}
    assert value(ann, VHTO, "text") == "nieuw"  # not touched by hand
    swap(ann, bob)
    assert {claim.value for claim in bob.conflicts()[0].claims} == {"thuis", "hier"}


def test_a_later_edit_stands_on_the_edit_by_hand(ann: Store):
    take(ann, edited(ann.snapshots.make(), VHTO, title="thuis"), edits=True)
    ann.edit(VHTO, {"title": "later"})
    assert (value(ann, VHTO, "title"), ann.conflicts()) == ("later", [])


def test_deleted_by_hand_does_not_see_own_notes(ann: Store, bob: Store):
    ann.note(VHTO, "gebeld")
    ann.note(VHTO, "intern", own=True)
    take(ann, edited(ann.snapshots.make("internal"), VHTO, life="deleted"), edits=True)
    swap(ann, bob)
    for store in (ann, bob):
        assert value(store, VHTO, "life") == "deleted"
        assert value(store, VHTO, "incomplete") == []  # waits for no act that will never come
        assert store.check() == []
    assert [problem.kind for problem in ann.problems.all()] == ["own_on_deleted"]


def test_own_records_edited_by_hand_stay_inside(ann: Store, bob: Store):
    note = ann.note(VHTO, "intern", own=True)
    data = json.loads(edited(ann.snapshots.make("internal"), VHTO, life="deleted"))
    for one in data["records"]["entries"]:
        one["life"] = "deleted"
    take(ann, json.dumps(data).encode(), edits=True)
    assert value(ann, note, "life") == "deleted"
    swap(ann, bob)
    assert (value(bob, VHTO, "life"), value(bob, VHTO, "incomplete")) == ("deleted", [])
    assert b"own" not in ann.snapshots.make()
    assert ann.check() == []


def test_a_file_with_records_only(ann: Store):
    ann.edit(VHTO, {"title": "hier"})
    new = {"id": "agreements/0123456789abcdef", "title": "Nieuw", "kind": "request"}
    data = json.dumps({"records": {"agreements": [{"id": VHTO, "title": "daar"}, new]}}).encode()
    assert refusal(take, ann, data).key == "records_only"
    assert len(look(ann, data).edits) == 4
    take(ann, data, edits=True)
    assert (value(ann, VHTO, "title"), ann.conflicts()) == ("daar", [])
    assert value(ann, new["id"], "life") == "live"
    assert take(ann, data, edits=True).edits == ()
    other = json.dumps({"arrangement": "zuid-2014", "records": {}}).encode()
    assert refusal(take, ann, other, edits=True).key == "wrong_arrangement"
    own = json.dumps({"arrangement": ARRANGEMENT, "records": {}}).encode()
    assert take(ann, own, edits=True).edits == ()


WRONG = [
    ({"titel": "x"}, "unknown_field"),
    ({"title": None}, "required"),
    ({"title": 5}, "invalid_value"),
    ({"status": "mett"}, "unknown_status"),
    ({"regions": "twente"}, "invalid_value"),
    ({"regions": None}, "invalid_value"),
    ({"regions": [{"a": 1}]}, "invalid_value"),
    ({"parties": [{"role": "lead"}]}, "invalid_value"),
    ({"parties": ["lead"]}, "invalid_value"),
    ({"term": {"to": "2014-02-30"}}, "invalid_value"),
    ({"id": "regions/x"}, "invalid_value"),
    ({"id": "agreements/"}, "invalid_value"),
    ({"id": 5}, "invalid_value"),
    ({"title": json.loads("[" * 500 + "]" * 500)}, "invalid_value"),
]


@pytest.mark.parametrize(("fields", "key"), WRONG)
def test_an_edit_that_cannot_be_typed_is_refused(ann: Store, fields: dict, key: str):
    data = edited(ann.snapshots.make(), VHTO, **fields)
    before = ann.path.read_bytes()
    assert refusal(take, ann, data, edits=True).key == key
    assert refusal(look, ann, data).key == key
    assert ann.path.read_bytes() == before


def test_a_record_or_an_element_that_stands_there_twice(ann: Store):
    document = json.loads(ann.snapshots.make())
    document["records"]["agreements"] += [{"id": VHTO, "title": "nog eens"}]
    assert refusal(take, ann, json.dumps(document).encode(), edits=True).key == "double_id"
    take(ann, edited(ann.snapshots.make(), VHTO, also_at=["2.twente.b3"] * 2), edits=True)
    assert value(ann, VHTO, "also_at") == ["2.twente.b3"]


@pytest.mark.parametrize(
    "id_",
    ["authors/seed", "agreements/ ", "agreements/\x1b[2J", "agreements/a\u202eb", "agreements/A-1",
     "agreements/x/y", "entries/own-", "agreements/" + "a b"],
)  # fmt: skip
def test_nobody_writes_by_hand_under_an_id_that_is_none(ann: Store, id_: str):
    before = ann.path.read_bytes()
    named = {"authors": "name", "entries": "text"}.get(id_.partition("/")[0], "title")
    records = {id_.partition("/")[0]: [{"id": id_, named: "vals"}]}
    data = json.dumps({"format": "arrangement-snapshot", "version": 1, "records": records}).encode()
    found = refusal(take, ann, data, edits=True)
    assert (found.key, found.details["value"]) == ("invalid_value", id_)
    assert ann.path.read_bytes() == before
