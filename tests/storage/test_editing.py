"""Adding, editing, notes, deleting and restoring, through the store."""

import pytest

from storage.store import Store
from storage.views.agreement_list import Filter
from tests.storage.small import BOOST, VHTO, Laptops, refusal, send, swap, value


def test_an_edit_says_who_when_and_why(ann: Store):
    ann.edit(VHTO, {"title": "VHTO: brug", "programmes/jet-net": True}, "zo heet het")
    assert value(ann, VHTO, "title") == "VHTO: brug"
    assert value(ann, VHTO, "programmes") == ["jet-net"]
    newest = ann.history(VHTO)[0]
    assert (newest.author, newest.why, newest.here, newest.seq) == (
        "ann",
        "zo heet het",
        True,
        2,  # the first act named the author
    )
    assert {(c.field, c.before, c.value) for c in newest.changes} == {
        ("title", "VHTO: schakel", "VHTO: brug"),
        ("programmes/jet-net", None, True),
    }
    assert ann.check() == []


def test_a_whole_element_of_a_set_goes_away_again(ann: Store):
    ann.edit(VHTO, {"parties/lead/platform": False, "parties/executor/vhto": True})
    assert value(ann, VHTO, "parties") == [{"organisation": "vhto", "role": "executor"}]


def test_an_added_agreement_gets_a_code_and_a_status(ann: Store):
    record = ann.add("agreements", {"title": "Nieuw", "kind": "request", "regions/twente": True})
    assert value(ann, record, "status") == "open"
    assert str(value(ann, record, "code")).startswith("KLEIN-0-TWE-03-")
    assert ann.find(str(value(ann, record, "code")).lower()) == record


def test_an_ambition_starts_without_a_status(ann: Store):
    record = ann.add("agreements", {"title": "Wens", "kind": "ambition", "part": "annex"})
    assert value(ann, record, "status") is None
    assert str(value(ann, record, "code")).startswith("KLEIN-B-ALG-01-")


def test_codes_given_on_two_laptops_differ(laptops: Laptops):
    codes = set()
    stores = [laptops.store(f"laptop{n}") for n in range(4)]
    for store in stores:
        record = store.add("agreements", {"title": "Nieuw", "kind": "request"})
        codes.add(value(store, record, "code"))
    assert len(codes) > 1  # a capital and a digit: 260 of them
    swap(*stores)
    assert not [p for p in stores[0].problems.all() if p.kind == "same_code"] or len(codes) < 4


def test_a_note_stands_in_the_logbook(ann: Store):
    ann.note(VHTO, "gebeld", kind="progress")
    ann.note(VHTO, "intern", own=True)
    assert [(e.kind, e.text, e.author, e.own) for e in ann.page(VHTO).entries] == [
        ("remark", "intern", "ann", True),
        ("progress", "gebeld", "ann", False),
    ]


def test_an_own_note_does_not_leave(ann: Store, bob: Store):
    ann.note(VHTO, "gebeld")
    ann.note(VHTO, "intern", own=True)
    send(ann, bob)
    assert [entry.text for entry in bob.page(VHTO).entries] == ["gebeld"]
    assert b"intern" not in ann.snapshots.make()
    assert b"intern" in ann.snapshots.make("internal")


def test_only_entries_and_items_can_be_own(ann: Store):
    assert refusal(ann.add, "programmes", {"name": "x"}, own=True).key == "unknown_type"
    assert ann.add("items", {"position": "1"}, own=True).startswith("items/own-")


def test_deleted_leaves_the_lists_and_comes_back(ann: Store):
    ann.delete(VHTO, "dubbel")
    assert value(ann, VHTO, "life") == "deleted"
    assert [row.id for row in ann.agreements(Filter("twente", view="all"))[0].rows] == [BOOST]
    assert VHTO not in [hit.id for hit in ann.search("vhto schakel", 5).hits]
    assert refusal(ann.edit, VHTO, {"title": "x"}).key == "deleted"
    assert refusal(ann.note, VHTO, "x").key == "deleted"
    assert refusal(ann.delete, VHTO).key == "deleted"
    assert ann.page(VHTO).life == "deleted"
    ann.restore(VHTO)
    assert value(ann, VHTO, "life") == "live"
    assert ann.search("vhto schakel", 5).total == 1
    assert ann.check() == []


@pytest.mark.parametrize("record", ["agreements/niets", "onzin/x", "x"])
def test_what_is_not_known_is_not_restored_deleted_or_edited(ann: Store, record: str):
    before = ann.path.read_bytes()
    assert refusal(ann.restore, record).key == "unknown_code"
    assert refusal(ann.delete, record).key == "unknown_code"
    assert refusal(ann.note, record, "x").key == "unknown_code"
    assert refusal(ann.edit, record, {"title": "x"}).key in ("unknown_code", "unknown_field")
    assert ann.path.read_bytes() == before


def test_deleted_here_and_changed_there_is_contested(ann: Store, bob: Store):
    ann.delete(VHTO)
    bob.note(VHTO, "nog bezig")
    swap(ann, bob)
    for store in (ann, bob):
        assert store.page(VHTO).life == "contested"
        (conflict,) = store.conflicts(VHTO)
        assert (conflict.field, [c.value for c in conflict.claims]) == ("life", ["deleted"])
    ann.resolve(VHTO, "life", "deleted")
    bob.resolve(VHTO, "life", "deleted")
    swap(ann, bob)
    assert value(bob, VHTO, "life") == "deleted"
    assert ann.conflicts() == bob.conflicts() == []
