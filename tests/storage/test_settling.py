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


def test_several_conflicts_are_settled_in_one_act_or_none(ann: Store, bob: Store):
    for store, said in ((ann, "van ann"), (bob, "van bob")):
        store.edit(VHTO, {"title": said, "goal": said})
    swap(ann, bob)
    settled = [(VHTO, field, "van ann") for field in ("title", "goal")]
    before = ann.record(VHTO)
    assert (
        refusal(ann.changes.resolve_all, [*settled, (VHTO, "status", "open")]).key == "no_conflict"
    )
    assert ann.record(VHTO) == before
    ann.changes.resolve_all(settled, "afgesproken")
    assert ann.conflicts() == []
    (last, *_) = ann.history(VHTO)
    assert (len(last.changes), last.why) == (2, "afgesproken")
    swap(ann, bob)
    assert bob.conflicts() == []
    ann.undo()
    assert len(ann.conflicts()) == 2


def test_a_contested_deletion_names_who_deleted_and_who_changed(ann: Store, bob: Store):
    ann.edit(VHTO, {"goal": "dat zag bob"})
    swap(ann, bob)
    bob.delete(VHTO, "dubbel")
    ann.edit(VHTO, {"title": "anders"}, "zo heet het")
    ann.note(VHTO, "gebeld")
    swap(ann, bob)
    for store in (ann, bob):
        contest = store.log.contest(VHTO)
        assert [(act.author, act.why) for act in contest.deleted] == [("bob", "dubbel")]
        assert [act.author for act in contest.changed] == ["ann", "ann"]
        fields = {change.field for act in contest.changed for change in act.changes}
        assert "title" in fields
        assert "goal" not in fields
    ann.resolve(VHTO, "life", "live")
    assert ann.record(VHTO)["life"] == "live"
    ann.undo()
    assert ann.record(VHTO)["life"] == "contested"
    ann.resolve(VHTO, "life", "deleted")
    assert ann.record(VHTO)["life"] == "deleted"


def test_what_a_conflict_was_said_on_is_told_alike_everywhere(ann: Store, bob: Store):
    ann.edit(VHTO, {"goal": "een"})
    bob.edit(VHTO, {"goal": "twee"})
    swap(ann, bob)
    ann.resolve(VHTO, "goal", "drie")
    bob.resolve(VHTO, "goal", "vier")
    swap(ann, bob)
    (there,) = ann.conflicts()
    assert there.before == ("een", "twee")
    assert bob.conflicts() == [there]
