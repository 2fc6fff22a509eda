"""What must come with a change, what is refused with what is near, and that it changes nothing."""

import json
from contextlib import closing
from operator import attrgetter

import pytest

from storage.store import Store
from tests.storage.small import BOOST, VHTO, refusal, value


@pytest.mark.parametrize("status", ["lapsed", "partly_met"])
@pytest.mark.parametrize("why", [None, "", "  "])
def test_some_statuses_need_a_reason(ann: Store, status: str, why: str | None):
    assert refusal(ann.status, VHTO, status, why).key == "reason_needed"
    assert refusal(ann.edit, VHTO, {"status": status}, why).key == "reason_needed"
    ann.status(VHTO, status, "zo is het")
    assert value(ann, VHTO, "status") == status


def test_met_needs_evidence_in_the_same_act_or_before(ann: Store):
    assert refusal(ann.status, VHTO, "met").key == "evidence_needed"
    ann.status(VHTO, "met", evidence="het verslag")
    newest = ann.history(VHTO)[0]
    assert {change.field for change in newest.changes} == {
        "status", "about", "kind", "text", "life"
    }  # fmt: skip
    assert ann.page(VHTO).entries[0].kind == "evidence"
    ann.undo()
    assert (value(ann, VHTO, "status"), ann.page(VHTO).entries) == ("open", ())
    ann.note(VHTO, "de brief", kind="evidence")
    ann.status(VHTO, "met")
    assert value(ann, VHTO, "status") == "met"


def test_superseded_needs_its_successor(ann: Store):
    assert refusal(ann.status, VHTO, "superseded").key == "successor_needed"
    assert refusal(ann.status, VHTO, "superseded", successor="TWE-99").key == "unknown_code"
    ann.status(VHTO, "superseded", successor="TWE-02")
    assert value(ann, VHTO, "related") == [
        {"relation": "replaced_by", "record": BOOST.partition("/")[2]}
    ]
    assert [(r.relation, r.backward) for r in ann.page(BOOST).related] == [("replaced_by", True)]


@pytest.mark.parametrize("colour", ["amber", "red"])
def test_amber_and_red_need_a_reason(ann: Store, colour: str):
    for reason in (None, " "):
        changes = {"signal": {"colour": colour, "reason": reason}}
        assert refusal(ann.edit, VHTO, changes).key == "reason_needed"
    ann.edit(VHTO, {"signal": {"colour": colour, "reason": "loopt uit"}})
    assert ann.page(VHTO).keys("signal") == {"colour": colour, "reason": "loopt uit"}


def test_green_needs_none(ann: Store):
    ann.edit(VHTO, {"signal": {"colour": "green"}})
    assert value(ann, VHTO, "signal") == {"colour": "green", "reason": None}


WRONG = [
    ("edit", (VHTO, {"titel": "x"}), "unknown_field", "title"),
    ("edit", (VHTO, {"status": "opne"}), "unknown_status", "open"),
    ("edit", (VHTO, {"kind": "comitment"}), "unknown_value", "commitment"),
    ("edit", (VHTO, {"regions/twentee": True}), "unknown_reference", "twente"),
    ("edit", (VHTO, {"parties/leed/platform": True}), "unknown_value", "lead"),
    ("edit", (VHTO, {"parties/lead/platvorm": True}), "unknown_reference", "platform"),
    ("edit", (VHTO, {"term": {"natur": "once"}}), "unknown_field", "nature"),
    ("status", (VHTO, "mett"), "unknown_status", "met"),
    ("add", ("agreement", {}), "unknown_type", "agreements"),
    ("note", (VHTO, "x", "remrk"), "unknown_value", "remark"),
    ("find", ("TWE-03",), "unknown_code", "KLEIN-2-TWE-0"),
    ("snapshots.make", ("partner",), "unknown_value", "partners"),
]


@pytest.mark.parametrize(("action", "args", "key", "near"), WRONG)
def test_a_refusal_names_what_is_near(ann: Store, action: str, args: tuple, key: str, near: str):
    refused = refusal(attrgetter(action)(ann), *args)
    assert refused.key == key
    assert near in str(refused.details["nearest"])


OTHERS = [
    ({"title": ""}, "required"),
    ({"title": None}, "required"),
    ({"title": "\u202e\x00"}, "required"),  # nothing is left of it
    ({"title": 5}, "invalid_value"),
    ({"regions/": True}, "invalid_value"),
    ({"regions": ["twente"]}, "unknown_field"),
    ({"title/x": "y"}, "unknown_field"),
    ({"life": "gone"}, "unknown_value"),
    ({"term": "morgen"}, "invalid_value"),
    ({"term": {"to": "2014-02-31"}}, "invalid_value"),
    ({"term": {"from": "2015-01-01", "to": "2014-01-01"}}, "turned_term"),
    ({"title": "VHTO: schakel"}, "nothing_changed"),
    ({}, "nothing_changed"),
    ({"text": "x" * 17 * 2**20}, "too_long_text"),
]


@pytest.mark.parametrize(("changes", "key"), OTHERS)
def test_a_refusal_changes_nothing(ann: Store, changes: dict, key: str):
    """Not one byte of the file, and the device stays who it was."""
    ann.edit(BOOST, {"title": "eerst"})
    device, before = ann.history(BOOST)[0].device, ann.path.read_bytes()
    assert refusal(ann.edit, VHTO, changes).key == key
    assert ann.path.read_bytes() == before
    with closing(Store.open(ann.path)) as again:
        again.edit(BOOST, {"title": "daarna"})
        assert again.history(BOOST)[0].device == device


def test_a_refused_first_write_changes_nothing_either(ann: Store):
    before = ann.path.read_bytes()
    wrong = {"title": "x", "kind": "request", "regions/nergens": True}
    assert refusal(ann.add, "agreements", wrong).key == "unknown_reference"
    assert ann.path.read_bytes() == before
    ann.add("agreements", {"title": "x", "kind": "request"})
    assert [row.seq for row in ann.history(None) if not row.seed] == [2, 1]


def test_what_is_typed_is_cleaned_and_what_means_something_elsewhere_is_kept(ann: Store):
    ann.edit(VHTO, {"text": "[/] [x] \x1b[31m\x00 \u202eom\r\nregel\t%s {0}"}, "w\x00aarom")
    assert value(ann, VHTO, "text") == "[/] [x] [31m om\nregel %s {0}"
    assert ann.history(VHTO)[0].why == "waarom"
    long = "é" * 50_000
    ann.edit(VHTO, {"title": long})
    assert ann.page(VHTO).row.title == long
    assert json.loads(ann.snapshots.make())["records"]["agreements"][0]["title"] == long
