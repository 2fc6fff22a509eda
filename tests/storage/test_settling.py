"""Settling what two people said."""

from storage.store import Store
from tests.storage.small import VHTO, refusal, swap, value


def test_a_settlement_is_taken_back_to_both_values(ann: Store, bob: Store):
    ann.edit(VHTO, {"title": "van ann"})
    bob.edit(VHTO, {"title": "van bob"})
    swap(ann, bob)
    (conflict,) = ann.conflicts()
    assert [(claim.value, claim.author) for claim in conflict.claims] == [
        ("van bob", "bob"),
        ("van ann", "ann"),
    ]
    assert conflict.before == ("VHTO: schakel",)
    ann.resolve(VHTO, "title", "van ann", "zo hebben we het besproken")
    swap(ann, bob)
    assert ann.conflicts() == bob.conflicts() == []
    assert refusal(ann.resolve, VHTO, "title", "x").key == "no_conflict"
    ann.undo()
    assert {claim.value for claim in ann.conflicts()[0].claims} == {"van ann", "van bob"}
    ann.redo()
    assert ann.conflicts() == []


def test_a_conflict_can_be_settled_with_something_else(ann: Store, bob: Store):
    ann.edit(VHTO, {"regions/twente": False})
    ann.status(VHTO, "on_hold")
    bob.status(VHTO, "in_progress")
    swap(ann, bob)
    assert [conflict.field for conflict in ann.conflicts()] == ["status"]
    assert refusal(ann.resolve, VHTO, "status", "opne").key == "unknown_status"
    ann.resolve(VHTO, "status", "open")
    assert (value(ann, VHTO, "status"), ann.record(VHTO)["conflicts"]) == ("open", [])
